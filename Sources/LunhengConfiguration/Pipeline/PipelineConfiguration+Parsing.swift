import LunhengCore

extension PipelineConfiguration {
  /// Reads a pipeline file from YAML.
  ///
  /// Reports every problem of the file, not only the first, each with its line and column. Whether
  /// the paths lead anywhere is not asked: nothing is read but `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file, in UTF-8.
  ///   - path: How the file is called in diagnostics.
  /// - Returns: The configuration, or the diagnostics if any of them is an error.
  /// - Complexity: Linear in the size of the file.
  public static func parse(_ bytes: [UInt8], path: String) -> Checked<PipelineConfiguration> {
    do {
      let document = try YAMLDocument(bytes)
      var reader = PipelineReader(document)
      let configuration = reader.pipeline(from: document.root)
      return Checked(configuration, problems: reader.problems, path: path)
    } catch {
      return Checked(nil, problems: error.problems, path: path)
    }
  }

  /// Reads a pipeline file from YAML text, as `parse(_:path:)` does from bytes.
  public static func parse(_ text: String, path: String) -> Checked<PipelineConfiguration> {
    parse(Array(text.utf8), path: path)
  }
}
