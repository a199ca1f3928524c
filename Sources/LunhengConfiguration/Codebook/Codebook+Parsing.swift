import LunhengCore

extension Codebook {
  /// Reads a codebook from YAML.
  ///
  ///     let checked = Codebook.parse(bytes, path: "codebooks/industry-clusters.yaml")
  ///     for diagnostic in checked.diagnostics { print(diagnostic.line) }
  ///
  /// Scalars are taken as they are written: the term `2047` or `no` needs no quotes. Reports every
  /// problem of the file, not only the first, each with its line and column.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file, in UTF-8.
  ///   - path: How the file is called in diagnostics.
  /// - Returns: The codebook with warnings (`shared-term`, `padded-term`), or the diagnostics if any
  ///   of them is an error.
  /// - Complexity: Linear in the size of the file.
  public static func parse(_ bytes: [UInt8], path: String) -> Checked<Codebook> {
    do {
      let document = try YAMLDocument(bytes)
      var reader = CodebookReader(document)
      let codebook = reader.codebook(from: document.root)
      return Checked(codebook, problems: reader.problems, path: path)
    } catch {
      return Checked(nil, problems: error.problems, path: path)
    }
  }

  /// Reads a codebook from YAML text, as `parse(_:path:)` does from bytes.
  public static func parse(_ text: String, path: String) -> Checked<Codebook> {
    parse(Array(text.utf8), path: path)
  }
}
