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

  @Test func `a folder gives all its files, in it and below`() throws {
    for name in ["b.txt", "a.md", "sub/c.json", "sub/deep/d"] { try folder.write(name) }
    let found = find("")
    #expect(names(found) == ["a.md", "b.txt", "sub/c.json", "sub/deep/d"])
    #expect(found.problems.isEmpty)
  }

  @Test func `hidden files and folders are left out unless they are named`() throws {
    for name in ["a", ".b", ".git/c", "sub/.d"] { try folder.write(name) }
    #expect(names(find("")) == ["a"])
    #expect(names(find("", ".b", ".git")) == [".b", ".git/c", "a"])
  }

  @Test func `files are ordered by Unicode scalars`() throws {
    // By UTF-16 units, U+FF21 would come after U+20000; as Strings, "é" would come before "z".
    let ordered = ["A", "Z", "a", "z", "é", "一", "Ａ", "𠀀"]
    for name in ordered.shuffled() { try folder.write(name) }
    #expect(names(find("")) == ordered)
  }

  @Test func `two names that differ in composition are two files`() throws {
    try folder.write("e\u{301}.txt")
    try folder.write("\u{E9}.txt")
    #expect(find("").paths.count == 2)
    #expect(find("e\u{301}.txt", "\u{E9}.txt").paths.count == 2)
  }

  @Test func `a file is given once, by the path that sorts first`() throws {
    try folder.write("b/a.txt")
    try folder.link("b/z.txt", to: "a.txt")
    try folder.link("a", to: "b")
    #expect(names(find("b/./a.txt", "b//a.txt", "b", "a", "")) == ["a/a.txt"])
    #expect(names(find("b", "")) == ["a/a.txt"])
    #expect(names(find("b/z.txt", "b")) == ["b/a.txt"])
  }

  @Test func `the order of the paths does not matter`() throws {
    for name in ["a/x", "a/y", "b/x"] { try folder.write(name) }
    try folder.link("b/a", to: "../a")
    let paths = ["a", "b", "missing", "b/a/x", "b/*", "none*"].map { folder.at($0) }
    let expected = FileFinder.find(paths)
    #expect(expected.paths.count == 3)
    #expect(expected.problems.count == 2)
    for _ in 0..<10 { #expect(FileFinder.find(paths.shuffled()) == expected) }
  }

  @Test func `loops of links end`() throws {
    try folder.write("a/b/c.txt")
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("a/root", to: "/" + folder.path)
    #expect(names(find("a")) == ["a/b/c.txt"])
    #expect(names(find("**/*.txt")) == ["a/b/c.txt"])
  }

  @Test func `a link that leads nowhere is no file`() throws {
    try folder.write("a.txt")
    try folder.link("b.txt", to: "missing")
    #expect(names(find("")) == ["a.txt"])
  }

  @Test func `a pipe in a folder is left out, and named it is refused`() throws {
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
    (".*", [".h.txt"]),
    ("a?/d/?.tx?", ["ab/d/e.txt"]),
  ])
  func `a pattern gives the files that fit`(pattern: String, expected: [String]) throws {
    for name in ["a.txt", "b.txt", ".h.txt", "ab/c.txt", "ab/d/e.txt", ".g/i.txt"] {
      try folder.write(name)
    }
    let found = find(pattern)
    #expect(names(found) == expected)
    #expect(found.problems.isEmpty)
  }

  @Test func `a name with a star that exists is no pattern`() throws {
    for name in ["a*.txt", "ab.txt"] { try folder.write(name) }
    #expect(names(find("a*.txt")) == ["a*.txt"])
  }

  @Test func `paths that lead to no file are reported`() throws {
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

  @Test func `a name that is not UTF-8 is reported`() throws {
    try folder.write("a.txt")
    let path = folder.path + "/b"
    var name = path.utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    let file = name.withUnsafeMutableBufferPointer { fopen($0.baseAddress!, "w") }
    fclose(try #require(file))
    let found = find("")
    #expect(names(found) == ["a.txt"])
    #expect(found.problems == [.unusableName(path: folder.at("b\u{FFFD}"))])
  }

  @Test(.disabled(if: isSuperuser, "permissions do not stop the superuser"))
  func `a folder that cannot be listed is reported, and the others are read`() throws {
    try folder.write("a/x")
    try folder.write("b/x")
    chmod(folder.at("a"), 0)
    defer { chmod(folder.at("a"), 0o700) }
    let found = find("")
    #expect(names(found) == ["b/x"])
    #expect(found.problems == [.unreadableFolder(path: folder.at("a"), errno: EACCES)])
  }

  @Test func `relative paths stay relative`() throws {
    // The package's own folder is where tests run.
    let found = FileFinder.find(["./Sources/LunhengIngest/Files/FileFinder.swift"])
    if found.problems.isEmpty {
      #expect(found.paths == ["Sources/LunhengIngest/Files/FileFinder.swift"])
    }
  }
}
