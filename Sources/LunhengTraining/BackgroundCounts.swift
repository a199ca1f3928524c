import LunhengCore

/// In how many documents each word occurs, and each phrase of two or three words.
public struct BackgroundCounts: Sendable {
  public private(set) var documents = 0
  /// By hash.
  public private(set) var words: [UInt64: Int32] = [:]
  /// By hash of their units. Phrases of words of at least two characters, within a sentence.
  public private(set) var phrases: [UInt64: Int32] = [:]

  public init() {}

  /// Adds a document.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameter blocks: units and tokens of each block; the tokens tile the units.
  public mutating func add(_ blocks: some Sequence<(units: [UInt16], tokens: [Token])>) {
    documents += 1
    var seenWords: Set<UInt64> = []
    var seenPhrases: Set<UInt64> = []
    var folded = FoldedText()
    for block in blocks {
      folded.fold(block.units)
      folded.units.withUnsafeBufferPointer { units in
        // Where the words begin that may be continued as a phrase, oldest first.
        var open: [Int] = []
        var next = 0
        for token in block.tokens {
          while next < folded.origins.count, folded.origins[next] < token.start { next += 1 }
          let start = next
          while next < folded.origins.count, folded.origins[next] < token.end { next += 1 }
          if token.kind == .space { continue }
          guard token.kind != .symbol, start < next else {
            open.removeAll(keepingCapacity: true)
            continue
          }
          seenWords.insert(WordHash.of(UnsafeBufferPointer(rebasing: units[start..<next])))
          guard token.kind == .word, next - start > 1 else {
            open.removeAll(keepingCapacity: true)
            continue
          }
          for first in open {
            seenPhrases.insert(WordHash.of(UnsafeBufferPointer(rebasing: units[first..<next])))
          }
          open.append(start)
          if open.count > 2 { open.removeFirst() }
        }
      }
    }
    for hash in seenWords { words[hash, default: 0] += 1 }
    for hash in seenPhrases { phrases[hash, default: 0] += 1 }
  }
}
