import LunhengCore

/// Rebuilds the blocks of a document from text as people have it: typed, exported, or torn out of a
/// PDF, with a line break every so many characters, blank lines between all lines, words cut at page
/// ends, running heads and page numbers.
public enum Reflow {
  /// The blocks of `text` in reading order, each with its role and the way back to the source, and the
  /// metadata that the text itself gives.
  ///
  /// Complexity: O(n) in the length of the text.
  public static func document(id: String, text: [UInt16], source: SourceMap) -> Document {
    var lines = Line.scan(text)
    for index in FurnitureFinder(units: text, lines: lines).find() {
      lines[index].isFurniture = true
    }
    let groups = LineGrouper(units: text, lines: lines).groups()
    let pages = pageNumbers(of: lines)
    let blocks = groups.map { group in
      block(group, lines: lines, text: text, source: source, pages: pages)
    }
    var classifier = BlockClassifier(
      blocks: blocks, isHeadingLike: groups.map(\.isHeadingLike))
    classifier.classify()
    return Document(id: id, metadata: classifier.metadata, blocks: classifier.blocks)
  }

  private static func block(
    _ group: LineGroup, lines: [Line], text: [UInt16], source: SourceMap, pages: [Int]?
  ) -> Block {
    var units: [UInt16] = []
    var map = SourceMap()
    var previous: Line?
    for index in group.lines {
      let line = lines[index]
      // Where a line break separates two Latin words, it stands for the space between them.
      if let previous, let last = units.last, CharacterClass(last).isAlphanumeric,
        CharacterClass(text[line.content.lowerBound]).isAlphanumeric
      {
        units.append(0x20)
        map.append(source, in: previous.content.upperBound..<previous.content.upperBound + 1)
      }
      units += text[line.content]
      map.append(source, in: line.content)
      previous = line
    }
    let first = group.lines[0]
    return Block(
      role: group.isFurniture ? .furniture : .paragraph, units: units,
      lines: lines[first].number...lines[group.lines[group.lines.count - 1]].number,
      page: pages?[first], source: map)
  }

  /// The page of each line, by form feeds or else by page numbers; nil where neither tells.
  private static func pageNumbers(of lines: [Line]) -> [Int]? {
    if lines.contains(where: { $0.page > 1 }) { return lines.map(\.page) }
    let furniture = lines.indices.filter { lines[$0].isFurniture }
    guard let first = furniture.first else { return nil }
    // Furniture above all text heads its page; else it ends it. Neighbouring lines of it are one place.
    let isHead = !lines[..<first].contains { !$0.isBlank }
    var page = isHead ? 0 : 1
    var pages: [Int] = []
    var pendingEnd = false
    var wasFurniture = false
    for line in lines {
      if line.isFurniture {
        if isHead, !wasFurniture { page += 1 }
        pendingEnd = !isHead
        wasFurniture = true
      } else if !line.isBlank {
        if pendingEnd { page += 1 }
        pendingEnd = false
        wasFurniture = false
      }
      pages.append(max(page, 1))
    }
    return pages
  }
}
