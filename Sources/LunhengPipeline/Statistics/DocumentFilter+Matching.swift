import LunhengCore
import LunhengStore

extension DocumentFilter {
  /// Whether the filter selects a document, as it does in a corpus.
  func selects(_ document: DocumentCoverage) -> Bool {
    if let keys, !keys.contains(document.key) { return false }
    if let authors, !document.authors.contains(where: authors.contains) { return false }
    if let publications, !(document.publication.map(publications.contains) ?? false) {
      return false
    }
    guard from != nil || to != nil else { return true }
    guard let date = document.date else { return false }
    return from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true
  }

  /// What it asks for, for messages.
  var summary: String {
    let fields: [(String, [String]?)] = [
      ("document", keys), ("author", authors), ("publication", publications),
      ("from", from.map { [$0.description] }), ("to", to.map { [$0.description] }),
    ]
    return fields.flatMap { name, values in (values ?? []).map { "\(name)=\($0)" } }
      .joined(separator: " ")
  }
}
