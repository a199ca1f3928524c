import LunhengCore

/// Two words that stand together, with a passage that shows it.
public struct CollocationLine: Hashable, Sendable {
  public var collocation: Collocation
  /// With the words in brackets; nil where none was kept.
  public var example: String?
  /// The document that it is from.
  public var document: String?

  public init(collocation: Collocation, example: String? = nil, document: String? = nil) {
    self.collocation = collocation
    self.example = example
    self.document = document
  }
}

extension Table {
  /// A row a collocation.
  ///
  /// - Parameters:
  ///   - isOfPairs: whether they are pairs that follow each other, which have no sides and no examples.
  ///   - language: Of headers: "zh-Hant" or "en".
  public init(_ lines: [CollocationLine], isOfPairs: Bool, language: String = "zh-Hant") {
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    func number(
      _ key: String, _ chinese: String, _ english: String, for audience: Audience = .all
    ) -> Column {
      Column(key: key, header: header(chinese, english), kind: .number, audience: audience)
    }
    let sides: [Column] =
      isOfPairs ? [] : [number("left", "左", "Left"), number("right", "右", "Right")]
    let examples: [Column] =
      isOfPairs
      ? []
      : [
        Column(key: "example", header: header("例", "Example"), maximumWidth: 60),
        Column(key: "document", header: header("出處", "Source")),
      ]
    let columns =
      [
        Column(
          key: isOfPairs ? "first" : "node",
          header: isOfPairs ? header("前詞", "First") : header("中心詞", "Node")),
        Column(
          key: isOfPairs ? "second" : "word",
          header: isOfPairs ? header("後詞", "Second") : header("搭配詞", "Collocate")),
        number("count", "共現", "Together"),
      ] + sides + [
        number("expected", "期望", "Expected"), number("documents", "文件", "Documents"),
        number("log_likelihood", "G²", "G²"), number("log_dice", "logDice", "logDice"),
        number("pmi", "PMI", "PMI"), number("pmi3", "PMI³", "PMI³", for: .programs),
        number("t_score", "t", "t"), number("z_score", "z", "z", for: .programs),
        number("dice", "Dice", "Dice", for: .programs),
        number("min_sensitivity", "最小敏感度", "Min. sensitivity", for: .programs),
        number("lambda", "λ", "λ", for: isOfPairs ? .all : .programs),
        number("lambda_z", "λ 之 z", "z of λ", for: isOfPairs ? .all : .programs),
        number("first_count", "", "", for: .programs),
        number("second_count", "", "", for: .programs),
        number("span", "", "", for: .programs),
        number("second_total", "", "", for: .programs),
        number("size", "", "", for: .programs),
      ] + examples
    self.init(
      columns: columns,
      rows: lines.map { line in
        let collocation = line.collocation
        let association = collocation.association
        let interaction = association.table.interaction
        func decimal(_ value: Double?, _ digits: Int) -> Cell {
          value.map { .decimal($0, digits: digits) } ?? .missing
        }
        var cells: [Cell] = [
          .text(collocation.first), .text(collocation.second), .integer(association.count),
        ]
        if !isOfPairs { cells += [.integer(collocation.left), .integer(collocation.right)] }
        cells += [
          decimal(association.expected, 2), .integer(collocation.documents),
          decimal(association.logLikelihood, 1), decimal(association.logDice, 2),
          decimal(association.mutualInformation, 2),
          decimal(association.cubicMutualInformation, 2), decimal(association.tScore, 2),
          decimal(association.zScore, 2), decimal(association.dice, 4),
          decimal(association.minimumSensitivity, 4), decimal(interaction.lambda, 2),
          decimal(interaction.lambda / interaction.error, 2), .integer(association.first),
          .integer(association.second), .integer(association.table.first),
          .integer(association.table.second), .integer(association.table.total),
        ]
        if !isOfPairs { cells += [.optional(line.example), .optional(line.document)] }
        return cells
      })
  }
}
