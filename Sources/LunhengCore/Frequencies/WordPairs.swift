/// The pairs of words that follow each other in a collection, with nothing but words between them.
///
/// Counted exactly and without a table of all pairs: the places of each word are known, so that what follows
/// one word is counted before the next is looked at. Memory is 4 bytes a word beside the sequence.
public struct WordPairs: Sendable {
  private let sequence: WordSequence
  private let window: Int
  /// Places of each word in the sequence, in order: those of word w end at `ends[w]`.
  private let places: [Int32]
  private let ends: [Int]
  /// Pairs that each word is the first or the second of, and all.
  private var firsts: [Int]
  private var seconds: [Int]
  private var total = 0

  /// - Parameter window: how many words on the second word may stand; 1 for the next.
  /// - Precondition: fewer than 2³¹ words.
  /// - Complexity: O(words · window).
  public init(_ sequence: WordSequence, window: Int) {
    precondition(sequence.words.count <= Int(Int32.max), "places are 32 bits")
    self.sequence = sequence
    self.window = max(1, window)
    firsts = Array(repeating: 0, count: sequence.table.count)
    seconds = firsts
    var ends = [Int](repeating: 0, count: sequence.table.count)
    for word in sequence.words where word >= 0 { ends[Int(word)] += 1 }
    var sum = 0
    for word in ends.indices {
      let count = ends[word]
      ends[word] = sum
      sum += count
    }
    var places = [Int32](repeating: 0, count: sum)
    for (place, word) in sequence.words.enumerated() where word >= 0 {
      places[ends[Int(word)]] = Int32(place)
      ends[Int(word)] += 1
    }
    self.places = places
    self.ends = ends
    for (place, word) in sequence.words.enumerated() where word >= 0 {
      for other in followers(of: place) {
        firsts[Int(word)] += 1
        seconds[Int(sequence.words[other])] += 1
        total += 1
      }
    }
  }

  /// Places of the words after `place`, up to the window's end or whatever is no word.
  private func followers(of place: Int) -> Range<Int> {
    var end = place + 1
    let limit = min(sequence.words.count, end + min(window, sequence.words.count))
    while end < limit, sequence.words[end] >= 0 { end += 1 }
    return place + 1..<end
  }

  /// The strongest pairs, strongest first. All pairs count for the expectations, also those with
  /// function words, which are left out of the result unless the selection has them.
  ///
  /// Complexity: O(words · window), and O(n log n) in the pairs that are frequent enough.
  public func collocations(_ selection: CollocationSelection) -> [Collocation] {
    let table = sequence.table
    let surfaces = table.surfaces()
    var tally = [Int](repeating: 0, count: table.count)
    var documents = [Int](repeating: 0, count: table.count)
    var lastDocument = [Int](repeating: -1, count: table.count)
    var best: [(collocation: Collocation, strength: Double)] = []
    for first in 0..<table.count where selection.hasFunctionWords || !table.isFunctionWord[first] {
      // The pairs of a word are not more than it has followers.
      guard firsts[first] >= selection.minimumCount else { continue }
      var touched: [Int] = []
      var document = 0
      for place in places[(first == 0 ? 0 : ends[first - 1])..<ends[first]] {
        while sequence.range(of: document).upperBound <= Int(place) { document += 1 }
        for other in followers(of: Int(place)) {
          let second = Int(sequence.words[other])
          if tally[second] == 0 { touched.append(second) }
          tally[second] += 1
          if lastDocument[second] != document {
            lastDocument[second] = document
            documents[second] += 1
          }
        }
      }
      for second in touched {
        let count = tally[second]
        let spread = documents[second]
        tally[second] = 0
        documents[second] = 0
        lastDocument[second] = -1
        guard selection.hasFunctionWords || !table.isFunctionWord[second] else { continue }
        let association = Association(
          table: ContingencyTable(
            both: count, first: firsts[first], second: seconds[second], total: total),
          first: table.counts[first], second: table.counts[second])
        guard selection.accepts(association, documents: spread) else { continue }
        let collocation = Collocation(
          first: surfaces[first], second: surfaces[second], association: association, left: 0,
          right: count, documents: spread)
        best.append((collocation, selection.order.strength(of: association)))
      }
      // What is kept does not grow with the pairs.
      if best.count > 2 * selection.limit + 65_536 {
        best.sort(by: selection.precedes)
        best.removeLast(best.count - selection.limit)
      }
    }
    return best.sorted(by: selection.precedes).prefix(selection.limit).map(\.collocation)
  }
}
