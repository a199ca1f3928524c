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
  /// Whether wider gaps stand between paragraphs only. Where some tear sentences, none means anything.
  private let gapsAreReliable: Bool
  private let headEnd: Int
  /// By line: whether it is metadata by its own words.
  private let standsAlone: [Bool]

  init(units: [UInt16], lines: [Line]) {
    self.units = units
    self.lines = lines
    let printed = lines.indices.filter { !lines[$0].isBlank && !lines[$0].isFurniture }
    self.printed = printed
    standsAlone = lines.map { !$0.isFurniture && Self.standsAlone($0, in: units) }
    layout = Layout.of(printed.map { lines[$0] }, units: units)
    var gaps: [Int: Int] = [:]
    for (left, right) in zip(printed, printed.dropFirst()) {
      gaps[Self.gap(from: left, to: right, in: lines), default: 0] += 1
    }
    let usualGap = gaps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    self.usualGap = usualGap
    let gapped = zip(printed, printed.dropFirst()).filter {
      Self.gap(from: $0, to: $1, in: lines) > usualGap
        && Punctuation.hasClauses(units[lines[$0].content])
    }
    let torn = gapped.count { !Punctuation.endsSentence(units[lines[$0.0].content]) }
    gapsAreReliable = torn * 5 <= gapped.count
    headEnd = Self.headEnd(lines: lines, printed: printed, units: units)
    hasLostIndent = Self.startsAreShort(
      lines: lines, printed: printed, units: units, layout: layout)
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
    let short = starts.count { isShortByIndent(lines[$0.1], in: units, measure: measure) }
    return short >= 2 && short * 3 >= starts.count * 2
  }

  /// Whether the line is full but for an indent of two characters. Punctuation at its end may hang
  /// over the measure by one.
  private static func isShortByIndent(
    _ line: Line, in units: [UInt16], measure: Double
  ) -> Bool {
    let missing = measure - line.width - line.indent
    return (1.25...2.75).contains(missing)
      || (missing > 0.75 && missing < 1.25
        && Punctuation.isProhibitedAtLineStart(units[line.content.upperBound - 1]))
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
    if standsAlone[last] || standsAlone[next] { return false }
    if isInHead(group), BylineParser.isNameLine(Array(nextText)) { return false }
    if Punctuation.endsSentence(units[lines[last].content]) {
      return continuesAfterSentence(group, with: next)
    }
    if isHeadingLike(group), TornWord.isCut(units[lines[last].content], nextText) { return true }
    return isHeadingLike(group)
      ? continuesHeading(group, with: next) : continuesProse(from: last, to: next)
  }

  /// After a full stop at a line end the paragraph goes on only in wrapped text, where the line is so
  /// full that it had to be broken there.
  private func continuesAfterSentence(_ group: [Int], with next: Int) -> Bool {
    guard case .wrapped(let measure) = layout else { return false }
    let last = group[group.count - 1]
    let nextText = units[lines[next].content]
    if hasExtraGap(from: last, to: next) || lines[next].indent >= Self.paragraphIndent
      || Punctuation.startsListItem(nextText) || isHeadingLike([next])
    {
      return false
    }
    if hasLostIndent, Self.isShortByIndent(lines[next], in: units, measure: measure) {
      return false
    }
    // An indent, seen or lost, takes room too.
    let indent = group.count > 1 ? 0 : hasLostIndent ? 2 : lines[last].indent
    return room(after: last, for: next, measure: measure - indent) < 0
  }

  private func continuesHeading(_ group: [Int], with next: Int) -> Bool {
    let last = group[group.count - 1]
    switch layout {
    case .flowing:
      return false
    case .wrapped:
      return (isHeadingLike([next]) || (mayBeTitle(group) && isQuestion(next)))
        && group.count < Self.maximumHeadingLines
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

  /// Short, and no sentence ends there. A heading has no clauses either, but a title may: 「論文之後，
  /// 大學還欠社會一道橋」; what tells it from torn prose is that it opens the text, or that prose would
  /// have filled the line.
  private func isHeadingLike(_ group: [Int]) -> Bool {
    let mayHaveClauses = mayBeTitle(group)
    return group.allSatisfy { index in
      let text = units[lines[index].content]
      return lines[index].width <= headingWidth && !Punctuation.endsSentence(text)
        && (mayHaveClauses || !Punctuation.hasClauses(text))
    }
  }

  /// Whether the line is short and asks or exclaims, as the last line of a title may.
  private func isQuestion(_ index: Int) -> Bool {
    lines[index].width <= headingWidth
      && Punctuation.asksOrExclaims(units[lines[index].content])
  }

  private func mayBeTitle(_ group: [Int]) -> Bool {
    guard group.first == printed.first, let last = group.last else { return false }
    switch layout {
    case .wrapped:
      return true
    case .flowing:
      guard group.count == 1, let next = printed.dropFirst().first else { return false }
      return lines[next].width > Self.proseWidth
        || BylineParser.isNameLine(Array(units[lines[next].content]))
    case .ragged:
      return gapsAreReliable && usualGap == 0 && last + 1 < lines.count && lines[last + 1].isBlank
    }
  }

  /// Whether only title and names came before: no line so far has prose.
  private func isInHead(_ group: [Int]) -> Bool { group[group.count - 1] < headEnd }

  /// The line after those that may be the head of the piece: the first ones, as long as they are few,
  /// narrow and end no sentence.
  private static func headEnd(lines: [Line], printed: [Int], units: [UInt16]) -> Int {
    let head = printed.prefix(maximumHeadLines).prefix {
      lines[$0].width <= proseWidth && !units[lines[$0].content].contains(0x3002)
    }
    return head.last.map { $0 + 1 } ?? 0
  }

  private var headingWidth: Double {
    if case .wrapped(let measure) = layout { return measure * 0.85 }
    return 30
  }

  /// Whether the line is metadata by its own words, never a part of what stands beside it.
  private static func standsAlone(_ line: Line, in units: [UInt16]) -> Bool {
    let text = units[line.content]
    guard text.count <= CitationParser.maximumLength else { return false }
    // Without one of these a line is neither, and most lines are spared the parsers.
    let hints = text.prefix { !isMetadataHint($0) }
    guard hints.count < text.count else { return false }
    return BylineParser.isByline(Array(text)) || CitationParser(Array(text)).isCitation
  }

  /// White space, label marks, title marks, and what dates have.
  private static func isMetadataHint(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x3000, 0x09, 0xFF1A, 0x3A, 0xFF0F, 0x2F, 0xFE30, 0xFF5C, 0x7C, 0x300A, 0x3008,
      0x5E74, 0x2D, 0x2E:
      true
    default: false
    }
  }

  private func hasExtraGap(from last: Int, to next: Int) -> Bool {
    gapsAreReliable && lines[last].page == lines[next].page
      && Self.gap(from: last, to: next, in: lines) > usualGap
      && !lines[last..<next].contains { $0.isFurniture }
  }

  private static func gap(from last: Int, to next: Int, in lines: [Line]) -> Int {
    lines[last..<next].count { $0.isBlank }
  }

  /// Ems that would stay free if the first word of the next line stood at the end of this one.
  private func room(after last: Int, for next: Int, measure: Double) -> Double {
    let text = units[lines[next].content]
    // An opening bracket stays with what it opens; a Latin word or number stays whole.
    var count = text.prefix { Punctuation.isProhibitedAtLineEnd($0) }.count
    let word = text.dropFirst(count).prefix { CharacterClass($0).isAlphanumeric }.count
    count = min(count + max(word, 1), text.count)
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
  /// The head of a piece has no more lines, and none so wide.
  private static let maximumHeadLines = 8
  private static let proseWidth = 40.0
}
