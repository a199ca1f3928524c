import LunhengCore

extension Codebook {
  /// Reads a codebook of one file: one that names others is rejected. See `CodebookFile`.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file, in UTF-8.
  ///   - path: How the file is called in diagnostics.
  /// - Complexity: Linear in the size of the file.
  public static func parse(_ bytes: [UInt8], path: String) -> Checked<Codebook> {
    let checked = CodebookFile.parse(bytes, path: path) { _ throws(Diagnostic) in
      throw Diagnostic(.error, code: "no-files", message: "no other files are read here")
    }
    return switch checked {
    case .accepted(let file, let warnings): .accepted(file.codebook, warnings: warnings)
    case .rejected(let diagnostics): .rejected(diagnostics)
    }
  }

  /// Reads a codebook from YAML text, as `parse(_:path:)` does from bytes.
  public static func parse(_ text: String, path: String) -> Checked<Codebook> {
    parse(Array(text.utf8), path: path)
  }
}
