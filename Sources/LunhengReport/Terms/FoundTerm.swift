import LunhengCore

/// A new term of a collection, as it is shown.
public struct FoundTerm: Hashable, Sendable {
  /// As mostly printed.
  public var text: String
  public var term: DiscoveredTerm
  /// Documents of the collection.
  public var allDocuments: Int
  /// The first document that has it, by date.
  public var firstDocument: String
  public var firstDate: CalendarDate?
  /// Its first occurrence there.
  public var example: ConcordanceLine

  public init(
    text: String, term: DiscoveredTerm, allDocuments: Int, firstDocument: String,
    firstDate: CalendarDate?, example: ConcordanceLine
  ) {
    self.text = text
    self.term = term
    self.allDocuments = allDocuments
    self.firstDocument = firstDocument
    self.firstDate = firstDate
    self.example = example
  }

  /// The share of documents that have the term.
  public var spread: Double { Double(term.documents) / Double(max(1, allDocuments)) }
}

extension Table {
  /// A row a term.
  ///
  /// - Parameter language: Of headers: "zh-Hant" or "en".
  public init(_ terms: [FoundTerm], language: String = "zh-Hant") {
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    self.init(
      columns: [
        Column(key: "term", header: header("詞", "Term")),
        Column(key: "kind", header: header("類別", "Kind")),
        Column(key: "count", header: header("次數", "Count"), kind: .number),
        Column(key: "documents", header: header("文件", "Documents"), kind: .number),
        Column(key: "spread", header: header("佔文件", "Of documents"), kind: .number),
        Column(key: "score", header: header("分數", "Score"), kind: .number),
        Column(key: "aligned", header: header("對齊", "Aligned"), kind: .number),
        Column(key: "whole", header: header("一詞", "One word"), kind: .number),
        Column(
          key: "cohesion", header: header("凝聚", "Cohesion"), kind: .number, audience: .programs),
        Column(key: "entropy_before", header: "", kind: .number, audience: .programs),
        Column(key: "entropy_after", header: "", kind: .number, audience: .programs),
        Column(key: "c_value", header: "C", kind: .number, audience: .programs),
        Column(key: "first_date", header: header("首見", "First")),
        Column(
          key: "first_document", header: header("首見文件", "First document"), audience: .programs),
        Column(key: "evidence", header: header("例", "Evidence"), maximumWidth: 60),
        Column(key: "place", header: header("出處", "Place")),
      ],
      rows: terms.map { found in
        let term = found.term
        let line = found.example
        return [
          .text(found.text), .text(term.kind.rawValue), .integer(term.count),
          .integer(term.documents), .percent(found.spread, digits: 1),
          .decimal(term.score, digits: 2),
          .percent(Double(term.aligned) / Double(term.count), digits: 0),
          .percent(Double(term.whole) / Double(term.count), digits: 0),
          .decimal(term.cohesion, digits: 2), .decimal(term.entropyBefore, digits: 2),
          .decimal(term.entropyAfter, digits: 2), .decimal(term.cValue, digits: 1),
          .optional(found.firstDate?.description), .text(found.firstDocument),
          .text("\(line.left)【\(line.hit)】\(line.right)"),
          .text(line.place.line.map { "\(line.place.file):\($0)" } ?? line.place.file),
        ]
      })
  }
}

extension [FoundTerm] {
  /// A lexicon that segmentation reads: a term and its count a line, divided by a tab.
  public func lexicon() -> String {
    map { "\(TerminalText.oneLine($0.text))\t\($0.term.count)\n" }.joined()
  }

  /// A codebook's list of terms with the figures of each as a comment, to be pasted.
  public func yaml() -> String {
    "terms:\n"
      + CodebookText.terms(
        map { found in
          let first = found.firstDate.map { "; first \($0)" } ?? ""
          return (
            found.text,
            "\(found.term.kind.rawValue), \(found.term.count) in \(found.term.documents) documents\(first)"
          )
        }, indent: "  ")
  }
}
