@testable import LunhengCore

/// Background frequencies in memory.
enum KeywordBackground {
  static func make(_ shares: KeyValuePairs<String, Float>) throws -> BackgroundFrequencies {
    let words = shares.map { word, share in
      (
        hash: FoldedText(Array(word.utf16)).units.withUnsafeBufferPointer { WordHash.of($0) },
        share: share, wordClass: WordClass.unknown
      )
    }
    let memory = AlignedMemory(BackgroundEntry.encode(words, information: "name: test\n"))
    return try BackgroundFrequencies(bytes: memory.bytes, owner: memory)
  }
}
