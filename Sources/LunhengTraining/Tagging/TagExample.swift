/// A tagged training sentence as rows of weights.
struct TagExample {
  /// For each word, the rows of its features; 0 where a feature has none. Words have equally many.
  var rows: [Int32] = []
  /// By word, numbers of `PartOfSpeech`.
  var tags: [UInt8] = []

  var count: Int { tags.count }
}
