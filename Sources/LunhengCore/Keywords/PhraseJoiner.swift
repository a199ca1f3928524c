/// Joins adjacent words that recur together into phrases, so that a term which the segmenter does not
/// know (新|質|生產力, 產業|集群) is counted whole.
///
/// In rounds, as byte-pair encoding does (Gage 1994): the pair of neighbours with the highest count
/// that holds together is joined everywhere, until none is left. A pair holds together if the Dice
/// coefficient of its words, 2·n(ab) / (n(a) + n(b)), is high enough: lower where a word is a single
/// character, because such a pair is more often a word cut in two.
struct PhraseJoiner {
  /// A pair must occur this often in the document.
  var minimumCount = 3
  var minimumDice = 0.5
  /// For pairs with a word of one character.
  var minimumDiceOfFragments = 0.3
  /// Longer phrases are sentences that somebody repeats.
  var maximumLength = 10

  private struct Pair: Hashable {
    var left: Int32
    var right: Int32
  }

  /// Complexity: O(words × phrases found).
  func join(_ stream: inout WordStream) {
    while let pair = bestPair(in: stream) {
      let phrase = stream.join(pair.left, pair.right)
      var joined: [Int32] = []
      joined.reserveCapacity(stream.words.count)
      var index = 0
      while index < stream.words.count {
        if index + 1 < stream.words.count, stream.words[index] == pair.left,
          stream.words[index + 1] == pair.right
        {
          joined.append(phrase)
          index += 2
        } else {
          joined.append(stream.words[index])
          index += 1
        }
      }
      stream.words = joined
    }
  }

  private func bestPair(in stream: WordStream) -> Pair? {
    var singles: [Int32: Int] = [:]
    var pairs: [Pair: Int] = [:]
    for (index, word) in stream.words.enumerated() where isJoinable(word, in: stream) {
      singles[word, default: 0] += 1
      if index + 1 < stream.words.count, isJoinable(stream.words[index + 1], in: stream) {
        pairs[Pair(left: word, right: stream.words[index + 1]), default: 0] += 1
      }
    }
    // Ties go to the pair that was seen first, that is, to the lower numbers.
    return pairs.filter { pair, count in
      guard count >= minimumCount, pair.left != pair.right else { return false }
      let lengths = (stream.length(of: pair.left), stream.length(of: pair.right))
      guard lengths.0 + lengths.1 <= maximumLength else { return false }
      let dice = 2 * Double(count) / Double(singles[pair.left]! + singles[pair.right]!)
      return dice >= (min(lengths.0, lengths.1) == 1 ? minimumDiceOfFragments : minimumDice)
    }.min {
      (-$0.value, $0.key.left, $0.key.right) < (-$1.value, $1.key.left, $1.key.right)
    }?.key
  }

  private func isJoinable(_ word: Int32, in stream: WordStream) -> Bool {
    word != WordStream.boundary && stream.roles[Int(word)] != .stop
  }
}
