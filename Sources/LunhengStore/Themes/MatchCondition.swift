import GRDB

/// A filter of matches as SQL on the table `m`.
///
/// Terms and statuses are few, and themes and terms come down to the pairs of ordinals that the
/// index knows, so the condition is written out in numbers.
struct MatchCondition {
  /// The matches of a codebook that fit, found by the index of themes.
  let sql: String
  /// The same for the matches of one document. The plus keeps SQLite from going by the codebook,
  /// which has matches in all documents.
  var sqlInDocument: String { "+\(sql)" }
  /// Whether no match can fit.
  let isEmpty: Bool
  /// Whether the index of themes finds the documents that have such matches.
  let isSelective: Bool

  init(codebook: Int64, filter: MatchFilter, _ database: Database) throws {
    var conditions = ["m.codebook = \(codebook)"]
    isSelective = filter.themes != nil || filter.terms != nil
    var isEmpty = filter.themes?.isEmpty == true || filter.statuses?.isEmpty == true
    if let texts = filter.terms {
      let find = try Query(
        "SELECT theme, ordinal FROM term WHERE codebook = ? AND text = ?", in: database)
      var pairs: [String] = []
      for text in texts {
        pairs += try find.map(codebook, text) { "(\($0.int(0)), \($0.int(1)))" }
      }
      isEmpty = isEmpty || pairs.isEmpty
      conditions.append("(m.theme, m.term) IN (VALUES \(pairs.joined(separator: ", ")))")
    }
    if let themes = filter.themes { conditions.append("m.theme IN (\(Self.list(themes)))") }
    if let statuses = filter.statuses {
      conditions.append("m.status IN (\(Self.list(statuses.map(\.stored))))")
    }
    sql = conditions.joined(separator: " AND ")
    self.isEmpty = isEmpty
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }
}
