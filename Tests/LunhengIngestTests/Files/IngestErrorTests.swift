import LunhengCore
import Testing

@testable import LunhengIngest

struct IngestErrorTests {
  private static let place = DiagnosticLocation(path: "p", line: 3, column: 4)
  private static let bytes = UndecodableBytes(offset: 9, length: 2, line: 1, column: 2)

  private static let all: [(IngestError, String)] =
    [
      (.noSuchFile(path: "p"), "no-such-file"), (.noMatch(pattern: "p*"), "no-such-file"),
      (.emptyFolder(path: "p"), "no-such-file"),
      (.unreadableFolder(path: "p", errno: 13), "unreadable-folder"),
      (.unreadableFile(path: "p", errno: 13), "unreadable-file"),
      (.unreadableFile(path: "p", errno: 24), "unreadable-file"),
      (.unusableName(path: "p"), "unusable-name"), (.isFolder(path: "p"), "is-folder"),
      (.specialFile(path: "p", kind: .socket), "special-file"),
      (.emptyFile(path: "p"), "empty-file"), (.unknownEncoding("x"), "unknown-encoding"),
      (.undecodable(path: "p", encoding: "x", offset: 1, wasForced: true), "undecodable"),
      (.undecodable(path: "p", encoding: "x", offset: 1, wasForced: false), "undecodable"),
      (.undecodableBytes(path: "p", encoding: "x", first: bytes, count: 1), "undecodable-bytes"),
      (.undecodableBytes(path: "p", encoding: "x", first: bytes, count: 2), "undecodable-bytes"),
      (.lineTooLong(path: "p", line: 1, bytes: 2, limit: 1), "line-too-long"),
      (.badRecord(.notAnObject, at: place), "wrong-type"),
      (.badRecord(.missingField("id"), at: place), "missing-field"),
      (.badRecord(.emptyIdentifier, at: place), "missing-field"),
      (.badRecord(.wrongType(field: "id", expected: "a string"), at: place), "wrong-type"),
      (.badRecord(.badDate("x"), at: place), "bad-date"),
      (.badRecord(.duplicateKey("id"), at: place), "duplicate-key"),
      (.badRecord(.loneSurrogate(field: "text", count: 1), at: place), "lone-surrogate"),
      (.badRecord(.loneSurrogate(field: "text", count: 2), at: place), "lone-surrogate"),
    ]
    + BinaryKind.allCases.map { (.binaryFile(path: "p", kind: $0), "binary-file") }
    + [
      .unexpectedEnd, .unexpectedByte(expected: "x"), .trailingContent, .controlCharacter,
      .invalidUTF8, .badEscape, .badNumber, .tooDeep(limit: 512),
    ].map { (.badRecord(.malformed($0, offset: 7), at: place), "malformed-json") }

  @Test(arguments: all)
  func everyErrorHasAStableCodeAndAMessageWithARemedy(
    error: IngestError, code: String
  ) throws {
    let diagnostic = error.diagnostic
    #expect(diagnostic.code == code)
    let message = diagnostic.message
    #expect(message.contains("; "), "\(message)")
    #expect(!message.hasSuffix("."))
    let first = try #require(message.unicodeScalars.first)
    #expect(
      first.properties.isLowercase || first == "\"" || first.properties.numericType != nil
        || message.hasPrefix("SHA"), "\(message)")
  }

  @Test func whatIsUsedAllTheSameIsAWarning() {
    let warnings = Set(Self.all.filter { $0.0.diagnostic.severity == .warning }.map(\.1))
    #expect(warnings == ["undecodable-bytes", "bad-date", "duplicate-key", "lone-surrogate"])
    let optional = IngestError.badRecord(
      .wrongType(field: "title", expected: "a string"), at: Self.place)
    #expect(optional.diagnostic.severity == .warning)
  }

  @Test func aDiagnosticPointsToThePlace() {
    #expect(
      IngestError.badRecord(.missingField("text"), at: Self.place).diagnostic.line
        == "p:3:4: error: the record has no \"text\"; every record needs an \"id\" and a \"text\" "
        + "[missing-field]")
  }
}
