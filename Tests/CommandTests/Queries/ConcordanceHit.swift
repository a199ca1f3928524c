/// A line of a concordance of characters or tokens.
struct ConcordanceHit: Decodable, Equatable {
  var document: String
  var file: String
  var block: Int
  var page: Int?
  var line: Int
  var column: Int?
  var bytes: String
  var left: String
  var hit: String
  var right: String
  var tokens: String
  var status: String
}

extension Program {
  /// Five short documents, one without a date and one without text.
  static let fiveRecords = [
    #"{"id":"a","date":"2023-01-05","authors":["甲"],"publication":"早報","text":"經濟發展要有新產業。政府發展科技。"}"#,
    #"{"id":"b","date":"2024-02-10","authors":["乙"],"publication":"晚報","text":"社會發展靠人才。\n\n綫路很長，線路很短。"}"#,
    #"{"id":"c","date":"2023-03-07","authors":["甲","乙"],"publication":"早報","text":"金融中心。他說：「發展。」"}"#,
    #"{"id":"d","text":"沒有甚麼。"}"#, #"{"id":"e","date":"2022-01-01","text":""}"#,
  ]

  /// The program with a corpus of NDJSON `records`.
  static func withRecords(_ records: [String] = fiveRecords) throws -> Program {
    let program = try Program()
    try program.write(records.joined(separator: "\n"), to: "records.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
    return program
  }

  func concordance(_ query: String, _ options: String...) throws -> ProgramResult {
    // In a file, so that no shell reads it.
    try write(query, to: "query")
    return try shell(
      "\"$lunheng\" concordance \"$(cat query)\" --corpus it.lunheng \(options.joined(separator: " "))"
    )
  }

  func concordanceLines(_ query: String, _ options: String = "") throws -> [ConcordanceHit] {
    try concordance(query, "--format ndjson", options).records(ConcordanceHit.self)
  }

  func concordanceHits(_ query: String, _ options: String = "") throws -> [String] {
    try concordanceLines(query, options).map(\.hit)
  }
}
