import Foundation
import Testing

@Suite("run")
struct RunTests {
  @Test("prints the matrix, which is the one in its outputs, and names what it wrote")
  func printsTheMatrix() throws {
    let project = try ProjectCopy()
    let result = try project.run()
    #expect(result.status == 0)
    #expect(result.diagnostics == [])
    #expect(
      result.messages.first
        == "documents: 28 (28 new, 0 unchanged, 0 replaced), inputs that failed: 0")

    let outputs = result.messages.filter { $0.hasPrefix("output: ") }.map { $0.dropFirst(8) }
    #expect(outputs.count == 8)
    for output in outputs {
      #expect(FileManager.default.fileExists(atPath: project.program.file("\(output)").path))
    }

    let rows = try project.matrix()
    #expect(rows.map { $0["document"] } == Samples.names.map { "Corpus/op-eds/\($0)" }.inDateOrder)
    for row in rows {
      // Titles are cut at 40 columns.
      let title = row["title"]!.prefix(15)
      let numbers = Samples.themes.map { row[$0] == "0" ? "·" : row[$0]! }
      #expect(
        result.lines.contains { line in
          line.hasPrefix(title)
            && line.split(separator: " ").suffix(5).elementsEqual(numbers.map { Substring($0) })
        }, "\(title)")
    }
  }

  @Test("says in the JSON matrix what the numbers were made from")
  func recordsTheManifest() throws {
    struct Matrix: Decodable {
      struct Manifest: Decodable {
        struct Input: Decodable {
          var name: String
          var sha256: String
        }
        var program: String
        var icu: String
        var pipeline: String
        var segmenter: String
        var codebook: Input
        var inputs: [Input]
      }
      var manifest: Manifest
    }
    let project = try ProjectCopy()
    try project.run().expectSuccess()
    let manifest = try JSONDecoder().decode(
      Matrix.self, from: project.outputs()["coverage-by-document.json"] ?? Data()
    ).manifest
    #expect(manifest.pipeline == "hong-kong-clusters")
    #expect(manifest.program.hasPrefix("lunheng "))
    #expect(manifest.segmenter.contains(manifest.icu))
    #expect(manifest.codebook.name == "industry-clusters")
    #expect(manifest.inputs.map(\.name) == Samples.names.map { "Corpus/op-eds/\($0)" })
    let sums = try project.program.shell(
      "sha256sum Corpus/op-eds/*.txt Pipelines/codebooks/industry-clusters.yaml")
    #expect(
      sums.lines.map { String($0.prefix(64)) }
        == (manifest.inputs + [manifest.codebook]).map(\.sha256))
  }

  @Test("again changes no byte of the outputs and finds every document unchanged")
  func changesNothingTheSecondTime() throws {
    let project = try ProjectCopy()
    #expect(try project.run().lines == ProjectCopy.undisturbed.result.lines)
    let second = try project.run()
    #expect(second.status == 0)
    #expect(
      second.messages.first
        == "documents: 28 (0 new, 28 unchanged, 0 replaced), inputs that failed: 0")
    #expect(second.lines == ProjectCopy.undisturbed.result.lines)
    #expect(try project.outputsThatDiffer() == [])
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let one = try ProjectCopy()
    let four = try ProjectCopy()
    #expect(try one.run(threads: 1).lines == four.run(threads: 4).lines)
    #expect(try one.outputsThatDiffer() == [])
    #expect(try four.outputsThatDiffer() == [])
    let passages = try [one, four].map {
      try $0.program.run("query", "--kwic", "--format", "csv", "--corpus", ProjectCopy.corpus).lines
    }
    #expect(passages[0] == passages[1])
  }

  /// Ways to name the pipeline's file from a folder.
  static let places: [(folder: String, path: String)] = [
    (folder: "/", path: "FOLDER/Pipelines/hong-kong-clusters.yaml"),
    (folder: "Corpus/op-eds", path: "../../Pipelines/hong-kong-clusters.yaml"),
    (folder: "", path: "Pipelines//hong-kong-clusters.yaml"),
    (folder: "", path: "./Pipelines/hong-kong-clusters.yaml"),
    (folder: "Pipelines", path: "hong-kong-clusters.yaml"),
  ]

  @Test("gives the same from wherever it is run", arguments: places)
  func doesNotDependOnTheFolder(folder: String, path: String) throws {
    let project = try ProjectCopy()
    let path = path.replacing("FOLDER", with: project.program.folder.path)
    let result = try project.program.run("run", path, in: folder)
    #expect(result.status == 0)
    #expect(try project.outputsThatDiffer() == [])
    let second = try project.run()
    #expect(second.messages.first?.contains("0 new, 28 unchanged") == true)
    #expect(try project.outputsThatDiffer() == [])
  }

  @Test("replaces only the op-ed that has changed, as if it had been so from the start")
  func replacesOnlyWhatChanged() throws {
    let project = try ProjectCopy()
    try project.run().expectSuccess()
    let before = try project.matrix()
    let name = "Corpus/op-eds/2024-03-12-compute-hub.txt"
    let text = try String(contentsOf: project.program.file(name), encoding: .utf8)
    try project.program.write(text.replacing("算力", with: "專利"), to: name)

    let result = try project.run()
    #expect(result.status == 0)
    #expect(result.messages.first?.contains("(0 new, 27 unchanged, 1 replaced)") == true)
    let after = try project.matrix()
    #expect(after.filter { $0["document"] != name } == before.filter { $0["document"] != name })
    let row = try #require(after.first { $0["document"] == name })
    #expect(row["技術交易"] != "0")

    let fresh = try ProjectCopy()
    try fresh.program.write(text.replacing("算力", with: "專利"), to: name)
    #expect(try fresh.run().lines == result.lines)
    #expect(try fresh.outputsThatDiffer(from: project.outputs()) == [])
  }

  @Test("reports a broken file among the inputs once and does all the rest")
  func goesOnAfterABrokenFile() throws {
    let project = try ProjectCopy()
    try project.program.write("%PDF-1.7\n\0\0", to: "Corpus/op-eds/2024-01-01-scan.txt")
    let result = try project.run()
    #expect(result.status == 1)
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.first?.hasSuffix("[binary-file]") == true)
    #expect(result.diagnostics.first?.contains("2024-01-01-scan.txt: error: ") == true)
    #expect(
      result.messages.contains(
        "documents: 28 (28 new, 0 unchanged, 0 replaced), inputs that failed: 1"))
    #expect(result.lines == ProjectCopy.undisturbed.result.lines)
    #expect(try project.outputsThatDiffer() == [])
  }

  @Test("gives exit status 2 where no input can be read")
  func failsWithoutInput() throws {
    let program = try Program()
    try program.write(
      "pipeline: p\ncorpus: it.lunheng\ningest: {paths: [nothing.txt]}\n", to: "p.yaml")
    let result = try program.run("run", "p.yaml")
    #expect(result.status == 2)
    #expect(result.diagnostics.count == 1)
    #expect(result.errors.contains("[no-such-file]"))
  }
}

extension [String] {
  /// Names that begin with dates as documents are listed: the undated one, which has a date in its name
  /// only, comes last.
  fileprivate var inDateOrder: [String] {
    filter { !$0.contains("sports-park") } + filter { $0.contains("sports-park") }
  }
}
