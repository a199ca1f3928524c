extension Table {
  /// The table in GitHub Flavored Markdown, the title as a bold paragraph and the footer as a bold
  /// last row. Text shows as it is, whatever markup it seems to contain.
  public func markdown() -> String {
    let indices = columnIndices(for: .people).filter { columns[$0].kind != .bar }
    var text = ""
    if let title { text += "**\(Self.markdownText(title))**\n\n" }
    func line(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |\n" }
    func line(_ row: [Cell], emphasis: String = "") -> String {
      line(
        indices.map { index in
          let text = Self.markdownText(row[index].display(in: columns[index]))
          return text.isEmpty ? text : emphasis + text + emphasis
        })
    }
    text += line(indices.map { Self.markdownText(columns[$0].header) })
    text += line(
      indices.map { index in
        switch columns[index].alignment {
        case .leading: ":---"
        case .center: ":---:"
        case .trailing: "---:"
        }
      })
    for row in rows { text += line(row) }
    if let footer { text += line(footer, emphasis: "**") }
    return text
  }

  /// `text` with a backslash before whatever could be markup, on one line and without spaces at the
  /// ends, which would undo the emphasis around it.
  private static func markdownText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in TerminalText.oneLine(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "&":
        result.append("\\")
      case " " where result.isEmpty: continue
      default: break
      }
      result.append(scalar)
    }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
