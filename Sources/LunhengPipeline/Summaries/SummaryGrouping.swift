import LunhengCore
import LunhengStore

/// What has a summary of its own.
public enum SummaryGrouping: String, CaseIterable, Sendable {
  case document, author, publication, month, year
  /// All documents together.
  case corpus

  /// The groups that a document counts in, as `DocumentCoverage.groups`; one without a name for the corpus.
  func groups(of document: DocumentSummary) -> [String?] {
    switch self {
    case .document: document.groups(by: .document)
    case .author: document.groups(by: .author)
    case .publication: document.groups(by: .publication)
    case .month: document.groups(by: .month)
    case .year: [document.date.map { String($0.description.prefix(4)) }]
    case .corpus: [nil]
    }
  }
}
