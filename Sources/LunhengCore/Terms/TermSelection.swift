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
  /// How closely the parts of a phrase must hold together, in nats of mutual information; of a phrase that
  /// starts or ends with a verb, or starts with a number; and of a string that segmentation cuts, with the entropy that this
  /// needs on either side.
  package var phraseCohesion = 1.5
  package var verbalCohesion = 3.0
  package var numeralCohesion = 6.0
  package var stringCohesion = 4.0
  package var stringEntropy = 1.0

  package init() {}
}

extension TermSelection {
  /// A term whose score is not yet known.
  struct Draft {
    var term: DiscoveredTerm
    /// Whether it mostly starts with a verb.
    var isVerbal: Bool
    /// Whether it mostly starts or ends within a word.
    var isCut: Bool
    /// Whether it never stands by itself. So do parts of words, and terms that go with another one only.
    var isBound: Bool
    /// Whether it is a term although it never stands by itself: see `freeBound`.
    var isFreed = false
    /// Whether a longer term says as much.
    var isPart = false
    /// Occurrences within longer terms, and how many different ones these are.
    var nested = 0
    var longer = 0
  }

  /// The terms, best first; of equals the commoner, then by characters.
  ///
  /// Complexity: O(n log n) for n candidates.
  ///
  /// - Parameter isWanted: whether to give a term. One that is not wanted, because it is known, still counts
  ///   as a term that others stand within.
  func terms(
    _ inventory: StringInventory, _ counts: StringCounts, isWanted: (DiscoveredTerm) -> Bool
  ) -> [DiscoveredTerm] {
    var drafts: [Int: Draft] = [:]
    for number in inventory.candidates.indices {
      drafts[number] = draft(number, inventory, counts)
    }
    freeBound(&drafts, inventory)
    resolveNesting(of: &drafts, inventory)
    let size = Double(max(2, counts.size))
    var terms: [DiscoveredTerm] = []
    for (number, draft) in drafts where !draft.isPart {
      if draft.isVerbal, hasObject(number, drafts, inventory) { continue }
      var term = draft.term
      term.score = Self.score(of: term, size: size)
      if term.score > 0, isWanted(term) { terms.append(term) }
    }
    return terms.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.folded.lexicographicallyPrecedes($1.folded)
    }
  }

  /// How good a term is: often by itself, closely knit and freely combined. Mutual information counts as a
  /// share of what it could be at most (Bouma, "Normalized (pointwise) mutual information in collocation
  /// extraction", 2009), lest the rarest be the best.
  private static func score(of term: DiscoveredTerm, size: Double) -> Double {
    let most = Double.log(size / Double(term.count))
    let cohesion = most > 0 ? max(0, term.cohesion) / most : 0
    let freedom = 1 / (1 + .exp(-min(term.entropyBefore, term.entropyAfter)))
    return .log(1 + max(0, term.cValue)) * cohesion * freedom
  }

  // MARK: By itself

  /// The term that a candidate is, by itself; nil if it is none.
  private func draft(
    _ number: Int, _ inventory: StringInventory, _ counts: StringCounts
  ) -> Draft? {
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
    guard !Self.isTitled(folded), !folded.repeatsItself,
      hasEvidence && 8 * evidence >= count.occurrences
        || isTerm(count, cohesion, before, after, number, inventory, counts, folded)
    else { return nil }
    return Draft(
      term: DiscoveredTerm(
        folded: folded, kind: kind(count, folded), count: Int(count.occurrences),
        documents: Int(count.documents), aligned: Int(count.aligned), whole: Int(count.words),
        quoted: Int(count.quoted), cohesion: cohesion, entropyBefore: before.entropy,
        entropyAfter: after.entropy, cValue: 0, score: 0, firstRank: Int(count.firstRank)),
      isVerbal: 2 * count.verbal > count.formed, isCut: 2 * count.cut > count.occurrences,
      isBound: !isFree(count, before, after))
  }

  private func kind(_ count: StringCounts.Count, _ folded: [UInt16]) -> DiscoveredTerm.Kind {
    if count.quoted >= minimumEvidence, 8 * count.quoted >= count.occurrences { return .quoted }
    if 8 * count.persons >= count.occurrences || 2 * count.proper > count.occurrences
      || TitleWords.endsBody(folded)
    {
      return .name
    }
    return 2 * (count.formed - count.words) > count.occurrences ? .phrase : .word
  }

  private func isTerm(
    _ count: StringCounts.Count, _ cohesion: Double, _ before: RecurringStrings.Neighbours,
    _ after: RecurringStrings.Neighbours, _ number: Int, _ inventory: StringInventory,
    _ counts: StringCounts, _ folded: [UInt16]
  ) -> Bool {
    // “，代理主席，”: a turn of speech.
    if count.occurrences >= 10,
      20 * min(count.freeBefore, count.freeAfter) >= 19 * count.occurrences
    {
      return false
    }
    // 萬元, 年年底: what numbers count.
    if 2 * count.counted > count.occurrences { return false }
    if 2 * count.words > count.occurrences { return true }
    if 2 * count.formed > count.occurrences {
      // A conjunction stands in names, and between things that are no term together.
      if 2 * count.joined > count.formed, !TitleWords.endsBody(folded) { return false }
      if 2 * count.numeral > count.formed { return cohesion >= numeralCohesion }
      if 2 * count.verbal > count.formed {
        return cohesion >= verbalCohesion && !isClause(count)
      }
      if 2 * count.nominal > count.formed {
        return cohesion >= verbalCohesion && 2 * count.loneLast <= count.occurrences
      }
      return cohesion >= phraseCohesion
    }
    if 2 * count.suffixed > count.occurrences {
      return completes(count, number, inventory, counts) && cohesion >= phraseCohesion
    }
    // Made of words, and yet no term.
    return 2 * count.cut > count.occurrences
      && min(before.entropy, after.entropy) >= stringEntropy && cohesion >= stringCohesion
  }

  /// Whether what starts with a verb is this with its object: after an object the clause is nearly always
  /// at its end (達成共識), a term goes on to others (退休保障制度); a verb of one character has an object.
  private func isClause(_ count: StringCounts.Count) -> Bool {
    let endsAlone = 2 * count.loneLast > count.occurrences
    return 2 * count.loneFirst > count.occurrences
      || 5 * count.freeAfter >= 4 * count.occurrences && !endsAlone
  }

  /// Whether a string stands by itself often enough.
  private func isFree(
    _ count: StringCounts.Count, _ before: RecurringStrings.Neighbours,
    _ after: RecurringStrings.Neighbours
  ) -> Bool {
    // What nearly always has the same neighbour is a part of something longer.
    guard max(before.greatestShare, after.greatestShare) < nestedShare else { return false }
    // After a noun and its verb comes an object; after a noun made of both, punctuation or a function word.
    if 2 * count.nominal > count.formed, 2 * count.freeAfter < count.occurrences { return false }
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
}
