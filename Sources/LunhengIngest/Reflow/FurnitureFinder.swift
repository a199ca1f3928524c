import LunhengCore

/// Finds running heads and page numbers: lines that belong to the page and not to the text.
///
/// A page number is known by its form (「- 3 -」, 「第 3 頁」, 「3/12」), or, if it is digits alone, by a
/// neighbour that counts on from it, a page break beside it, or its place at the very end. A running
/// head is a short line that recurs with only its digits changed.
struct FurnitureFinder {
  private let units: [UInt16]
  private let lines: [Line]
  /// Indices of lines with content.
  private let printed: [Int]

  init(units: [UInt16], lines: [Line]) {
    self.units = units
    self.lines = lines
    printed = lines.indices.filter { !lines[$0].isBlank }
  }

  /// Longer lines are text, even where they recur.
  private static let maximumWidth = 40.0
  /// So many times a line recurs before it is a running head; fewer where it stands at a page break.
  private static let minimumRecurrences = 3
  /// Lines of text between two running heads: less is a refrain or a table.
  private static let minimumSpacing = 6
  /// "#", which stands for a number in a shape.
  private static let number: UInt16 = 0x23

  /// Indices of the furniture among the lines.
  func find() -> Set<Int> {
    var furniture = pageNumbers()
    furniture.formUnion(runningHeads(besides: furniture))
    return furniture
  }

  // MARK: Page numbers

  private func pageNumbers() -> Set<Int> {
    var found: Set<Int> = []
    var bare: [(place: Int, value: Int)] = []
    for place in printed.indices where lines[printed[place]].width <= Self.maximumWidth {
      let content = folded(printed[place])
      if Self.isPageNumberForm(content) {
        found.insert(printed[place])
      } else if let value = Self.number(content) {
        bare.append((place, value))
      }
    }
    for (index, candidate) in bare.enumerated() {
      let countsOn =
        (index > 0 && bare[index - 1].value + 1 == candidate.value
          && bare[index - 1].place + 1 < candidate.place)
        || (index + 1 < bare.count && bare[index + 1].value == candidate.value + 1
          && candidate.place + 1 < bare[index + 1].place)
      let isLast = candidate.place == printed.count - 1 && printed.count > 2
      if countsOn || isLast || isAtPageBreak(candidate.place) {
        found.insert(printed[candidate.place])
      }
    }
    return found
  }

  /// 「-3-」, 「第3頁」, 「第3頁，共5頁」, 「3/12」, 「page 3 of 12」, 「p.3」, folded.
  private static func isPageNumberForm(_ text: String) -> Bool {
    guard text.utf16.count <= 16 else { return false }
    let shape = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          ("0"..."9").contains($0) ? "#" : $0
        })
    ).replacingRuns(of: "#")
    return pageNumberShapes.contains(shape)
  }

  private static let pageNumberShapes: Set<String> = [
    "-#-", "~#~", "[#]", "第#页", "第#页,共#页", "第#页/共#页", "第#页共#页", "#/#",
    "page#", "page #", "page # of #", "p.#", "p. #", "页#", "#页",
  ]

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  // MARK: Running heads

  private func runningHeads(besides known: Set<Int>) -> Set<Int> {
    // The shape of a line is its folded text with each number as one mark; by shape, its places in
    // `printed`.
    var occurrences: [[Int]] = []
    var vocabulary = Vocabulary()
    var folded = FoldedText()
    var shape: [UInt16] = []
    for place in printed.indices where !known.contains(printed[place]) {
      let line = lines[printed[place]]
      guard line.width <= Self.maximumWidth,
        !Punctuation.endsSentence(units[line.content]),
        !Punctuation.closesOrIntroduces(units[line.content])
      else { continue }
      folded.fold(Array(units[line.content]))
      shape.removeAll(keepingCapacity: true)
      for unit in folded.units {
        let mark = CharacterClass(unit) == .digit ? Self.number : unit
        if mark != Self.number || shape.last != Self.number { shape.append(mark) }
      }
      guard shape.count > 1 else { continue }
      let key = Int(vocabulary.intern(shape[...]))
      if key == occurrences.count { occurrences.append([]) }
      occurrences[key].append(place)
    }
    var found: Set<Int> = []
    for var places in occurrences where places.count > 1 {
      if places[0] == 0, isTitle(followedBy: 1) {
        // The title, which later pages repeat as their running head.
        places.removeFirst()
      }
      let atBreaks = places.filter { $0 == 0 || isAtPageBreak($0, beside: known) }
      let spacings = zip(places, places.dropFirst()).map { $1 - $0 }.sorted()
      let isSpread = spacings.isEmpty || spacings[spacings.count / 2] >= Self.minimumSpacing
      if isSpread, places.count >= Self.minimumRecurrences || atBreaks.count == places.count {
        found.formUnion(places.map { printed[$0] })
      } else if atBreaks.count >= 2 {
        found.formUnion(atBreaks.map { printed[$0] })
      }
    }
    return found
  }

  /// Whether the first line is the title rather than the running head of the first page, by what
  /// follows it: names or text, and not another short line.
  private func isTitle(followedBy place: Int) -> Bool {
    guard place < printed.count else { return true }
    let text = units[lines[printed[place]].content]
    return BylineParser.isNameLine(Array(text))
      || Punctuation.hasClauses(text)
        && lines[printed[place]].width > 20
  }

  /// Whether a form feed stands just before or after the line, or a line of `known` furniture does.
  private func isAtPageBreak(_ place: Int, beside known: Set<Int> = []) -> Bool {
    let line = lines[printed[place]]
    if place > 0 {
      let before = printed[place - 1]
      if lines[before].page != line.page || known.contains(before) { return true }
    }
    if place + 1 < printed.count {
      let after = printed[place + 1]
      if lines[after].page != line.page || known.contains(after) { return true }
    }
    return false
  }

  private func folded(_ index: Int) -> String {
    String(units: FoldedText(Array(units[lines[index].content])).units)
  }
}

extension String {
  /// With each run of `character` as one.
  fileprivate func replacingRuns(of character: Character) -> String {
    var result = ""
    for next in self where !(next == character && result.last == character) { result.append(next) }
    return result
  }
}
