/// Joins adjacent words that recur together into phrases, so that a term which the segmenter does not
/// know (新|質|生產力, 產業|集群) is counted whole.
///
/// In rounds, as byte-pair encoding does (Gage 1994): pairs of neighbours that hold together are
/// joined everywhere, the commonest first, a word in one pair a round, until none is left. A pair holds
/// together if the Dice coefficient of its words, 2·n(ab) / (n(a) + n(b)), is high enough: lower where a
/// word is a single character, because such a pair is more often a word cut in two.
struct PhraseJoiner {
  /// A pair must occur this often in the document.
  static let minimumCount: Int32 = 3
  static let minimumDice = 0.5
  /// For pairs with a word of one character.
  static let minimumDiceOfFragments = 0.3
  /// Longer phrases are sentences that somebody repeats. A Latin word counts as two characters.
  static let maximumLength: Int32 = 10

  private var pairs = PairCounts()
  /// By term: how often it occurs, and the right word of the pair that it is the left one of.
  private var singles: [Int32] = []
  private var joins: [Int32] = []
  private var isTaken: [Bool] = []

  /// Complexity: O(n) a round for n words; there are as many rounds as the longest phrase has words,
  /// and a few more.
  mutating func join(_ text: inout KeywordText) {
    let units = text.units
    units.withUnsafeBufferPointer { units in
      while findJoins(in: text) { apply(to: &text, units) }
    }
  }

  /// Chooses the pairs to join; false if there are none.
  private mutating func findJoins(in text: borrowing KeywordText) -> Bool {
    count(text)
    var found = pairs.entries.filter { holdsTogether($0, text) }
    if found.isEmpty { return false }
    found.sort { ($1.count, $0.left, $0.right) < ($0.count, $1.left, $1.right) }
    joins.removeAll(keepingCapacity: true)
    joins.append(contentsOf: repeatElement(-1, count: text.terms.count))
    isTaken.removeAll(keepingCapacity: true)
    isTaken.append(contentsOf: repeatElement(false, count: text.terms.count))
    for pair in found where !isTaken[Int(pair.left)] && !isTaken[Int(pair.right)] {
      isTaken[Int(pair.left)] = true
      isTaken[Int(pair.right)] = true
      joins[Int(pair.left)] = pair.right
    }
    return true
  }

  private mutating func count(_ text: borrowing KeywordText) {
    pairs.removeAll()
    singles.removeAll(keepingCapacity: true)
    singles.append(contentsOf: repeatElement(0, count: text.terms.count))
    var previous = KeywordText.boundary
    for item in text.items {
      // What one sentence says over and over is said once.
      let sentence = Int(text.words[Int(item.first)].sentence)
      let isJoinable =
        !text.sentences[sentence].isRepeated && item.term != KeywordText.boundary
        && text.terms.terms[Int(item.term)].role != .stop
      if isJoinable {
        singles[Int(item.term)] += 1
        if previous != KeywordText.boundary, previous != item.term {
          pairs.add(previous, item.term)
        }
      }
      previous = isJoinable ? item.term : KeywordText.boundary
    }
  }

  private func holdsTogether(_ pair: PairCounts.Entry, _ text: borrowing KeywordText) -> Bool {
    guard pair.count >= Self.minimumCount else { return false }
    let left = length(of: pair.left, text)
    let right = length(of: pair.right, text)
    guard left + right <= Self.maximumLength else { return false }
    let sum = singles[Int(pair.left)] + singles[Int(pair.right)]
    let dice = 2 * Double(pair.count) / Double(sum)
    return dice >= (min(left, right) == 1 ? Self.minimumDiceOfFragments : Self.minimumDice)
  }

  private func length(of number: Int32, _ text: borrowing KeywordText) -> Int32 {
    let term = text.terms.terms[Int(number)]
    let isLatin = CharacterClass(text.units[Int(term.start)]).isAlphanumeric
    return isLatin ? min(term.length, 2 * term.words) : term.length
  }

  private mutating func apply(to text: inout KeywordText, _ units: UnsafeBufferPointer<UInt16>) {
    var count = 0
    var index = 0
    while index < text.items.count {
      var item = text.items[index]
      // Phrases made in this round have numbers that `joins` does not reach.
      if item.term != KeywordText.boundary, joins[Int(item.term)] >= 0,
        index + 1 < text.items.count, joins[Int(item.term)] == text.items[index + 1].term
      {
        item.last = text.items[index + 1].last
        item.term = text.phrase(item.first...item.last, units)
        index += 1
      }
      text.items[count] = item
      count += 1
      index += 1
    }
    text.items.removeLast(text.items.count - count)
  }
}

extension KeywordText {
  /// The number of the phrase that these words make where they stand.
  mutating func phrase(
    _ words: ClosedRange<Int32>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Int32 {
    let range =
      Int(self.words[Int(words.lowerBound)].start)..<Int(self.words[Int(words.upperBound)].end)
    return terms.intern(range, of: units) { _, term in term.words = Int32(words.count) }
  }
}
