import LunhengCore

/// The terms suggested for one target, best first.
public struct TermSuggestions: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var suggestion: TermSuggestion
    /// Some of its hits, each of another document.
    public var evidence: [ConcordanceLine]

    public init(suggestion: TermSuggestion, evidence: [ConcordanceLine]) {
      self.suggestion = suggestion
      self.evidence = evidence
    }
  }

  /// What the target is: a theme, a label, the seeds.
  public var target: String
  /// Documents and passages of the target, and documents of the rest.
  public var documents: Int
  public var passages: Int
  public var otherDocuments: Int
  public var terms: [Item]

  public init(
    target: String, documents: Int, otherDocuments: Int, passages: Int, terms: [Item]
  ) {
    self.target = target
    self.documents = documents
    self.otherDocuments = otherDocuments
    self.passages = passages
    self.terms = terms
  }
}

extension Table {
  /// A row a term.
  ///
  /// - Parameters:
  ///   - targets: with a column that names the target where there are several.
  ///   - language: Of headers: "zh-Hant" or "en".
  public init(_ targets: [TermSuggestions], namesTargets: Bool, language: String = "zh-Hant") {
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    var columns = [
      Column(key: "term", header: header("詞", "Term")),
      Column(key: "count", header: header("次數", "Count"), kind: .number),
      Column(key: "documents", header: header("文件", "Documents"), kind: .number),
      Column(key: "count_elsewhere", header: header("別處次數", "Count elsewhere"), kind: .number),
      Column(
        key: "documents_elsewhere", header: header("別處文件", "Documents elsewhere"), kind: .number),
      Column(key: "log_likelihood", header: "G²", kind: .number),
      Column(key: "log_ratio", header: header("對數比", "Log ratio"), kind: .number),
      Column(key: "aligned", header: header("對齊", "Aligned"), kind: .number),
      Column(key: "evidence", header: header("例", "Evidence"), maximumWidth: 60),
      Column(key: "place", header: header("出處", "Place")),
      Column(key: "evidence_2", header: "", audience: .programs),
      Column(key: "place_2", header: "", audience: .programs),
    ]
    if namesTargets {
      columns.insert(Column(key: "target", header: header("目標", "Target")), at: 0)
    }
    var rows: [[Cell]] = []
    for target in targets {
      for item in target.terms {
        let suggestion = item.suggestion
        func line(_ index: Int) -> [Cell] {
          guard index < item.evidence.count else { return [.missing, .missing] }
          let line = item.evidence[index]
          return [
            .text("\(line.left)【\(line.hit)】\(line.right)"),
            .text(line.place.line.map { "\(line.place.file):\($0)" } ?? line.place.file),
          ]
        }
        rows.append(
          (namesTargets ? [.text(target.target)] : []) + [
            .text(suggestion.term.text), .integer(suggestion.occurrences.target),
            .integer(suggestion.documents.target), .integer(suggestion.occurrences.rest),
            .integer(suggestion.documents.rest),
            .decimal(suggestion.occurrences.logLikelihood, digits: 1),
            .decimal(suggestion.occurrences.logRatio, digits: 2),
            .percent(suggestion.alignedShare, digits: 0),
          ] + line(0) + line(1))
      }
    }
    self.init(columns: columns, rows: rows)
  }
}

extension TermSuggestions {
  /// A codebook's list of terms with the figures of each as a comment, to be pasted.
  public func yaml() -> String { "# " + summary + "\nterms:\n" + list(indent: "  ") }

  /// A codebook's list of themes, one a target, to be pasted.
  public static func yaml(_ targets: [TermSuggestions]) -> String {
    "themes:\n"
      + targets.filter { !$0.terms.isEmpty }.map { target in
        "  # \(target.summary)\n  - id: \(CodebookText.scalar(target.target))\n    terms:\n"
          + target.list(indent: "      ")
      }.joined()
  }

  private var summary: String {
    TerminalText.oneLine(
      "\(target): \(passages) passages of \(documents) documents, against \(otherDocuments) documents"
    )
  }

  private func list(indent: String) -> String {
    CodebookText.terms(
      terms.map { item in
        let suggestion = item.suggestion
        return (
          suggestion.term.text,
          "\(suggestion.occurrences.target) in \(suggestion.documents.target) documents; "
            + "elsewhere \(suggestion.occurrences.rest) in \(suggestion.documents.rest); "
            + "G² \(NumberFormat.fixed(suggestion.occurrences.logLikelihood, digits: 1))"
        )
      }, indent: indent)
  }
}
