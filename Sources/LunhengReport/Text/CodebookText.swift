import LunhengCore

/// Parts of a codebook as YAML, to be pasted into one.
enum CodebookText {
  /// A list of terms, each with a comment.
  static func terms(_ terms: [(term: String, comment: String)], indent: String) -> String {
    let scalars = terms.map { scalar($0.term) }
    let width = min(24, scalars.reduce(0) { max($0, DisplayWidth.of($1)) })
    return zip(scalars, terms).map { scalar, term in
      "\(indent)- \(DisplayWidth.padded(scalar, to: width))  # \(term.comment)\n"
    }.joined()
  }

  /// A YAML scalar: plain where it has nothing but ideographs, letters and digits.
  static func scalar(_ text: String) -> String {
    let text = TerminalText.oneLine(text)
    let isPlain =
      !text.isEmpty
      && text.utf16.allSatisfy { unit in
        let kind = CharacterClass(unit)
        return kind == .han || kind.isAlphanumeric
      }
    return isPlain
      ? text
      : "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
  }
}
