import LunhengCore

extension KeywordExtractor {
  /// The program's own extractor.
  public static func standard(_ method: KeywordMethod) throws -> KeywordExtractor {
    KeywordExtractor(method: method, background: nil)
  }
}
