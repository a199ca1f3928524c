extension Concordance {
  /// The lines for a terminal: place, left context, hit, right context, theme. The hits stand in one
  /// column, left contexts end before it, and all is aligned by display width.
  ///
  /// The theme is followed by the term where that is not what the text says, and by the boundary
  /// status where the hit is not aligned with words. In less than 100 columns, place and theme stand
  /// above the context. Complexity: O(size of the lines).
  ///
  /// - Parameter language: Of the words for boundary statuses: "zh-Hant" or "en".
  public func terminal(_ style: TerminalStyle, language: String = "zh-Hant") -> String {
    let lines = lines.map { DrawnLine($0, wording: Wording(language)) }
    // Below 12 columns there is no room for a hit between two contexts.
    let width = style.width.map { max(12, $0) }
    if let width, width < 100 {
      let widths = ContextWidths(of: lines, room: width)
      return lines.map { line in
        let joined = line.annotation.isEmpty ? line.place : line.place + "  " + line.annotation
        let heads =
          DisplayWidth.of(joined) <= width
          ? [joined]
          : [
            DisplayWidth.truncatedAtStart(line.place, to: width),
            DisplayWidth.truncated(line.annotation, to: width),
          ]
        return heads.map { style.dim($0) + "\n" }.joined()
          + Self.trimmed(line.context(widths, style: style)) + "\n"
      }.joined()
    }
    func greatest(_ text: KeyPath<DrawnLine, String>, _ share: Int) -> Int {
      min(
        lines.reduce(0) { max($0, DisplayWidth.of($1[keyPath: text])) }, (width ?? .max) / share)
    }
    let place = greatest(\.place, 5)
    let annotation = greatest(\.annotation, 6)
    let gap = "  "
    let widths = ContextWidths(
      of: lines, room: width.map { $0 - place - annotation - 2 * gap.count })
    return lines.map { line in
      let start = DisplayWidth.padded(
        DisplayWidth.truncatedAtStart(line.place, to: place), to: place)
      let end = DisplayWidth.truncated(line.annotation, to: annotation)
      return style.dim(start) + gap
        + Self.trimmed(line.context(widths, style: style) + gap + style.dim(end)) + "\n"
    }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A line made fit for a terminal.
  private struct DrawnLine {
    var left: String
    var hit: String
    var right: String
    var place: String
    var annotation: String

    init(_ line: ConcordanceLine, wording: Wording) {
      left = TerminalText.oneLine(line.left)
      hit = TerminalText.oneLine(line.hit)
      right = TerminalText.oneLine(line.right)
      place = TerminalText.oneLine(line.place.file)
      if let number = line.place.line { place += ":\(number)" }
      if let page = line.place.page { place += " p.\(page)" }
      var notes: [String] = []
      if let theme = line.theme { notes.append(theme) }
      if let term = line.term, term != line.hit { notes.append(term) }
      if let status = line.status, status != .aligned { notes.append(wording.name(of: status)) }
      annotation = notes.map { TerminalText.oneLine($0) }.joined(separator: " · ")
    }

    func context(_ widths: ContextWidths, style: TerminalStyle) -> String {
      let left = DisplayWidth.padded(
        DisplayWidth.suffix(of: left, columns: widths.left), to: widths.left, alignment: .trailing)
      let shown = DisplayWidth.truncated(hit, to: widths.hit)
      let right = DisplayWidth.padded(
        DisplayWidth.prefix(of: right, columns: widths.right), to: widths.right)
      // Colour ends with the hit, so that an underline or background does not run on.
      let rest = DisplayWidth.spaces(widths.hit - DisplayWidth.of(shown))
      return left + "  " + style.rendition("1;31", shown) + rest + "  " + right
    }
  }

  /// How the room for contexts and hits is shared out.
  private struct ContextWidths {
    var left: Int
    var hit: Int
    var right: Int

    init(of lines: [DrawnLine], room: Int?) {
      func greatest(_ text: KeyPath<DrawnLine, String>) -> Int {
        lines.reduce(0) { max($0, DisplayWidth.of($1[keyPath: text])) }
      }
      hit = greatest(\.hit)
      left = greatest(\.left)
      right = greatest(\.right)
      guard let room else { return }
      hit = min(hit, room / 2)
      // What one side does not need is left to the other.
      let contexts = max(0, room - hit - 4)
      let natural = (left: left, right: right)
      left = min(natural.left, max(contexts / 2, contexts - natural.right))
      right = min(natural.right, contexts - left)
    }
  }
}
