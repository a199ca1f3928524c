import Foundation

/// What a run of the program gave.
struct ProgramResult {
  /// As a shell gives it: 128 more than the signal that ended the program.
  var status: Int32
  /// Standard output.
  var bytes: Data
  /// Standard error.
  var errors: String

  /// Standard output as text.
  var output: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] { Self.lines(of: output) }

  /// The lines of standard error.
  var messages: [String] { Self.lines(of: errors) }

  /// The messages that tell of something wrong: those that end in a code.
  var diagnostics: [String] {
    messages.filter { $0.contains(/(^|: )(error|warning): .* \[[a-z0-9-]+\]$/) }
  }

  /// Standard output as JSON.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: bytes)
  }

  /// Standard output as JSON objects, one a line.
  func records<Value: Decodable>(_ type: Value.Type) throws -> [Value] {
    try lines.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  /// Standard output as CSV: a dictionary a row, by the names of the header.
  func table() throws -> [[String: String]] {
    var rows = try CSV.rows(of: output)
    let header = rows.removeFirst()
    return rows.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func lines(of text: String) -> [String] {
    // By scalar: "\r\n" is one Character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
