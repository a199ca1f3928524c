/// What two characters that fold alike have to do with each other: the one that a term is written with
/// and the one that a text prints.
public enum VariantRelation: Hashable, Sendable {
  /// One word, written either way: 裏 and 裡, 衞 and 衛, 發 and 发.
  case same
  /// The text prints what Simplified writes for the character of the term, and what in Traditional is
  /// also another word: 後 and 后, 製 and 制.
  case merged
  /// The reverse: the term is written with what may be the Simplified of the character in the text.
  case split
  /// Two words of Traditional Chinese that have one Simplified form: 發 and 髮.
  case distinct
}
