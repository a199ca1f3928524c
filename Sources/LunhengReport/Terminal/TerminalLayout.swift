/// Finds widths for columns on a terminal.
///
/// In the order of what it costs the reader: headers are broken into up to three lines, text is cut
/// from the widest columns down, bars are left out, and at last the columns are stacked in parts
/// that each repeat the first column.
struct TerminalLayout {
  /// What a column needs.
  struct Column {
    var header: LineBreaking
    /// The width of its widest cell.
    var content: Int
    var kind: Table.Kind
  }

  /// Columns that stand side by side.
  struct Part: Hashable {
    var indices: [Int]
    var widths: [Int]
  }

  /// Spaces between columns.
  static let gap = 2
  /// Into how many lines headers are broken.
  private static let headerLines = 3

  private let columns: [Column]
  private let width: Int
  /// The width below which text is cut only where nothing else is left to do.
  private let floor: Int
  /// The length up to which words of a header are kept whole.
  private let longestWord: Int

  private init(columns: [Column], width: Int) {
    self.columns = columns
    self.width = width
    let half = (width - Self.gap) / 2
    floor = min(10, max(4, half))
    longestWord = min(16, max(4, half))
  }

  /// The columns of a table, laid out in `width` columns of a terminal, or at their natural widths
  /// if that is nil.
  static func parts(of columns: [Column], width: Int?) -> [Part] {
    let all = Array(columns.indices)
    guard let width else {
      let natural = columns.map { max($0.content, $0.header.width(forLines: 1, longest: .max)) }
      return [Part(indices: all, widths: natural)]
    }
    let layout = TerminalLayout(columns: columns, width: width)
    if let part = layout.fitted(all) { return [part] }
    let withoutBars = all.filter { columns[$0].kind != .bar }
    if let part = layout.fitted(withoutBars) { return [part] }
    return layout.stacked(withoutBars)
  }

  /// `indices` side by side, nil if there is no room for them.
  ///
  /// - Parameter leading: What the first column is to keep of its width.
  private func fitted(_ indices: [Int], leading: Int = 0) -> Part? {
    let room = width - Self.gap * (indices.count - 1)
    let natural = indices.map { naturalWidth($0, headerLines: Self.headerLines) }
    var least = indices.map(leastWidth)
    if let first = indices.first { least[0] = max(least[0], min(leading, columns[first].content)) }
    guard least.reduce(0, +) <= room else { return nil }
    func widths(_ limit: Int) -> [Int] {
      zip(natural, least).map { natural, least in max(least, min(natural, limit)) }
    }
    var chosen = natural
    if natural.reduce(0, +) > room {
      var limit = 0
      while widths(limit + 1).reduce(0, +) <= room { limit += 1 }
      chosen = widths(limit)
    }
    // What is left over gives headers their lines back, first to two lines, then to one.
    var rest = room - chosen.reduce(0, +)
    for lines in [2, 1] {
      for (position, index) in indices.enumerated() {
        let step = naturalWidth(index, headerLines: lines) - chosen[position]
        if step > 0, step <= rest, chosen[position] >= natural[position] {
          chosen[position] += step
          rest -= step
        }
      }
    }
    return Part(indices: indices, widths: chosen)
  }

  /// As few parts as hold `indices`, none of them much shorter than the others.
  private func stacked(_ indices: [Int]) -> [Part] {
    let full = stacked(indices, atMost: .max)
    var limit = indices.count / max(1, full.count)
    while true {
      let parts = stacked(indices, atMost: max(2, limit))
      if parts.count <= full.count { return parts }
      limit += 1
    }
  }

  /// Parts of at most `limit` columns, filled from the first on.
  private func stacked(_ indices: [Int], atMost limit: Int) -> [Part] {
    guard let first = indices.first else { return [] }
    // What names the rows is read in every part, so it is not cut as far as other text.
    let leading = width / 4
    var parts: [Part] = []
    var group = [first]
    func close() {
      parts.append(fitted(group, leading: leading) ?? squeezed(group))
      group = [first]
    }
    for index in indices.dropFirst() {
      let isFull = group.count >= limit || fitted(group + [index], leading: leading) == nil
      if group.count > 1, isFull { close() }
      group.append(index)
    }
    close()
    return parts
  }

  /// At most two columns that do not fit: both give way, text first. Only numbers wider than the
  /// terminal can still overflow, as a part of a number would be a wrong number.
  private func squeezed(_ indices: [Int]) -> Part {
    func least(_ index: Int) -> Int { columns[index].kind == .text ? 4 : columns[index].content }
    guard indices.count == 2 else {
      return Part(indices: indices, widths: indices.map { max(least($0), width) })
    }
    let (first, second) = (indices[0], indices[1])
    let firstWidth = max(
      least(first), min(leastWidth(first), width - Self.gap - leastWidth(second)))
    let secondWidth = max(
      least(second),
      min(naturalWidth(second, headerLines: Self.headerLines), width - Self.gap - firstWidth))
    return Part(indices: indices, widths: [max(2, firstWidth), max(2, secondWidth)])
  }

  /// The width in which all cells are whole and the header takes at most so many lines.
  private func naturalWidth(_ index: Int, headerLines: Int) -> Int {
    let longest = headerLines == 1 ? Int.max : longestWord
    return max(
      columns[index].content, columns[index].header.width(forLines: headerLines, longest: longest))
  }

  /// The width below which the column is not made as long as there is another way.
  private func leastWidth(_ index: Int) -> Int {
    let content = columns[index].content
    return max(
      columns[index].kind == .number ? content : min(content, floor),
      columns[index].header.width(forLines: Self.headerLines, longest: longestWord))
  }
}
