/// Makes keywords of picked candidates: as the document prints them, with their places.
struct KeywordWriter {
  /// By term, which of the picked it is; -1 for others.
  private var picked: [Int32] = []
  /// By pick, the spellings it has.
  private var forms: [[Form]] = []

  /// A spelling of a keyword, where it stands first, and how often it does.
  private struct Form {
    var occurrence: KeywordText.Occurrence
    var count: Int
  }

  /// - Parameters:
  ///   - selected: indices of candidates, best first.
  ///   - scores: by candidate.
  ///   - blocks: what `text` was read from.
  mutating func keywords(
    _ selected: [Int32], of text: borrowing KeywordText, scores: [Double],
    blocks: [KeywordBlock], hasSnippets: Bool
  ) -> [Keyword] {
    picked.removeAll(keepingCapacity: true)
    picked.append(contentsOf: repeatElement(-1, count: text.terms.count))
    forms.removeAll(keepingCapacity: true)
    var keywords: [Keyword] = []
    keywords.reserveCapacity(selected.count)
    for (place, index) in selected.enumerated() {
      picked[Int(text.candidates[Int(index)])] = Int32(place)
      forms.append([])
      keywords.append(Keyword(term: "", score: scores[Int(index)], count: 0))
    }
    // Of each keyword, the occurrence that the snippet shows.
    var shown = [Int](repeating: -1, count: hasSnippets ? selected.count : 0)
    for (index, occurrence) in text.occurrences.enumerated() {
      let place = Int(picked[Int(occurrence.term)])
      guard place >= 0 else { continue }
      let block = blocks[Int(occurrence.block)]
      keywords[place].count += 1
      if let ordinal = block.ordinal {
        keywords[place].positions.append(
          Keyword.Position(block: ordinal, range: text.original(occurrence, block.units)))
      }
      if hasSnippets, shown[place] < 0 || block.role == .paragraph {
        let isBetter =
          shown[place] < 0
          || text.blocks[Int(text.occurrences[shown[place]].block)].role != .paragraph
        if isBetter { shown[place] = index }
      }
      note(occurrence, place, text, blocks)
    }
    for place in keywords.indices {
      // The first of equals, since `max` keeps the last.
      let form = forms[place].reversed().max { $0.count < $1.count }!.occurrence
      keywords[place].term = String(
        units: text.printed(form, blocks[Int(form.block)].units))
      if hasSnippets {
        let occurrence = text.occurrences[shown[place]]
        let units = blocks[Int(occurrence.block)].units
        keywords[place].snippet = KeywordSnippet.text(
          around: text.original(occurrence, units), of: units)
      }
    }
    return keywords
  }

  /// Counts the spelling of an occurrence.
  private mutating func note(
    _ occurrence: KeywordText.Occurrence, _ place: Int, _ text: borrowing KeywordText,
    _ blocks: [KeywordBlock]
  ) {
    let units = blocks[Int(occurrence.block)].units
    let range = text.original(occurrence, units)
    for index in forms[place].indices {
      let other = forms[place][index].occurrence
      let otherUnits = blocks[Int(other.block)].units
      if units[range].elementsEqual(otherUnits[text.original(other, otherUnits)]) {
        forms[place][index].count += 1
        return
      }
    }
    // A term with more spellings than this is a curiosity.
    if forms[place].count < 16 { forms[place].append(Form(occurrence: occurrence, count: 1)) }
  }
}

extension KeywordText {
  /// The units of the occurrence's block that it covers.
  ///
  /// - Parameter units: those of the block.
  func original(_ occurrence: Occurrence, _ units: [UInt16]) -> Range<Int> {
    let length = terms.terms[Int(occurrence.term)].length
    let last = Int(origins[Int(occurrence.start + length) - 1])
    return Int(origins[Int(occurrence.start)])..<Self.end(ofCharacterAt: last, units)
  }

  /// The occurrence as printed, without what folding passes over: invisible characters, and spaces
  /// that typography puts between Han characters.
  func printed(_ occurrence: Occurrence, _ units: [UInt16]) -> [UInt16] {
    let length = terms.terms[Int(occurrence.term)].length
    var printed: [UInt16] = []
    var previous: Int32 = -1
    for origin in origins[Int(occurrence.start)..<Int(occurrence.start + length)]
    where origin != previous {
      previous = origin
      printed += units[Int(origin)..<Self.end(ofCharacterAt: Int(origin), units)]
    }
    return printed
  }

  private static func end(ofCharacterAt index: Int, _ units: [UInt16]) -> Int {
    let isPair =
      units[index] & 0xFC00 == 0xD800 && index + 1 < units.count
      && units[index + 1] & 0xFC00 == 0xDC00
    return index + (isPair ? 2 : 1)
  }
}
