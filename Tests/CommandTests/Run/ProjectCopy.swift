import Foundation

/// A fresh copy of the shipped pipeline with its codebook and op-eds.
struct ProjectCopy {
  let program: Program

  static let outputFolder = "Pipelines/output/hong-kong-clusters"
  static let corpus = "\(outputFolder)/corpus.lunheng"

  /// What an undisturbed run of the whole pipeline gives; made once, the first time it is asked for.
  static let undisturbed: (result: ProgramResult, outputs: [String: Data]) = try! {
    let project = try ProjectCopy()
    return (try project.run(), try project.outputs())
  }()

  init() throws {
    program = try Program()
    try program.copy(Samples.opEds, to: "Corpus/op-eds")
    for name in ["hong-kong-clusters.yaml", "codebooks"] {
      try program.copy(Samples.pipelines.appending(path: name), to: "Pipelines/\(name)")
    }
  }

  func run(threads: Int = 2) throws -> ProgramResult {
    try program.run("run", "Pipelines/hong-kong-clusters.yaml", "--threads", "\(threads)")
  }

  /// What the run wrote, by name. Not the corpus, which remembers when each run was.
  func outputs() throws -> [String: Data] {
    try program.files(in: Self.outputFolder).filter { !$0.key.contains(".lunheng") }
  }

  /// The names of outputs that are not, byte for byte, what `others` are.
  func outputsThatDiffer(from others: [String: Data] = undisturbed.outputs) throws -> [String] {
    let outputs = try outputs()
    return Set(outputs.keys).union(others.keys).filter { outputs[$0] != others[$0] }.sorted()
  }

  /// The matrix of documents, as it was written.
  func matrix() throws -> [[String: String]] {
    let bytes = try Data(contentsOf: program.file("\(Self.outputFolder)/coverage-by-document.csv"))
    return try ProgramResult(status: 0, bytes: bytes, errors: "").table()
  }
}
