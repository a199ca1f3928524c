/// The keys of a codebook file, by section. `codebook.schema.json` has the same ones.
enum CodebookKeys {
  static let codebook = [
    "codebook", "name", "definition", "overlap", "exact", "include", "exclude", "themes",
  ]
  static let theme = [
    "id", "name", "definition", "notes", "exact", "exclude", "terms", "examples", "themes",
  ]
  /// What a rule is, of which each has one.
  static let kinds = ["term", "any", "all", "near", "pattern", "lexicon"]
  /// What can be said of any rule.
  static let conditions = ["exact", "unless", "not", "within", "ordered"]
  /// What can be said of an item of `terms` only.
  static let termOptions = ["weight", "label", "status"]
  static let term = kinds + conditions + termOptions
  static let member = kinds + conditions
  static let include = ["codebook", "themes"]
  static let absence = ["terms", "within"]
  static let examples = ["positive", "negative"]
  static let example = ["text", "leading"]

  /// The columns of a lexicon in comma-separated values, in order.
  static let columns = ["term", "weight", "label"]
}
