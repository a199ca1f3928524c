import LunhengCore

/// What came of comparing themes with labels.
public struct ThemeReport: Hashable, Sendable {
  /// A document that was given something other than its label.
  public struct WrongDocument: Hashable, Sendable {
    public var id: String
    /// Its line in the file, from 1.
    public var line: Int
    public var label: String
    /// The two best themes; possibly fewer.
    public var found: [FoundTheme]
    /// What was found of the theme that the label stands for, if that is not among the best.
    public var expected: FoundTheme?
    /// Whether it was given the first of these, or none for lack of evidence.
    public var isAnswered: Bool

    public init(
      id: String, line: Int, label: String, found: [FoundTheme], expected: FoundTheme?,
      isAnswered: Bool
    ) {
      self.id = id
      self.line = line
      self.label = label
      self.found = found
      self.expected = expected
      self.isAnswered = isAnswered
    }
  }

  public var evaluation: ThemeEvaluation
  /// Whether accuracy is to be shown by year.
  public var showsYears: Bool
  /// Nil if they were not asked for.
  public var wrong: [WrongDocument]?

  public init(evaluation: ThemeEvaluation, showsYears: Bool, wrong: [WrongDocument]?) {
    self.evaluation = evaluation
    self.showsYears = showsYears
    self.wrong = wrong
  }

  // MARK: For people

  /// Figures, then a table a subject. All shares are fractions of 1.
  public func text(_ style: TerminalStyle, language: String = "zh-Hant") -> String {
    func decimal(_ ratio: Double?) -> String {
      ratio.map { NumberFormat.fixed($0, digits: 4) } ?? "–"
    }
    let total = evaluation.total
    let interval = total.interval
    let measures = [
      ("documents", String(total.documents)),
      (
        "accuracy",
        "\(decimal(total.accuracy))  [\(decimal(interval.lower)), \(decimal(interval.upper))] 95%"
      ),
      ("answered", decimal(total.answeredShare)),
      ("accuracy of answered", decimal(total.accuracyOfAnswered)),
      ("macro F1", decimal(evaluation.macroF1)),
    ]
    var text = measures.map { name, value in DisplayWidth.padded(name, to: 22) + value + "\n" }
      .joined()
    text += "\n" + labelTable(language).terminal(style)
    if showsYears { text += "\n" + yearTable(language).terminal(style) }
    if !evaluation.confusions.isEmpty { text += "\n" + confusionTable(language).terminal(style) }
    for document in wrong ?? [] { text += "\n" + lines(of: document) }
    return text
  }

  private func lines(of document: WrongDocument) -> String {
    let given = document.isAnswered ? document.found.first?.theme : nil
    var lines = ["\(document.line): \(document.id): \(document.label) → \(given ?? "–")"]
    lines += (document.found + [document.expected].compactMap { $0 }).map { "  " + $0.text }
    return lines.map { TerminalText.oneLine($0) + "\n" }.joined()
  }

  private func header(_ language: String, _ chinese: String, _ english: String) -> String {
    language == "en" ? english : chinese
  }

  private func labelTable(_ language: String) -> Table {
    func share(_ value: Double?) -> Table.Cell {
      value.map { .decimal($0, digits: 3) } ?? .missing
    }
    let none = header(language, "（無主題）", "(no theme)")
    return Table(
      columns: [
        Table.Column(key: "label", header: header(language, "標籤", "Label"), missing: none),
        Table.Column(
          key: "support", header: header(language, "文件", "Documents"), kind: .number),
        Table.Column(
          key: "precision", header: header(language, "精確率", "Precision"), kind: .number),
        Table.Column(key: "recall", header: header(language, "召回率", "Recall"), kind: .number),
        Table.Column(key: "f1", header: "F1", kind: .number),
      ],
      rows: evaluation.classScores(all: true).map {
        [
          .optional($0.name), .integer($0.support), share($0.precision), share($0.recall),
          share($0.f1),
        ]
      })
  }

  private func yearTable(_ language: String) -> Table {
    func share(_ value: Double?) -> Table.Cell {
      value.map { .decimal($0, digits: 4) } ?? .missing
    }
    return Table(
      columns: [
        Table.Column(key: "year", header: header(language, "年份", "Year"), kind: .number),
        Table.Column(
          key: "documents", header: header(language, "文件", "Documents"), kind: .number),
        Table.Column(
          key: "accuracy", header: header(language, "準確率", "Accuracy"), kind: .number),
        Table.Column(key: "lower", header: "95% –", kind: .number),
        Table.Column(key: "upper", header: "95% +", kind: .number),
        Table.Column(
          key: "answered", header: header(language, "有主題", "Answered"), kind: .number),
      ],
      rows: evaluation.byYear.map { year, tally in
        [
          .optional(year), .integer(tally.documents), share(tally.accuracy),
          share(tally.interval.lower), share(tally.interval.upper), share(tally.answeredShare),
        ]
      })
  }

  /// Rows of the list of confusions, which people read from the top.
  private static let mostConfusions = 30

  private func confusionTable(_ language: String) -> Table {
    Table(
      columns: [
        Table.Column(key: "label", header: header(language, "標籤", "Label")),
        Table.Column(
          key: "given", header: header(language, "判作", "Given"),
          missing: header(language, "（無主題）", "(no theme)")),
        Table.Column(key: "count", header: header(language, "文件", "Documents"), kind: .number),
      ],
      rows: evaluation.confusions.prefix(Self.mostConfusions).map {
        [.text($0.label), .optional($0.given), .integer($0.count)]
      })
  }

  // MARK: For programs

  /// Counts and unrounded ratios; null where there is nothing to divide by, and for no theme.
  public var jsonValue: JSONValue {
    let total = evaluation.total
    var members = [
      JSONMember("documents", .integer(total.documents)),
      JSONMember("correct", .integer(total.correct)),
      JSONMember("accuracy", .optional(total.accuracy)),
      JSONMember("accuracy_lower", .number(total.interval.lower)),
      JSONMember("accuracy_upper", .number(total.interval.upper)),
      JSONMember("answered", .integer(total.answered)),
      JSONMember("answered_share", .optional(total.answeredShare)),
      JSONMember("accuracy_of_answered", .optional(total.accuracyOfAnswered)),
      JSONMember("macro_f1", .optional(evaluation.macroF1)),
      JSONMember(
        "labels",
        .array(
          evaluation.classScores(all: true).map {
            [
              "label": .optional($0.name), "support": .integer($0.support),
              "given": .integer($0.given), "correct": .integer($0.correct),
              "precision": .optional($0.precision), "recall": .optional($0.recall),
              "f1": .optional($0.f1),
            ]
          })),
      JSONMember(
        "confusions",
        .array(
          evaluation.confusions.map {
            [
              "label": .string($0.label), "given": .optional($0.given),
              "count": .integer($0.count),
            ]
          })),
    ]
    if showsYears {
      members.append(
        JSONMember(
          "years",
          .array(
            evaluation.byYear.map { year, tally in
              [
                "year": .optional(year), "documents": .integer(tally.documents),
                "correct": .integer(tally.correct), "accuracy": .optional(tally.accuracy),
                "accuracy_lower": .number(tally.interval.lower),
                "accuracy_upper": .number(tally.interval.upper),
                "answered_share": .optional(tally.answeredShare),
              ]
            })))
    }
    if let wrong {
      members.append(
        JSONMember(
          "errors",
          .array(
            wrong.map { document in
              [
                "id": .string(document.id), "line": .integer(document.line),
                "label": .string(document.label),
                "given": .optional(document.isAnswered ? document.found.first?.theme : nil),
                "found": .array(document.found.map(\.jsonValue)),
                "expected": document.expected?.jsonValue ?? .null,
              ]
            })))
    }
    return .object(members)
  }
}
