import LunhengCore

/// Lines that make one block, before it is known what the block is.
struct LineGroup {
  /// Indices among the lines of the text, in order.
  var lines: [Int]
  /// Short, without clauses and without a sentence's end: a title, a heading, a name.
  var isHeadingLike: Bool
  var isFurniture = false
}

/// Puts lines together that the page tore apart.
///
/// The question at each line end is whether the block goes on, and it is answered by how the sentence
/// stands, how full the line is, and what the next line looks like; blank lines, indents and page
/// breaks only count where the sentence has ended, because torn text has them anywhere.
struct LineGrouper {
  let units: [UInt16]
  let lines: [Line]
  let layout: Layout
  /// Blank lines that usually stand between two lines of text.
  private let usualGap: Int
  /// Indices of lines that are text.
  private let printed: [Int]
  /// Whether the lines that start paragraphs are two ems short: the extraction dropped their indent.
  private let hasLostIndent: Bool

  init(units: [UInt16], lines: [Line]) {
    self.units = units
    self.lines = lines
    let printed = lines.indices.filter { !lines[$0].isBlank && !lines[$0].isFurniture }
    self.printed = printed
    layout = Layout.of(printed.map { lines[$0] }, units: units)
    var gaps: [Int: Int] = [:]
    for (left, right) in zip(printed, printed.dropFirst()) {
      gaps[Self.gap(from: left, to: right, in: lines), default: 0] += 1
    }
    usualGap = gaps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    hasLostIndent = Self.startsAreShort(lines: lines, printed: printed, units: units, layout: layout)
  }

  /// Looks at the lines that surely start a paragraph and are broken off full: those after a line on
  /// which a sentence ends with room to spare.
  private static func startsAreShort(
    lines: [Line], printed: [Int], units: [UInt16], layout: Layout
  ) -> Bool {
    guard case .wrapped(let measure) = layout else { return false }
    let starts = zip(printed, printed.dropFirst()).filter { last, next in
      Punctuation.endsSentence(units[lines[last].content])
        && lines[last].width < measure - 4 && lines[next].width > measure - 4
        && !Punctuation.endsSentence(units[lines[next].content])
    }
    let short = starts.count { isShortByIndent(lines[$0.1].width, measure: measure) }
    return short >= 2 && short * 3 >= starts.count * 2
  }

  /// Whether a line of this width is full but for an indent of two characters.
  private static func isShortByIndent(_ width: Double, measure: Double) -> Bool {
    (1.25...2.75).contains(measure - width)
  }

  /// The groups in order of their first lines, furniture included, a line a group.
  func groups() -> [LineGroup] {
    var groups: [LineGroup] = []
    var current: [Int] = []
    for index in printed {
      if !current.isEmpty, !continues(current, with: index) {
        groups.append(LineGroup(lines: current, isHeadingLike: isHeadingLike(current)))
        current = []
      }
      current.append(index)
    }
    if !current.isEmpty {
      groups.append(LineGroup(lines: current, isHeadingLike: isHeadingLike(current)))
    }
    groups += lines.indices.filter { lines[$0].isFurniture }.map {
      LineGroup(lines: [$0], isHeadingLike: false, isFurniture: true)
    }
    return groups.sorted { $0.lines[0] < $1.lines[0] }
  }

  // MARK: Does the block go on?

  private func continues(_ group: [Int], with next: Int) -> Bool {
    let last = group[group.count - 1]
    let nextText = units[lines[next].content]
    if Punctuation.isProhibitedAtLineStart(nextText.first!) { return true }
    if standsAlone(last) || standsAlone(next) { return false }
    if Punctuation.endsSentence(units[lines[last].content]) {
      return continuesAfterSentence(from: last, to: next)
    }
    return isHeadingLike(group)
      ? continuesHeading(group, with: next) : continuesProse(from: last, to: next)
  }

  /// After a full stop at a line end the paragraph goes on only in wrapped text, where the line is so
  /// full that it had to be broken there.
  private func continuesAfterSentence(from last: Int, to next: Int) -> Bool {
    guard case .wrapped(let measure) = layout else { return false }
    let nextText = units[lines[next].content]
    if hasExtraGap(from: last, to: next) || lines[next].indent >= Self.paragraphIndent
      || Punctuation.startsListItem(nextText) || isHeadingLike([next])
    {
      return false
    }
    if hasLostIndent, Self.isShortByIndent(lines[next].width, measure: measure) { return false }
    return room(after: last, for: next, measure: measure) < 0.25
  }

  private func continuesHeading(_ group: [Int], with next: Int) -> Bool {
    let last = group[group.count - 1]
    switch layout {
    case .flowing:
      return false
    case .wrapped:
      return isHeadingLike([next]) && group.count < Self.maximumHeadingLines
        && !hasExtraGap(from: last, to: next)
        && !Punctuation.startsListItem(units[lines[next].content])
    case .ragged:
      return !hasExtraGap(from: last, to: next)
    }
  }

  private func continuesProse(from last: Int, to next: Int) -> Bool {
    let nextText = units[lines[next].content]
    let introduces = Punctuation.closesOrIntroduces(units[lines[last].content])
    switch layout {
    case .flowing:
      return !introduces && lines[next].indent < Self.paragraphIndent
        && !Punctuation.startsListItem(nextText)
    case .wrapped(let measure):
      if room(after: last, for: next, measure: measure) < Self.slack { return true }
      return !introduces && lines[next].indent < Self.paragraphIndent
        && !Punctuation.startsListItem(nextText)
    case .ragged:
      return !(introduces && Punctuation.startsListItem(nextText))
    }
  }

  // MARK: What a line looks like

  /// Short, without clauses, and no sentence ends there.
  private func isHeadingLike(_ group: [Int]) -> Bool {
    group.allSatisfy { index in
      let text = units[lines[index].content]
      return lines[index].width <= headingWidth && !Punctuation.hasClauses(text)
        && !Punctuation.endsSentence(text)
    }
  }

  private var headingWidth: Double {
    if case .wrapped(let measure) = layout { return measure * 0.85 }
    return 30
  }

  /// Whether the line is metadata by its own words, never a part of what stands beside it.
  private func standsAlone(_ index: Int) -> Bool {
    let text = Array(units[lines[index].content])
    guard text.count <= CitationParser.maximumLength else { return false }
    return BylineParser.isByline(text) || CitationParser(text).isCitation
  }

  private func hasExtraGap(from last: Int, to next: Int) -> Bool {
    lines[last].page == lines[next].page
      && Self.gap(from: last, to: next, in: lines) > usualGap
      && !lines[last..<next].contains { $0.isFurniture }
  }

  private static func gap(from last: Int, to next: Int, in lines: [Line]) -> Int {
    lines[last..<next].count { $0.isBlank }
  }

  /// Ems that would stay free if the first word of the next line stood at the end of this one.
  private func room(after last: Int, for next: Int, measure: Double) -> Double {
    let text = units[lines[next].content]
    var count = 1
    if CharacterClass(text.first!).isAlphanumeric {
      count = text.prefix { CharacterClass($0).isAlphanumeric }.count
    }
    while count < text.count, count < 20,
      Punctuation.isProhibitedAtLineStart(text[text.startIndex + count])
    {
      count += 1
    }
    return measure - lines[last].width - Line.width(of: text.prefix(count))
  }

  /// A first-line indent of two characters, less what a careless typist leaves out.
  private static let paragraphIndent = 1.5
  /// A line of unfinished prose counts as full with so many ems to spare.
  private static let slack = 2.0
  private static let maximumHeadingLines = 4
}
