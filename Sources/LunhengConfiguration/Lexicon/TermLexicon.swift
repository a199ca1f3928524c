/// The terms that a file beside a codebook lists.
struct TermLexicon {
  struct Entry: Hashable {
    var text: String
    var weight: Double?
    var label: String?
    var place: FilePlace
  }

  private(set) var entries: [Entry] = []
  private(set) var problems: [LocatedProblem] = []
  private var hasList = false
  private let file: Int

  /// One term a line: see `LexiconFile`. Spaces within a term are nothing special.
  init(lines text: UTF8Text, file: Int) {
    self.file = file
    let reader = LexiconReader(text)
    problems = reader.problemsOfLines
    for (word, position) in zip(reader.words, reader.positions) {
      // Once: a table that was taken for a list has as many as lines.
      if !hasList, PhraseText(word).problem == nil,
        PhraseText(word).looksLikeAList || word.contains(",")
      {
        hasList = true
        report(.listInTerm(word), at: position)
      }
      add(word, weight: nil, label: nil, at: position)
    }
  }

  /// Comma-separated values with the columns term, weight and label: in that order, or as a first
  /// line names them.
  init(csv text: UTF8Text, file: Int) {
    self.file = file
    var reader = CSVReader(text)
    var columns = CodebookKeys.columns
    var isFirst = true
    while let record = reader.next() {
      defer { isFirst = false }
      if isFirst, let header = header(of: record) {
        columns = header
      } else {
        read(record, columns: columns)
      }
    }
    problems += reader.problems
  }

  /// The columns that the first line names; nil if it has a term.
  private mutating func header(of record: CSVReader.Record) -> [String]? {
    let names = record.fields.map { WrittenText($0.text).trimmed.lowercased() }
    guard names.contains("term") else { return nil }
    var seen: Set<String> = []
    for (name, field) in zip(names, record.fields) {
      if !CodebookKeys.columns.contains(name) {
        report(.unknownColumn(name, known: CodebookKeys.columns), at: field.position)
      } else if !seen.insert(name).inserted {
        report(.duplicateColumn(name), at: field.position)
      }
    }
    return names
  }

  private mutating func read(_ record: CSVReader.Record, columns: [String]) {
    if record.fields.count > columns.count {
      report(
        .tooManyFields(count: record.fields.count, columns: columns),
        at: record.fields[columns.count].position)
      return
    }
    var term: (text: String, position: Position)?
    var weight: Double?
    var label: String?
    for (column, field) in zip(columns, record.fields) {
      let text = WrittenText(field.text).trimmed
      switch column {
      case "term": term = (text, field.position)
      case "weight" where !text.isEmpty:
        weight = NodeReader.positiveNumber(text)
        if weight == nil {
          report(.invalidValue(text, key: column, expected: .positiveNumber), at: field.position)
        }
      case "label" where !text.isEmpty:
        if let invisible = WrittenText(text).firstInvisible {
          report(.controlCharacter(invisible), at: field.position)
        }
        label = text
      default: break
      }
    }
    guard let term else {
      report(.emptyTerm, at: record.fields.first?.position ?? .start)
      return
    }
    if let invisible = WrittenText(term.text).firstInvisible {
      report(.controlCharacter(invisible), at: term.position)
      return
    }
    add(term.text, weight: weight, label: label, at: term.position)
  }

  private mutating func add(_ text: String, weight: Double?, label: String?, at position: Position)
  {
    if let problem = PhraseText(text).problem {
      report(problem, at: position)
    } else {
      entries.append(
        Entry(
          text: text, weight: weight, label: label,
          place: FilePlace(file: file, position: position)))
    }
  }

  private mutating func report(_ problem: ConfigurationProblem, at position: Position) {
    problems.append(LocatedProblem(problem: problem, position: position))
  }
}
