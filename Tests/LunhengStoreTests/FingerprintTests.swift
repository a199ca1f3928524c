import LunhengCore
import Testing

@testable import LunhengStore

@Suite struct FingerprintTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theOrderOfIngestionDoesNotShow() throws {
    let documents = (0..<20).map { Samples.document("d\($0)") }
    let first = try folder.corpus("first")
    try first.add(documents)
    try first.analyse()
    let second = try folder.corpus("second")
    try second.add([Samples.document("gone")])
    for document in documents.reversed() { try second.add([document]) }
    try second.analyse()
    try second.removeDocuments(keys: ["gone"])
    try second.recordRun(manifest: "{}")
    #expect(try first.contentFingerprint() == second.contentFingerprint())
  }

  @Test func resumingAfterAnInterruptionDoesNotShow() throws {
    let documents = (0..<9).map { Samples.document("d\($0)") }
    let straight = try folder.corpus("straight")
    try straight.add(documents)
    try straight.analyse()
    let resumed = try folder.corpus("resumed")
    try resumed.add(Array(documents.prefix(4)))
    try resumed.analyse()
    #expect(try resumed.contentFingerprint() != straight.contentFingerprint())
    #expect(
      try resumed.add(documents).prefix(5) == [
        .unchanged, .unchanged, .unchanged, .unchanged, .new,
      ])
    try resumed.analyse()
    #expect(try resumed.contentFingerprint() == straight.contentFingerprint())
  }

  @Test(arguments: [
    ("UPDATE document SET page = NULL", "document"),
    ("UPDATE document_author SET name = '無名'", "document_author"),
    ("UPDATE evidence SET byte = byte + 1", "evidence"),
    ("UPDATE block SET text = '無'", "block"),
    ("UPDATE block SET tokens = NULL", "block"),
    ("UPDATE codebook SET overlap = 'all'", "codebook"),
    ("UPDATE theme SET definition = ''", "theme"),
    ("UPDATE term SET weight = weight + 1", "term"),
    ("UPDATE \"match\" SET status = 2 - status", "match"),
    ("UPDATE coverage SET score = score * 2", "coverage"),
    ("UPDATE keyword SET score = score + 0.5", "keyword"),
    ("UPDATE keyword SET positions = x'010203'", "keyword"),
    ("UPDATE stage SET stamp = 'x'", "stage"),
  ])
  func everyChangeShowsInTheHashOfItsTable(sql: String, table: String) throws {
    let corpus = try folder.corpus()
    try corpus.add([Samples.document("a")])
    try corpus.analyse()
    let before = try corpus.contentFingerprint()
    try corpus.write { try $0.execute(sql: sql) }
    let after = try corpus.contentFingerprint()
    let changed = zip(before.tables, after.tables).filter { $0 != $1 }.map(\.0.name)
    #expect(changed == [table])
    #expect(before.description != after.description)
  }

  @Test func everyTableOfTheSchemaIsHashedButRuns() throws {
    let corpus = try folder.corpus()
    let tables = try corpus.read { database in
      try Query("SELECT name FROM sqlite_master WHERE type = 'table'", in: database)
        .map { $0.text(0) }
    }
    let hashed = try corpus.contentFingerprint().tables.map(\.name)
    #expect(
      Set(tables).subtracting(hashed) == ["run", "sqlite_sequence"])
    #expect(Set(hashed).isSubset(of: tables))
  }

  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func theHashIsFNV1a(text: String, expected: String) {
    var hash = ContentHash()
    Array(text.utf8).withUnsafeBufferPointer { hash.combine($0) }
    #expect(hash.hexadecimal == expected)
  }
}
