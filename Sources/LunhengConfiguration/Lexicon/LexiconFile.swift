import LunhengCore

/// Word lists that segmentation is to know.
public enum LexiconFile {
  /// Reads a word list: one word a line; blank lines and lines that start with `#` are skipped, and
  /// so is what follows a tab (a frequency, a tag). White space around a word does not count.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file, in UTF-8.
  ///   - path: How the file is called in diagnostics.
  /// - Returns: The words in the order of the file, each once, with warnings (`duplicate-word`,
  ///   `word-with-space`); or the diagnostics, if a line has control characters or the bytes are not
  ///   UTF-8.
  /// - Complexity: Linear in the size of the file.
  public static func parse(_ bytes: [UInt8], path: String) -> Checked<[String]> {
    let file: UTF8Text
    do {
      file = try UTF8Text(validating: bytes)
    } catch {
      return Checked(nil, problems: [error], path: path)
    }
    var reader = LexiconReader()
    var number = 0
    // Split by bytes: LF and CR LF, and the old CR.
    for line in lines(of: file.bytes) {
      number += 1
      reader.read(String(decoding: line, as: UTF8.self), number: number)
    }
    return Checked(reader.words, problems: reader.problems, path: path)
  }

  /// Reads a word list from text, as `parse(_:path:)` does from bytes.
  public static func parse(_ text: String, path: String) -> Checked<[String]> {
    parse(Array(text.utf8), path: path)
  }

  /// Lines end at LF, CR or CR LF, as `Position` counts them.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let isReturn = bytes[index] == UInt8(ascii: "\r")
      if isReturn || bytes[index] == UInt8(ascii: "\n") {
        lines.append(bytes[start..<index])
        if isReturn, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(bytes[start...])
    return lines
  }
}
