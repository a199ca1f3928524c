/// Where sentences lie in the blocks of a document, and how far places are apart: found out when a rule
/// asks, for each block once.
final class DocumentStructure {
  private var blocks: [[UInt16]] = []
  private var splitter: SentenceSplitter
  /// By block: the starts of its sentences.
  private var sentenceStarts: [[Int]?] = []
  /// By block: how many characters that are not space come before each unit.
  private var characterCounts: [[Int32]?] = []

  /// - Throws: `ICUError` if ICU's break data is missing.
  init() throws(ICUError) { splitter = try SentenceSplitter() }

  /// Takes up another document.
  func begin(_ blocks: [[UInt16]]) {
    self.blocks = blocks
    sentenceStarts = Array(repeating: nil, count: blocks.count)
    characterCounts = Array(repeating: nil, count: blocks.count)
  }

  /// A number that two hits share if they lie in the same sentence, paragraph or document.
  func place(of hit: RuleHit, in scope: TextScope) -> Int {
    switch scope {
    case .document: 0
    case .paragraph: Int(hit.block)
    case .sentence: Int(hit.block) << 32 | sentence(at: hit.start, of: hit.block)
    }
  }

  /// Characters between two hits of a block, or sentences from the one to the other.
  func gap(from earlier: RuleHit, to later: RuleHit, in distance: Distance) -> Int {
    switch distance {
    case .characters:
      let counts = counts(of: later.block)
      return Int(counts[Int(later.start)] - counts[Int(earlier.end)])
    case .sentences:
      return sentence(at: later.start, of: later.block)
        - sentence(at: earlier.start, of: earlier.block)
    }
  }

  func areWithin(_ count: Int, sentencesFrom start: Int32, to hit: RuleHit) -> Bool {
    sentence(at: hit.start, of: hit.block) - sentence(at: start, of: hit.block) < count
  }

  /// Characters that are not space.
  func characters(of hit: RuleHit) -> Int {
    let counts = counts(of: hit.block)
    return Int(counts[Int(hit.end)] - counts[Int(hit.start)])
  }

  private func counts(of block: Int32) -> [Int32] {
    if let known = characterCounts[Int(block)] { return known }
    var counts: [Int32] = [0]
    counts.reserveCapacity(blocks[Int(block)].count + 1)
    for unit in blocks[Int(block)] {
      let isCharacter = unit & 0xFC00 != 0xDC00 && !CharacterClass.isSpace(unit)
      counts.append(counts.last! + (isCharacter ? 1 : 0))
    }
    characterCounts[Int(block)] = counts
    return counts
  }

  private func sentence(at unit: Int32, of block: Int32) -> Int {
    let starts: [Int]
    if let known = sentenceStarts[Int(block)] {
      starts = known
    } else {
      starts = splitter.sentences(of: blocks[Int(block)]).map(\.lowerBound)
      sentenceStarts[Int(block)] = starts
    }
    return starts.partitioningIndex { $0 > Int(unit) }
  }
}
