import LunhengCore

extension KeywordExtractor {
  /// The program's own extractor: with the background frequencies that come with it.
  ///
  /// - Throws: `IngestError` or `Diagnostic` if their file is missing or damaged.
  public static func standard(_ method: KeywordMethod) throws -> KeywordExtractor {
    KeywordExtractor(method: method, background: try .shipped())
  }
}
