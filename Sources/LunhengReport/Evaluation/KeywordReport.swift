import LunhengCore

/// What came of comparing keywords with those that people gave.
public struct KeywordReport: Sendable {
  /// A document of which keywords were missed.
  public struct Document: Hashable, Sendable {
    public var id: String
    /// Its line in the file, from 1.
    public var line: Int
    /// Best first.
    public var found: [String]
    public var missed: [String]

    public init(id: String, line: Int, found: [String], missed: [String]) {
      self.id = id
      self.line = line
      self.found = found
      self.missed = missed
    }
  }

  public var evaluation: KeywordEvaluation
  public var missed: [Document]

  public init(evaluation: KeywordEvaluation, missed: [Document]) {
    self.evaluation = evaluation
    self.missed = missed
  }

  private var rows: [(comparison: String, score: KeywordEvaluation.Score)] {
    evaluation.exact.map { ("exact", $0) } + evaluation.folded.map { ("folded", $0) }
  }

  /// The share of the given keywords that stand in the documents.
  private var presentShare: Double? {
    evaluation.given == 0 ? nil : Double(evaluation.present) / Double(evaluation.given)
  }

  // MARK: For people

  /// Figures, then documents with what was missed. All shares are fractions of 1.
  public func text(_ style: TerminalStyle, language: String = "zh-Hant") -> String {
    let share = presentShare.map { NumberFormat.fixed($0, digits: 4) } ?? "–"
    var text = DisplayWidth.padded("documents", to: 26) + "\(evaluation.documents)\n"
    text += DisplayWidth.padded("given keywords", to: 26) + "\(evaluation.given)\n"
    text += DisplayWidth.padded("given and in the text", to: 26) + share + "\n\n"
    text += table(language).terminal(style)
    for document in missed {
      let lines = [
        "\(document.line): \(document.id)", "  " + document.found.joined(separator: " "),
        "  – " + document.missed.joined(separator: " "),
      ]
      text += "\n" + lines.map { TerminalText.oneLine($0) + "\n" }.joined()
    }
    return text
  }

  private func table(_ language: String) -> Table {
    func share(_ value: Double?) -> Table.Cell {
      value.map { .decimal($0, digits: 4) } ?? .missing
    }
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    return Table(
      columns: [
        Table.Column(key: "comparison", header: header("比較", "Comparison")),
        Table.Column(key: "cutoff", header: header("首", "First"), kind: .number),
        Table.Column(key: "precision", header: header("精確率", "Precision"), kind: .number),
        Table.Column(key: "recall", header: header("召回率", "Recall"), kind: .number),
        Table.Column(key: "f1", header: "F1", kind: .number),
        Table.Column(key: "micro_f1", header: header("微觀F1", "Micro F1"), kind: .number),
      ],
      rows: rows.map { comparison, score in
        [
          .text(comparison), .integer(score.cutoff), share(score.precision), share(score.recall),
          share(score.f1), share(score.microF1),
        ]
      })
  }

  // MARK: For programs

  /// Counts and unrounded ratios; null where there is nothing to divide by.
  public var jsonValue: JSONValue {
    [
      "documents": .integer(evaluation.documents), "given": .integer(evaluation.given),
      "present_share": .optional(presentShare),
      "scores": .array(
        rows.map { comparison, score in
          [
            "comparison": .string(comparison), "cutoff": .integer(score.cutoff),
            "found": .integer(score.found), "correct": .integer(score.correct),
            "precision": .optional(score.precision), "recall": .optional(score.recall),
            "f1": .optional(score.f1), "micro_f1": .optional(score.microF1),
          ]
        }),
      "missed": .array(
        missed.map {
          [
            "id": .string($0.id), "line": .integer($0.line),
            "found": .array($0.found.map { .string($0) }),
            "missed": .array($0.missed.map { .string($0) }),
          ]
        }),
    ]
  }
}
