/// Breaking short texts, such as the headers of columns, into lines of a given display width.
///
/// Lines break at spaces, after hyphens, slashes and underscores, and between wide characters, but
/// not before closing or after opening punctuation; a word too long for the line breaks anywhere.
struct LineBreaking {
  private let pieces: [Piece]

  /// What stays on one line.
  private struct Piece {
    var text: String
    /// Columns, those of the spaces at its end left out.
    var width: Int
    var trailingSpaces: Int
  }

  init(_ text: String) {
    var pieces: [Piece] = []
    var joinsNext = false
    for character in text {
      let width = DisplayWidth.of(character)
      if character == " " {
        if !pieces.isEmpty { pieces[pieces.count - 1].trailingSpaces += 1 }
        joinsNext = false
        continue
      }
      let isWide = width == 2
      let isClosing = "、，。；：！？）」』》〉】％…,.;:!?)]}%".contains(character)
      if let last = pieces.last, last.trailingSpaces == 0, joinsNext || isClosing {
        pieces[pieces.count - 1].text.append(character)
        pieces[pieces.count - 1].width += width
      } else {
        pieces.append(Piece(text: String(character), width: width, trailingSpaces: 0))
      }
      let isOpening = "（「『《〈【([{".contains(character)
      joinsNext = isOpening || !(isWide || isClosing || "-/_".contains(character))
    }
    self.pieces = pieces
  }

  /// The text in lines of at most `width` columns.
  ///
  /// - Precondition: `width` is at least 2, the width of one Han character.
  func lines(width: Int) -> [String] {
    precondition(width >= 2)
    var lines: [String] = []
    var line = ""
    var used = 0
    var spaces = 0
    for piece in pieces {
      if used > 0, used + spaces + piece.width <= width {
        line += DisplayWidth.spaces(spaces) + piece.text
        used += spaces + piece.width
      } else {
        if used > 0 { lines.append(line) }
        var rest = piece.text
        while DisplayWidth.of(rest) > width {
          let start = DisplayWidth.prefix(of: rest, columns: width)
          // A single character wider than the line would go on for ever.
          guard !start.isEmpty else { break }
          lines.append(start)
          rest.removeFirst(start.count)
        }
        line = rest
        used = DisplayWidth.of(rest)
      }
      spaces = piece.trailingSpaces
    }
    lines.append(line)
    return lines
  }

  /// The smallest width in which the text takes at most `count` lines. Pieces are kept whole up to
  /// `longest` columns, and lines hold two Han characters at least: one a line is hard to read.
  func width(forLines count: Int, longest: Int) -> Int {
    let whole = pieces.reduce(0) { $0 + $1.width }
    var width = max(2, min(4, whole), pieces.reduce(0) { max($0, min($1.width, longest)) })
    while lines(width: width).count > count { width += 1 }
    return width
  }
}
