import Foundation
import Testing

@testable import LunhengStore

/// Permissions do not bind the superuser, so these run for other users only.
@Suite(.enabled(if: geteuid() != 0)) struct ReadOnlyPlaceTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("corpus.lunheng")
    try Corpus(creatingAt: path).add([Samples.document("a")])
  }

  @Test func aCorpusInAReadOnlyFolderCanBeRead() throws {
    try withPermissions(file: 0o444, folder: 0o555) {
      let corpus = try Corpus(openingAt: path)
      #expect(try corpus.documents().map(\.key) == ["a"])
      try corpus.close()
    }
  }

  @Test func aWritableFileInAReadOnlyFolderCanBeReadButNotWritten() throws {
    try withPermissions(file: 0o644, folder: 0o555) {
      let documents = try Corpus(openingAt: path).documents()
      #expect(documents.count == 1)
      #expect(throws: StoreError.readOnly(path: path)) { try Corpus(creatingAt: path) }
    }
  }

  @Test func aReadOnlyFileIsNotOpenedForWriting() throws {
    try withPermissions(file: 0o444, folder: 0o755) {
      #expect(throws: StoreError.readOnly(path: path)) { try Corpus(creatingAt: path) }
      let documents = try Corpus(openingAt: path).documents()
      #expect(documents.count == 1)
    }
  }

  @Test func committedDataBesideTheFileIsNeverSilentlyLeftOut() throws {
    let corpus = try Corpus(creatingAt: path)
    try corpus.add([Samples.document("b")])
    let copy = try TemporaryFolder()
    for name in ["corpus.lunheng", "corpus.lunheng-wal"] {
      try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
    }
    chmod(copy.path, 0o555)
    defer { chmod(copy.path, 0o755) }
    do {
      let keys = try Corpus(openingAt: copy.file("corpus.lunheng")).documents().map(\.key)
      #expect(keys == ["a", "b"])
    } catch {
      #expect(error.diagnostic.code == "corpus-unreadable")
    }
  }

  private func withPermissions(
    file: mode_t, folder folderMode: mode_t, _ body: () throws -> Void
  ) throws {
    chmod(path, file)
    chmod(folder.path, folderMode)
    defer {
      chmod(folder.path, 0o755)
      chmod(path, 0o644)
    }
    try body()
  }
}
