/// Finds the terms of a collection that is read in pieces, of which only one need be in memory.
///
/// The partition scheme (Savasere, Omiecinski and Navathe, "An efficient algorithm for mining association
/// rules in large databases", 1995): what occurs often enough in all must do so, in proportion, in some
/// piece. So each piece is mined by itself, then what was mined is counted in all pieces.
///
/// ```swift
/// var discovery = TermDiscovery(pieces: 2, selection)
/// discovery.add(discovery.mine(first)); discovery.add(discovery.mine(second))
/// discovery.endMining()
/// discovery.add(discovery.count(first, ranks: …)); discovery.add(discovery.count(second, ranks: …))
/// let terms = discovery.terms { _ in true }
/// ```
package struct TermDiscovery: Sendable {
  private let selection: TermSelection
  private let maximumLength: Int
  private let threshold: Int
  private let pieces: Int
  private var inventory = StringInventory()
  /// By candidate: occurrences that were mined, above the most that go unseen in that many pieces.
  private var surplus: [Int32] = []
  private var evidence: [[UInt16]: Int32] = [:]
  private var counts: StringCounts?

  /// - Parameters:
  ///   - pieces: how many the collection is read in. Nothing is missed so long as there are no more than
  ///     half of `minimumCount` or there is one; with more, a term that occurs less than twice in every
  ///     piece is.
  ///   - maximumLength: characters of the longest term that is not quoted.
  package init(pieces: Int, _ selection: TermSelection, maximumLength: Int = 12) {
    self.selection = selection
    self.maximumLength = maximumLength
    self.pieces = pieces
    threshold = max(2, (selection.minimumCount - 1) / max(1, pieces) + 1)
  }

  // MARK: First round

  package func mine(_ text: CandidateText) -> MinedStrings {
    MinedStrings(of: text, threshold: threshold, lengths: maximumLength)
  }

  package mutating func add(_ mined: MinedStrings) {
    inventory.insert(mined) { candidate, possible in
      while surplus.count <= candidate { surplus.append(0) }
      surplus[Int(candidate)] += possible - Int32(threshold - 1)
    }
    evidence.merge(mined.evidence) { $0 + $1 }
  }

  /// Leaves out what cannot be frequent enough in all, and adds what is a term by what surrounds it.
  package mutating func endMining() {
    let unseen = pieces * (threshold - 1)
    let (needed, surplus) = (selection.minimumCount, surplus)
    if surplus.contains(where: { Int($0) + unseen < needed }) {
      inventory = inventory.filtered { Int(surplus[$0]) + unseen >= needed }
    }
    let sorted = evidence.filter { $0.value >= Int32(selection.minimumEvidence) }.keys.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    for units in sorted { inventory.insert(units) }
    evidence = [:]
    self.surplus = []
  }

  // MARK: Second round

  /// - Parameter ranks: by document of the text, its place in the order of dates.
  package func count(_ text: CandidateText, ranks: ArraySlice<Int32>) -> StringCounts {
    StringCounts(of: inventory, in: text, ranks: ranks)
  }

  package mutating func add(_ more: StringCounts) {
    if counts == nil { counts = more } else { counts!.add(more) }
  }

  /// The terms, best first.
  ///
  /// - Parameter isWanted: whether to give a term.
  package func terms(isWanted: (DiscoveredTerm) -> Bool) -> [DiscoveredTerm] {
    counts.map { selection.terms(inventory, $0, isWanted: isWanted) } ?? []
  }
}
