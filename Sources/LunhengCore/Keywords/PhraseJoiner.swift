/// Joins adjacent words that recur together into phrases, so that a term which the segmenter does not
/// know (新|質|生產力, 產業|集群) is counted whole.
///
/// In rounds, as byte-pair encoding does (Gage 1994): pairs of neighbours that hold together are
/// joined everywhere, the commonest first, a word in one pair a round, until none is left. A pair holds
/// together if the Dice coefficient of its words, 2·n(ab) / (n(a) + n(b)), is high enough: lower where a
/// word is a single character, because such a pair is more often a word cut in two.
struct PhraseJoiner {
  /// A pair must occur this often in the document.
  var minimumCount = 3
  var minimumDice = 0.5
  /// For pairs with a word of one character.
  var minimumDiceOfFragments = 0.3
  /// Longer phrases are sentences that somebody repeats.
  var maximumLength = 10

  private struct Pair {
    var left: Int32
    var right: Int32
    var count: Int
  }

  /// Complexity: O(n log n) a round for n words; there are as many rounds as the longest phrase has
  /// words, and a few more.
  func join(_ stream: inout WordStream) {
    while true {
      // By left word: its phrase and the right word that makes it.
      var joins: [Int32: (right: Int32, phrase: Int32)] = [:]
      var taken: Set<Int32> = []
      for pair in pairs(in: stream) where !taken.contains(pair.left) && !taken.contains(pair.right)
      {
        taken.insert(pair.left)
        taken.insert(pair.right)
        joins[pair.left] = (pair.right, stream.join(pair.left, pair.right))
      }
      if joins.isEmpty { return }
      var count = 0
      var index = 0
      while index < stream.words.count {
        var word = stream.words[index]
        if index + 1 < stream.words.count, taken.contains(word), let join = joins[word],
          join.right == stream.words[index + 1]
        {
          word = join.phrase
          index += 1
        }
        stream.words[count] = word
        count += 1
        index += 1
      }
      stream.words.removeLast(stream.words.count - count)
    }
  }

  /// The pairs that hold together, commonest first; of equals, the one whose words came first.
  private func pairs(in stream: WordStream) -> [Pair] {
    var singles = [Int32](repeating: 0, count: stream.roles.count)
    var keys: [UInt64] = []
    keys.reserveCapacity(stream.words.count)
    var previous = WordStream.boundary
    for word in stream.words {
      let isJoinable = word != WordStream.boundary && stream.roles[Int(word)] != .stop
      if isJoinable {
        singles[Int(word)] += 1
        if previous != WordStream.boundary, previous != word {
          keys.append(UInt64(previous) << 32 | UInt64(word))
        }
      }
      previous = isJoinable ? word : WordStream.boundary
    }
    keys.sort()
    var pairs: [Pair] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start >= minimumCount {
        let pair = Pair(
          left: Int32(keys[start] >> 32), right: Int32(truncatingIfNeeded: keys[start]),
          count: end - start)
        if holdsTogether(pair, singles, stream) { pairs.append(pair) }
      }
      start = end
    }
    return pairs.sorted { ($1.count, $0.left, $0.right) < ($0.count, $1.left, $1.right) }
  }

  private func holdsTogether(_ pair: Pair, _ singles: [Int32], _ stream: WordStream) -> Bool {
    let lengths = (stream.length(of: pair.left), stream.length(of: pair.right))
    guard lengths.0 + lengths.1 <= maximumLength else { return false }
    let sum = singles[Int(pair.left)] + singles[Int(pair.right)]
    let dice = 2 * Double(pair.count) / Double(sum)
    return dice >= (min(lengths.0, lengths.1) == 1 ? minimumDiceOfFragments : minimumDice)
  }
}
