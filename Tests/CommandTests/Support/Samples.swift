import Foundation

/// What the project ships, found from this file.
enum Samples {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardized

  static let pipelines = project.appending(path: "Pipelines")
  static let opEds = project.appending(path: "Corpus/op-eds")
  static let gold = project.appending(path: "Corpus/gold")
  static let originals = project.appending(path: "Corpus/originals")
  static let codebook = pipelines.appending(path: "codebooks/industry-clusters.yaml")

  static let themes = ["國際金融", "國際算力", "中間試驗", "技術交易", "創業服務"]

  /// The names of the op-eds, in order.
  static let names = try! FileManager.default.contentsOfDirectory(atPath: opEds.path)
    .filter { $0.hasSuffix(".txt") }.sorted()

  /// A corpus of the op-eds, tagged with the codebook: made once, the first time it is asked for.
  static let corpus: Data = {
    try! {
      let program = try Program()
      try program.copy(opEds, to: "op-eds")
      try program.copy(codebook, to: "codebook.yaml")
      try program.run("ingest", "--corpus", "it.lunheng", "op-eds").expectSuccess()
      try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
        .expectSuccess()
      return try Data(contentsOf: program.file("it.lunheng"))
    }()
  }()
}

extension Program {
  /// The program with a corpus of the op-eds, tagged with the codebook, and the op-eds and the
  /// codebook beside it.
  static func withSampleCorpus() throws -> Program {
    let program = try Program()
    try program.copy(Samples.opEds, to: "op-eds")
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write(Samples.corpus, to: "it.lunheng")
    return program
  }

  /// The program with a corpus of NDJSON `records`, tagged with the codebook.
  static func withCorpus(of records: String...) throws -> Program {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write(records.joined(separator: "\n"), to: "records.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "records.ndjson")
    try program.run("annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml")
    return program
  }
}

extension ProgramResult {
  struct Failure: Error {
    var result: ProgramResult
  }

  /// - Throws: `Failure` unless the exit status is 0.
  func expectSuccess() throws {
    if status != 0 { throw Failure(result: self) }
  }
}
