/// What the terminal that output is made for can show.
public struct TerminalStyle: Hashable, Sendable {
  /// Columns; nil where lines may be of any length, as in a pipe.
  public var width: Int?
  /// Whether escape sequences (bold, dim, colour) may be used.
  public var usesColour: Bool

  public init(width: Int?, usesColour: Bool) {
    self.width = width
    self.usesColour = usesColour
  }

  /// No limit and no escape sequences.
  public static let plain = TerminalStyle(width: nil, usesColour: false)

  /// `text` in the rendition that `codes` select (ECMA-48 SGR); as it is where colour is off.
  func rendition(_ codes: String, _ text: String) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { rendition("1", text) }
  func dim(_ text: String) -> String { rendition("2", text) }
}
