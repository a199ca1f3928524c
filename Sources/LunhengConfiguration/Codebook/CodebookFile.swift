import LunhengCore

/// A codebook and the files that it was read from.
public struct CodebookFile: Sendable {
  public let codebook: Codebook
  public let places: CodebookPlaces
  /// The paths of all files, in the order in which they were read; the codebook's own is the first.
  public let files: [String]
}

/// Where the parts of a codebook are written.
public struct CodebookPlaces: Hashable, Sendable {
  /// For each theme of the codebook, its id.
  public let themes: [DiagnosticLocation]
  /// For each theme and each of its terms; a term of a lexicon is at its line there.
  public let terms: [[DiagnosticLocation]]
}

extension CodebookFile {
  /// Reads a codebook from YAML, with the codebooks that it includes and the lexicons that it names.
  ///
  ///     let checked = CodebookFile.parse(bytes, path: "codebooks/policy.yaml") { path in
  ///       try contents(of: path)
  ///     }
  ///     for diagnostic in checked.diagnostics { print(diagnostic.line) }
  ///
  /// Scalars are taken as they are written: the term `2047` or `no` needs no quotes. Reports every
  /// problem of every file, not only the first, each with its path, line and column.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file, in UTF-8.
  ///   - path: How the file is called in diagnostics, and what the paths in it are relative to.
  ///   - read: Gives the content of another file; its path is resolved against the file that names
  ///     it. Each file is asked for once.
  /// - Returns: The codebook with warnings (such as `padded-term`), or the diagnostics if any of them
  ///   is an error: by file in the order of reading, then by place.
  /// - Complexity: Linear in the size of the files.
  public static func parse(
    _ bytes: [UInt8], path: String,
    read: @escaping (_ path: String) throws(Diagnostic) -> [UInt8]
  ) -> Checked<CodebookFile> {
    let library = FileLibrary(read: read)
    let root = CodebookReader.read(bytes, path: path, chain: [], library: library)
    if let root { CodebookChecks(read: root, library: library).reportExcludedTerms() }
    return Checked(
      root.map { CodebookFile($0, library: library) }, problems: library.allProblems)
  }

  private init(_ read: ReadCodebook, library: FileLibrary) {
    var codebook = read.codebook
    codebook.themes = read.themes.map { read in
      var theme = read.theme
      theme.terms = read.terms.map(\.term)
      return theme
    }
    self.codebook = codebook
    places = CodebookPlaces(
      themes: read.themes.map { library.location(of: $0.place) },
      terms: read.themes.map { $0.terms.map { library.location(of: $0.place) } })
    files = library.paths
  }
}
