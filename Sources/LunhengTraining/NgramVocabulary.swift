import LunhengCore

/// The sequences of one to three characters that the training text has at least twice.
struct NgramVocabulary {
  /// Distinct and sorted.
  private(set) var ngrams: [[UInt16]]

  static let longest = 3
  private static let leastCount = 2

  init(_ texts: [[UInt16]]) {
    var counts: [[UInt16]: Int] = [:]
    for ids in texts {
      for start in ids.indices where ids[start] != CharacterID.space {
        for end in start + 1...min(start + Self.longest, ids.count) {
          if ids[end - 1] == CharacterID.space { break }
          counts[Array(ids[start..<end]), default: 0] += 1
        }
      }
    }
    ngrams = counts.filter { $0.value >= Self.leastCount }.keys
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
