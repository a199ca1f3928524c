/// The stop words by hash, by open addressing: asked of every distinct word of every document.
struct StopWordTable: Sendable {
  /// 0 where free.
  private var hashes: [UInt64]
  private var kinds: [StopWords.Kind]

  /// - Parameter lists: words between white space, and what they are; of a word that stands in several
  ///   lists the first counts.
  init(_ lists: [(words: String, kind: StopWords.Kind)]) {
    let words = lists.flatMap { list in
      list.words.split(whereSeparator: \.isWhitespace).map { (word: $0, kind: list.kind) }
    }
    var size = 64
    while size < 4 * words.count { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    kinds = Array(repeating: .function, count: size)
    for (word, kind) in words {
      let hash = FoldedText(Array(word.utf16)).units.withUnsafeBufferPointer { WordHash.of($0) }
      let slot = self.slot(of: hash)
      guard hashes[slot] == 0 else { continue }
      hashes[slot] = hash
      kinds[slot] = kind
    }
  }

  subscript(hash: UInt64) -> StopWords.Kind? {
    let slot = slot(of: hash)
    return hashes[slot] == hash ? kinds[slot] : nil
  }

  /// Where the hash is, or would be.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }
}
