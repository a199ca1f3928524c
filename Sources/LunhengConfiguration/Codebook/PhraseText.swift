import LunhengCore

/// A phrase without white space at both ends: whether a text can be searched for it.
struct PhraseText {
  let text: String

  init(_ text: String) { self.text = text }

  /// Why it cannot, nil if it can.
  var problem: ConfigurationProblem? {
    if text.isEmpty { return .emptyTerm }
    if let invisible = WrittenText(text).firstInvisible { return .controlCharacter(invisible) }
    if WrittenText(text).isPunctuation { return .punctuationTerm(text) }
    if FoldedText(Array(text.utf16)).units.isEmpty { return .vanishingTerm(text) }
    return nil
  }

  /// Whether it has what a Chinese keyboard divides the items of a list with, or a table its columns: the
  /// author may have meant several.
  var looksLikeAList: Bool { text.unicodeScalars.contains { "，、；;\t".unicodeScalars.contains($0) } }
}
