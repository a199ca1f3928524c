import Foundation
import LunhengCore
import LunhengIngest
import LunhengPipeline
import Testing

/// Codebooks on disk.
struct ConfigurationFileTests {
  /// Calls `body` with the path of `a.yaml` in a folder of its own that has these files.
  private func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "lunheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body(folder.appending(path: "a.yaml").path)
  }

  private let codebook =
    "{codebook: a, themes: [{id: b, terms: [c, {lexicon: t.txt}]}], include: [o.yaml]}"
  private let included = "{codebook: o, themes: [{id: d, terms: [e]}]}"

  @Test func theDigestOfOneFileIsThatOfItsBytes() throws {
    let text = "{codebook: a, themes: [{id: b, terms: [c]}]}"
    try withFiles(["a.yaml": text]) { path in
      let loaded = try ConfigurationFile.codebook(path)
      #expect(loaded.sha256 == FileBytes(path: "", copying: text.utf8).sha256())
      #expect(loaded.files == [path])
    }
  }

  @Test func theDigestOfSeveralChangesWithEachOfThem() throws {
    var digests: Set<String> = []
    for (term, theme) in [("f", "e"), ("g", "e"), ("f", "h"), ("f", "e")] {
      let files = [
        "a.yaml": codebook, "t.txt": term,
        "o.yaml": "{codebook: o, themes: [{id: d, terms: [\(theme)]}]}",
      ]
      try withFiles(files) { path in
        digests.insert(try ConfigurationFile.codebook(path).sha256)
      }
    }
    #expect(digests.count == 3)
  }

  @Test func placesAreThoseOfTheFiles() throws {
    try withFiles(["a.yaml": codebook, "t.txt": "# x\nf\n", "o.yaml": included]) { path in
      let loaded = try ConfigurationFile.codebook(path)
      let folder = path.dropLast("a.yaml".count)
      #expect(loaded.files == [path, folder + "t.txt", folder + "o.yaml"])
      #expect(
        loaded.places.terms[0].map(\.path) == [path, folder + "t.txt"])
      #expect(loaded.places.terms[0].map(\.line) == [1, 2])
      #expect(loaded.places.themes.map(\.path) == [path, folder + "o.yaml"])
    }
  }

  @Test func aFileThatIsNotThereIsNamedWhereItIsAskedFor() throws {
    try withFiles(["a.yaml": codebook, "o.yaml": included]) { path in
      let failure = #expect(throws: ConfigurationFailure.self) {
        _ = try ConfigurationFile.codebook(path)
      }
      #expect(failure?.diagnostics.map(\.code) == ["unreadable-file"])
      #expect(failure?.diagnostics.first?.location?.path == path)
      #expect(failure?.diagnostics.first?.message.contains("there is no file") == true)
    }
  }
}
