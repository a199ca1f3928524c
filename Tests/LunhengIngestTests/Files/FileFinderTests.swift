import Foundation
import Testing

@testable import LunhengIngest

struct FileFinderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func find(_ names: String...) -> FoundFiles {
    FileFinder.find(names.map { $0.isEmpty ? folder.path : folder.at($0) })
  }

  private func names(_ found: FoundFiles) -> [String] { folder.relative(found.paths) }

  @Test func aFolderGivesAllItsFilesInItAndBelow() throws {
    for name in ["b.txt", "a.md", "sub/c.json", "sub/deep/d"] { try folder.write(name) }
    let found = find("")
    #expect(names(found) == ["a.md", "b.txt", "sub/c.json", "sub/deep/d"])
    #expect(found.problems.isEmpty)
  }

  @Test func hiddenFilesAndFoldersAreLeftOutUnlessTheyAreNamed() throws {
    for name in ["a", ".b", ".git/c", "sub/.d"] { try folder.write(name) }
    #expect(names(find("")) == ["a"])
    #expect(names(find("", ".b", ".git")) == [".b", ".git/c", "a"])
  }

  @Test func filesAreOrderedByUnicodeScalars() throws {
    // By UTF-16 units, U+FF21 would come after U+20000; as Strings, "é" would come before "z".
    let ordered = ["A", "Z", "a", "z", "é", "一", "Ａ", "𠀀"]
    for name in ordered.shuffled() { try folder.write(name) }
    #expect(names(find("")) == ordered)
  }

  @Test func twoNamesThatDifferInCompositionAreTwoFiles() throws {
    try folder.write("e\u{301}.txt")
    try folder.write("\u{E9}.txt")
    #expect(find("").paths.count == 2)
    #expect(find("e\u{301}.txt", "\u{E9}.txt").paths.count == 2)
  }

  @Test func aFileIsGivenOnceByThePathThatSortsFirst() throws {
    try folder.write("b/a.txt")
    try folder.link("b/z.txt", to: "a.txt")
    try folder.link("a", to: "b")
    #expect(names(find("b/./a.txt", "b//a.txt", "b", "a", "")) == ["a/a.txt"])
    #expect(names(find("b", "")) == ["b/a.txt"])
    #expect(names(find("b/z.txt", "b")) == ["b/a.txt"])
  }

  @Test func theOrderOfThePathsDoesNotMatter() throws {
    for name in ["a/x", "a/y", "b/x"] { try folder.write(name) }
    try folder.link("b/a", to: "../a")
    let paths = ["a", "b", "missing", "b/a/x", "b/*", "none*"].map { folder.at($0) }
    let expected = FileFinder.find(paths)
    #expect(expected.paths.count == 3)
    #expect(expected.problems.count == 2)
    for _ in 0..<10 { #expect(FileFinder.find(paths.shuffled()) == expected) }
  }

  @Test func loopsOfLinksEnd() throws {
    try folder.write("a/b/c.txt")
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("a/root", to: "/" + folder.path)
    #expect(names(find("a")) == ["a/b/c.txt"])
    #expect(names(find("**/*.txt")) == ["a/b/c.txt"])
  }

  @Test func aLinkThatLeadsNowhereIsNoFile() throws {
    try folder.write("a.txt")
    try folder.link("b.txt", to: "missing")
    #expect(names(find("")) == ["a.txt"])
  }

  @Test func aPipeInAFolderIsLeftOutAndNamedItIsRefused() throws {
    try folder.write("a.txt")
    try #require(mkfifo(folder.at("pipe"), 0o600) == 0)
    #expect(names(find("")) == ["a.txt"])
    #expect(find("pipe").problems == [.specialFile(path: folder.at("pipe"), kind: .pipe)])
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b.txt"]),
    ("?.txt", ["a.txt", "b.txt"]),
    ("a*", ["a.txt", "ab/c.txt", "ab/d/e.txt"]),
    ("*/c.txt", ["ab/c.txt"]),
    ("ab/*", ["ab/c.txt", "ab/d/e.txt"]),
    ("**/*.txt", ["a.txt", "ab/c.txt", "ab/d/e.txt", "b.txt"]),
    ("**", ["a.txt", "ab/c.txt", "ab/d/e.txt", "b.txt"]),
    ("ab/**/e.txt", ["ab/d/e.txt"]),
    ("**/**/e.txt", ["ab/d/e.txt"]),
    ("**/d", ["ab/d/e.txt"]),
    ("**/d/**", ["ab/d/e.txt"]),
    (".*", [".g/i.txt", ".h.txt"]),
    ("a?/d/?.tx?", ["ab/d/e.txt"]),
  ])
  func aPatternGivesTheFilesThatFit(pattern: String, expected: [String]) throws {
    for name in ["a.txt", "b.txt", ".h.txt", "ab/c.txt", "ab/d/e.txt", ".g/i.txt"] {
      try folder.write(name)
    }
    let found = find(pattern)
    #expect(names(found) == expected)
    #expect(found.problems.isEmpty)
  }

  @Test func aNameWithAStarThatExistsIsNoPattern() throws {
    for name in ["a*.txt", "ab.txt"] { try folder.write(name) }
    #expect(names(find("a*.txt")) == ["a*.txt"])
  }

  @Test func pathsThatLeadToNoFileAreReported() throws {
    try FileManager.default.createDirectory(
      atPath: folder.at("empty"), withIntermediateDirectories: false)
    let found = find("missing", "none*", "empty")
    #expect(found.paths.isEmpty)
    #expect(
      found.problems == [
        .emptyFolder(path: folder.at("empty")), .noSuchFile(path: folder.at("missing")),
        .noMatch(pattern: folder.at("none*")),
      ])
    #expect(found.problems.map(\.diagnostic.code) == Array(repeating: "no-such-file", count: 3))
  }

  @Test func aNameThatIsNotUTF8IsReported() throws {
    try folder.write("a.txt")
    let path = folder.path + "/b"
    var name = path.utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    let file = name.withUnsafeMutableBufferPointer { fopen($0.baseAddress!, "w") }
    fclose(file)
    let found = find("")
    #expect(names(found) == ["a.txt"])
    #expect(found.problems == [.unusableName(path: folder.at("b\u{FFFD}"))])
  }

  @Test(.disabled(if: isSuperuser, "permissions do not stop the superuser"))
  func aFolderThatCannotBeListedIsReportedAndTheOthersAreRead() throws {
    try folder.write("a/x")
    try folder.write("b/x")
    chmod(folder.at("a"), 0)
    defer { chmod(folder.at("a"), 0o700) }
    let found = find("")
    #expect(names(found) == ["b/x"])
    #expect(found.problems == [.unreadableFolder(path: folder.at("a"), errno: EACCES)])
  }

  @Test func relativePathsStayRelativeAndLoseTheirDots() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: ".")
    let file = try #require(
      names.first { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }, "run in the package's folder")
    #expect(FileFinder.find(["./" + file, ".//./" + file]).paths == [file])
  }
}
