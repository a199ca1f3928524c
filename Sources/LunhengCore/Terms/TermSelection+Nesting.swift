extension TermSelection {
  /// Keeps, of the terms that never stand by themselves, those that make a longer one together with a much
  /// commoner term: 中間試驗 of 中間試驗產業集群, because 產業集群 goes with others too.
  func freeBound(_ drafts: inout [Int: Draft], _ inventory: StringInventory) {
    var freed: Set<Int> = []
    for (number, draft) in drafts where !draft.isBound && draft.term.folded.count >= 8 {
      for (head, tail) in inventory.splits(ofCandidate: number, least: 4) {
        guard let first = drafts[head], let second = drafts[tail], first.isBound, !second.isBound,
          first.term.kind == .phrase, second.term.count >= 3 * draft.term.count,
          2 * second.term.whole < second.term.count
        else { continue }
        freed.insert(head)
      }
    }
    for number in drafts.keys.sorted() where drafts[number]!.isBound {
      if freed.contains(number) { drafts[number]!.isFreed = true } else { drafts[number] = nil }
    }
  }

  /// Gives each term its C-value, and finds those of which a longer one says as much.
  func resolveNesting(of drafts: inout [Int: Draft], _ inventory: StringInventory) {
    let order = drafts.keys.sorted {
      let (left, right) = (inventory.candidates[$0].length, inventory.candidates[$1].length)
      return left != right ? left > right : $0 < $1
    }
    for number in order {
      var draft = drafts[number]!
      // What goes with one term only has no occurrences besides.
      let within =
        draft.longer > 0 && !draft.isFreed ? Double(draft.nested) / Double(draft.longer) : 0
      draft.term.cValue =
        .log2(Double(draft.term.folded.count)) * (Double(draft.term.count) - within)
      // A string that segmentation cuts is also a part if several longer ones share it out: 管局.
      if draft.isCut, Double(draft.nested) >= nestedShare * Double(draft.term.count) {
        draft.isPart = true
      }
      drafts[number] = draft
      if draft.isPart { continue }
      var seen: Set<Int> = []
      inventory.forEachPart(ofCandidate: number) { length, part in
        let candidate = Int(inventory.levels[length].candidates[part])
        guard candidate >= 0, seen.insert(candidate).inserted else { return }
        guard var inner = drafts[candidate] else { return }
        if !inner.isFreed,
          Double(draft.term.count) >= nestedShare * Double(inner.term.count)
        {
          inner.isPart = true
        }
        inner.nested += draft.term.count - draft.nested
        inner.longer += 1
        drafts[candidate] = inner
      }
    }
  }

  /// Whether what is left of a term without its first one or two characters is a term of three and more:
  /// the object of a verb.
  func hasObject(
    _ number: Int, _ drafts: [Int: Draft], _ inventory: StringInventory
  ) -> Bool {
    let candidate = inventory.candidates[number]
    var suffix = candidate.number
    for length in stride(from: Int(candidate.length), to: 3, by: -1).prefix(2) {
      suffix = inventory.levels[length].parts[Int(suffix)].suffix
      let rest = Int(inventory.levels[length - 1].candidates[Int(suffix)])
      if rest >= 0, drafts[rest] != nil { return true }
    }
    return false
  }
}
