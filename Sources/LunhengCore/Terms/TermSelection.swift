import RealModule

/// Decides which strings of an inventory are terms, and how good each is.
package struct TermSelection: Sendable {
  /// Occurrences, and documents, that a term must have.
  package var minimumCount = 3
  package var minimumDocuments = 1
  /// The same of a term that is quoted or a name by what surrounds it, of which `minimumEvidence`
  /// occurrences are that.
  package var minimumRareCount = 2
  package var minimumRareDocuments = 1
  package var minimumEvidence = 1
  /// A candidate of which at least this share of occurrences stands within one longer term says nothing
  /// that the longer one does not; one that has the same neighbour so often is part of something longer.
  package var nestedShare = 0.8
  /// How closely the parts of a phrase must hold together, in nats of mutual information.
  package var phraseCohesion = 1.5
  /// The same for a phrase that starts with a verb, and for a string that segmentation cuts, with the
  /// entropy that this needs on either side.
  package var verbalCohesion = 3.0
  package var numeralCohesion = 6.0
  package var stringCohesion = 4.0
  package var stringEntropy = 1.0

  package init() {}
}

extension TermSelection {
  /// The terms, best first; of equals the commoner, then by characters.
  ///
  /// Complexity: O(n log n) for n candidates.
  ///
  /// - Parameter isWanted: whether a term that is good may be given; what is not wanted, because it is
  ///   known, still counts as a term that others stand within.
  func terms(
    _ inventory: StringInventory, _ counts: StringCounts,
    isWanted: (DiscoveredTerm) -> Bool
  ) -> [DiscoveredTerm] {
    var accepted: [Int: DiscoveredTerm] = [:]
    var order: [Int] = []
    for number in inventory.candidates.indices {
      if let term = term(number, inventory, counts) {
        accepted[number] = term
        order.append(number)
      }
    }
    order.sort {
      let (left, right) = (inventory.candidates[$0], inventory.candidates[$1])
      return left.length != right.length ? left.length > right.length : $0 < $1
    }
    resolveNesting(of: &accepted, in: order, inventory)
    let good = accepted.values.filter {
      $0.score > 0 && isWanted($0)
    }
    return good.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.folded.lexicographicallyPrecedes($1.folded)
    }
  }

  /// The term that a candidate is, by itself; nil if it is none. Its score is not yet known.
  private func term(
    _ number: Int, _ inventory: StringInventory, _ counts: StringCounts
  ) -> DiscoveredTerm? {
    let count = counts.candidates[number]
    let evidence = count.quoted + count.persons + count.bodies
    let hasEvidence = evidence >= minimumEvidence
    guard count.occurrences > 0 else { return nil }
    if hasEvidence {
      guard count.occurrences >= minimumRareCount, count.documents >= minimumRareDocuments else {
        return nil
      }
    } else {
      guard count.possible >= minimumCount, count.documents >= minimumDocuments else { return nil }
    }
    let before = counts.before.variety(of: number, count: Int(count.occurrences))
    let after = counts.after.variety(of: number, count: Int(count.occurrences))
    let cohesion = cohesion(of: number, inventory, counts)
    let folded = inventory.units(ofCandidate: number)
    let isShown = hasEvidence && 8 * evidence >= count.occurrences
    guard !Self.isTitled(folded),
      isShown && isFree(count, before, after)
        || isTerm(count, cohesion, before, after, number, inventory, counts, folded)
    else { return nil }
    let kind: DiscoveredTerm.Kind =
      if count.quoted >= minimumEvidence, 8 * count.quoted >= count.occurrences {
        .quoted
      } else if 8 * count.persons >= count.occurrences || 2 * count.proper > count.occurrences
        || TitleWords.endsBody(folded)
      {
        .name
      } else if 2 * (count.formed - count.words) > count.occurrences {
        .phrase
      } else {
        .word
      }
    return DiscoveredTerm(
      folded: folded, kind: kind, count: Int(count.occurrences), documents: Int(count.documents),
      aligned: Int(count.aligned), whole: Int(count.words), cohesion: cohesion,
      entropyBefore: before.entropy, entropyAfter: after.entropy, cValue: 0, score: 0, debug: "v\(count.verbal) n\(count.numeral) p\(count.phrases) r\(count.proper) j\(count.joined) fb\(count.freeBefore) fa\(count.freeAfter) lf\(count.loneFirst) ll\(count.loneLast) q\(count.quoted) pe\(count.persons) b\(count.bodies)",
      firstRank: Int(count.firstRank))
  }

  private func isTerm(
    _ count: StringCounts.Count, _ cohesion: Double, _ before: RecurringStrings.Neighbours,
    _ after: RecurringStrings.Neighbours, _ number: Int, _ inventory: StringInventory,
    _ counts: StringCounts, _ folded: [UInt16]
  ) -> Bool {
    guard isFree(count, before, after) else { return false }
    if 2 * count.words > count.occurrences { return true }
    if 2 * count.formed > count.occurrences {
      // A conjunction stands in names, and between things that are no term together.
      if 2 * count.joined > count.formed, !TitleWords.endsBody(folded) { return false }
      let needed =
        2 * count.numeral > count.formed
        ? numeralCohesion : 2 * count.verbal > count.formed ? verbalCohesion : phraseCohesion
      return cohesion >= needed
    }
    if 2 * count.suffixed > count.occurrences {
      return completes(count, number, inventory, counts) && cohesion >= phraseCohesion
    }
    // Made of words, and yet no term.
    if 2 * count.aligned > count.occurrences { return false }
    return min(before.entropy, after.entropy) >= stringEntropy && cohesion >= stringCohesion
  }

  /// Whether a string stands by itself often enough.
  private func isFree(
    _ count: StringCounts.Count, _ before: RecurringStrings.Neighbours,
    _ after: RecurringStrings.Neighbours
  ) -> Bool {
    // What nearly always has the same neighbour is a part of something longer.
    guard max(before.greatestShare, after.greatestShare) < nestedShare else { return false }
    // So is what starts with a word of one character, but hardly ever after punctuation or a function
    // word: (屋)邨|居民; and what ends so: 居民|邨(屋).
    return !(2 * count.loneFirst > count.occurrences && 10 * count.freeBefore < count.occurrences)
      && !(2 * count.loneLast > count.occurrences && 10 * count.freeAfter < count.occurrences)
  }

  /// Whether a term is a person's name with a title: the name is what is new.
  private static func isTitled(_ folded: [UInt16]) -> Bool {
    (2...4).contains { length in
      folded.count >= length + 2 && TitleWords.isTitle(folded.suffix(length))
        && Surnames.isName(Array(folded.dropLast(length)))
    }
  }

  /// Whether what stands before the last character hardly ever stands without it.
  private func completes(
    _ count: StringCounts.Count, _ number: Int, _ inventory: StringInventory,
    _ counts: StringCounts
  ) -> Bool {
    let candidate = inventory.candidates[number]
    let prefix = inventory.levels[Int(candidate.length)].parts[Int(candidate.number)].prefix
    let stem = counts.strings[Int(candidate.length) - 1][Int(prefix)]
    return Double(count.occurrences) >= nestedShare * Double(stem)
  }

  /// The least pointwise mutual information of the two parts that a candidate can be cut into.
  private func cohesion(
    of number: Int, _ inventory: StringInventory, _ counts: StringCounts
  ) -> Double {
    let candidate = inventory.candidates[number]
    let length = Int(candidate.length)
    let count = Double(counts.strings[length][Int(candidate.number)])
    var prefixes: [Int32] = []
    var suffixes: [Int32] = []
    var prefix = candidate.number
    var suffix = candidate.number
    for part in stride(from: length, to: 1, by: -1) {
      prefix = inventory.levels[part].parts[Int(prefix)].prefix
      suffix = inventory.levels[part].parts[Int(suffix)].suffix
      prefixes.append(counts.strings[part - 1][Int(prefix)])
      suffixes.append(counts.strings[part - 1][Int(suffix)])
    }
    var least = Double.infinity
    for index in prefixes.indices {
      let expected =
        Double(prefixes[index]) * Double(suffixes[suffixes.count - 1 - index])
        / Double(counts.size)
      least = min(least, .log(count / expected))
    }
    return least
  }

  /// Gives each term its C-value and score; 0 to what says nothing that a longer term does not.
  ///
  /// - Parameter order: by length, longest first.
  private func resolveNesting(
    of terms: inout [Int: DiscoveredTerm], in order: [Int], _ inventory: StringInventory
  ) {
    // By candidate: occurrences within longer terms, and how many different ones these are.
    var nested: [Int: (count: Int, terms: Int)] = [:]
    var isPart: Set<Int> = []
    for number in order {
      guard var term = terms[number] else { continue }
      let within = nested[number] ?? (0, 0)
      let free =
        Double(term.count) - (within.terms > 0 ? Double(within.count) / Double(within.terms) : 0)
      term.cValue = .log2(Double(term.folded.count)) * free
      term.score = isPart.contains(number) ? 0 : score(of: term)
      terms[number] = term
      if isPart.contains(number) { continue }
      var seen: Set<Int> = []
      inventory.forEachPart(ofCandidate: number) { length, part in
        let candidate = Int(inventory.levels[length].candidates[part])
        guard candidate >= 0, let inner = terms[candidate], seen.insert(candidate).inserted else {
          return
        }
        if Double(term.count) >= nestedShare * Double(inner.count) { isPart.insert(candidate) }
        let old = nested[candidate] ?? (0, 0)
        nested[candidate] = (old.count + term.count - within.count, old.terms + 1)
      }
    }
  }

  private func score(of term: DiscoveredTerm) -> Double {
    .log(1 + max(0, term.cValue)) * max(0, term.cohesion)
      / (1 + .exp(-min(term.entropyBefore, term.entropyAfter)))
  }
}
