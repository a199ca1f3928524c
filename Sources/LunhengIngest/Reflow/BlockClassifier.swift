import LunhengCore

/// Tells what each block is, and reads the metadata that the blocks give.
///
/// What stands before the first paragraph is the head of the piece: a title first, then names; behind
/// it, short blocks are headings. Citations are known by what they say, wherever they stand.
struct BlockClassifier {
  private(set) var blocks: [Block]
  private(set) var metadata = Metadata()
  private let isHeadingLike: [Bool]

  /// - Parameters:
  ///   - blocks: all of them `paragraph` or `furniture` so far.
  ///   - isHeadingLike: for each block, whether it is short and without clauses.
  init(blocks: [Block], isHeadingLike: [Bool]) {
    self.blocks = blocks
    self.isHeadingLike = isHeadingLike
  }

  mutating func classify() {
    markCitations()
    let text = blocks.indices.filter { blocks[$0].role == .paragraph }
    guard let body = text.first(where: { !isHeadingLike[$0] && !isTitleBeforeByline($0) })
    else {
      // Nothing but short lines: there is no telling a title from the text.
      return
    }
    classifyHead(text.filter { $0 < body }, body: body)
    for index in text where index > body && blocks[index].role == .paragraph {
      if isClosingByline(index) {
        markByline(index)
      } else if isHeadingLike[index] {
        blocks[index].role = .heading
      }
    }
  }

  // MARK: Head

  private mutating func classifyHead(_ head: [Int], body: Int) {
    for index in head {
      let text = blocks[index].units
      if metadata.title != nil || BylineParser.isByline(text),
        BylineParser.isByline(text) || BylineParser.isNameLine(text)
      {
        markByline(index)
      } else if metadata.title == nil {
        markTitle(index)
      } else if let last = blocks[..<index].last(where: { $0.role != .furniture }),
        last.role == .byline, BylineParser.isPost(text)
      {
        blocks[index].role = .byline
      } else {
        blocks[index].role = .heading
      }
    }
    // A title may be a sentence: 「樓價跌了，誰受惠？」
    if metadata.title == nil, head.isEmpty, isQuestionTitle(body) { markTitle(body) }
  }

  private mutating func markTitle(_ index: Int) {
    blocks[index].role = .title
    metadata.title = Attributed(
      blocks[index].text, evidence: evidence(0..<blocks[index].units.count, in: index))
  }

  private mutating func markByline(_ index: Int) {
    blocks[index].role = .byline
    for name in BylineParser.names(in: blocks[index].units) {
      guard !metadata.authors.contains(where: { $0.value == name.text }) else { continue }
      metadata.authors.append(Attributed(name.text, evidence: evidence(name.range, in: index)))
    }
  }

  /// Whether the block opens the text, is short, and is followed by a name or citation: a title even
  /// if it reads like a sentence.
  private func isTitleBeforeByline(_ index: Int) -> Bool {
    let text = blocks.indices.filter { blocks[$0].role != .furniture }
    guard let place = text.firstIndex(of: index), blocks[index].units.count <= 40,
      text[..<place].allSatisfy({ blocks[$0].role == .citation }), place + 1 < text.count
    else { return false }
    let next = blocks[text[place + 1]].units
    return BylineParser.isByline(next) || BylineParser.isNameLine(next)
  }

  /// Whether the first block is one short question or exclamation with text after it.
  private func isQuestionTitle(_ index: Int) -> Bool {
    let units = blocks[index].units
    return units.count <= 30 && Punctuation.asksOrExclaims(units)
      && !units.contains(0x3002)
      && blocks[(index + 1)...].contains { $0.role == .paragraph && $0.units.count > 60 }
  }

  /// Whether the block names the author at the end of the piece: only where it says so, because the
  /// last short line of a text may be anything.
  private func isClosingByline(_ index: Int) -> Bool {
    BylineParser.isByline(blocks[index].units) || BylineParser.isAuthorNote(blocks[index].units)
  }

  // MARK: Citations

  private mutating func markCitations() {
    for index in blocks.indices where blocks[index].role == .paragraph {
      guard blocks[index].units.count <= CitationParser.maximumLength else { continue }
      let parser = CitationParser(blocks[index].units)
      guard parser.isCitation else { continue }
      blocks[index].role = .citation
      if metadata.publication == nil, let found = parser.publication {
        metadata.publication = attributed(found, in: index)
      }
      if metadata.date == nil, let found = parser.date {
        metadata.date = attributed(found, in: index)
      }
      if metadata.page == nil, let found = parser.page {
        metadata.page = attributed(found, in: index)
      }
      if metadata.title == nil, let found = parser.labelledTitle {
        metadata.title = attributed(found, in: index)
      }
    }
  }

  private func attributed<Value>(
    _ found: Found<Value>, in index: Int
  ) -> Attributed<Value> {
    Attributed(found.value, evidence: evidence(found.range, in: index))
  }

  private func evidence(_ range: Range<Int>, in index: Int) -> Evidence {
    Evidence(
      text: String(decoding: blocks[index].units[range], as: UTF16.self),
      position: blocks[index].source.position(at: range.lowerBound))
  }
}

/// A value and the units of the block that it was read from.
struct Found<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  var range: Range<Int>
}
