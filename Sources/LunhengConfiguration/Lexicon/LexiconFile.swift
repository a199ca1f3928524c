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
    let reader = LexiconReader(file)
    return Checked(reader.words, problems: reader.problems, path: path)
  }

  /// Reads a word list from text, as `parse(_:path:)` does from bytes.
  public static func parse(_ text: String, path: String) -> Checked<[String]> {
    parse(Array(text.utf8), path: path)
  }
}
