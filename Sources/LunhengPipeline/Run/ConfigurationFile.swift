import LunhengConfiguration
import LunhengCore
import LunhengIngest

/// What was wrong with the files that say what to do; nothing was done.
public struct ConfigurationFailure: Error, Hashable, Sendable {
  public var diagnostics: [Diagnostic]
}

/// Reads codebooks, pipelines and lexicons from disk.
public enum ConfigurationFile {
  /// A value and the file it was read from.
  public struct Loaded<Value: Sendable>: Sendable {
    public var value: Value
    public var sha256: String
    public var warnings: [Diagnostic]
  }

  /// A codebook, and where it was read from.
  public struct LoadedCodebook: Sendable {
    public var value: Codebook
    public var places: CodebookPlaces
    /// The codebook's file, and those that it includes or takes terms from.
    public var files: [String]
    /// Of the file; of several, of their digests in order.
    public var sha256: String
    public var warnings: [Diagnostic]
  }

  /// - Throws: `ConfigurationFailure`.
  public static func codebook(_ path: String) throws(ConfigurationFailure) -> LoadedCodebook {
    let main = try file(path)
    var digests = [main.sha256()]
    let checked = CodebookFile.parse(main.withBytes { Array($0) }, path: path) {
      (path) throws(Diagnostic) in
      do throws(IngestError) {
        let file = try FileBytes.read(path)
        digests.append(file.sha256())
        return file.withBytes { Array($0) }
      } catch {
        throw error.diagnostic
      }
    }
    let (value, warnings) = try accepted(checked)
    let sha256 =
      digests.count == 1
      ? digests[0] : FileBytes(path: path, copying: digests.joined().utf8).sha256()
    return LoadedCodebook(
      value: value.codebook, places: value.places, files: value.files, sha256: sha256,
      warnings: warnings)
  }

  /// - Throws: `ConfigurationFailure`.
  public static func pipeline(
    _ path: String
  ) throws(ConfigurationFailure) -> Loaded<PipelineConfiguration> {
    try load(path) { PipelineConfiguration.parse($0, path: path) }
  }

  /// The words of several lexicons, in order.
  ///
  /// - Throws: `ConfigurationFailure`.
  public static func lexicon(
    _ paths: [String]
  ) throws(ConfigurationFailure) -> (words: [String], warnings: [Diagnostic]) {
    var words: [String] = []
    var warnings: [Diagnostic] = []
    for path in paths {
      let loaded = try load(path) { LexiconFile.parse($0, path: path) }
      words += loaded.value
      warnings += loaded.warnings
    }
    return (words, warnings)
  }

  private static func load<Value>(
    _ path: String, _ parse: ([UInt8]) -> Checked<Value>
  ) throws(ConfigurationFailure) -> Loaded<Value> {
    let file = try file(path)
    let (value, warnings) = try accepted(parse(file.withBytes { Array($0) }))
    return Loaded(value: value, sha256: file.sha256(), warnings: warnings)
  }

  private static func file(_ path: String) throws(ConfigurationFailure) -> FileBytes {
    do throws(IngestError) {
      return path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    } catch {
      throw ConfigurationFailure(diagnostics: [error.diagnostic])
    }
  }

  private static func accepted<Value>(
    _ checked: Checked<Value>
  ) throws(ConfigurationFailure) -> (value: Value, warnings: [Diagnostic]) {
    switch checked {
    case .accepted(let value, let warnings): (value, warnings)
    case .rejected(let diagnostics): throw ConfigurationFailure(diagnostics: diagnostics)
    }
  }
}
