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

  /// - Throws: `ConfigurationFailure`.
  public static func codebook(_ path: String) throws(ConfigurationFailure) -> Loaded<Codebook> {
    try load(path) { Codebook.parse($0, path: path) }
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
    let file: FileBytes
    do throws(IngestError) {
      file = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    } catch {
      throw ConfigurationFailure(diagnostics: [error.diagnostic])
    }
    switch parse(file.withBytes { Array($0) }) {
    case .accepted(let value, let warnings):
      return Loaded(value: value, sha256: file.sha256(), warnings: warnings)
    case .rejected(let diagnostics):
      throw ConfigurationFailure(diagnostics: diagnostics)
    }
  }
}
