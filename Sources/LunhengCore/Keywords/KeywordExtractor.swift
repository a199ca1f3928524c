/// Finds what a document is about, as a function of that document alone: nothing depends on what else
/// there is to read, so that documents may come in any order, one at a time, on any machine.
///
/// Immutable and shared by all threads; each thread works with a worker of its own.
///
/// ```swift
/// let extractor = KeywordExtractor(method: .combined, background: try .shipped())
/// var worker = extractor.makeWorker()
/// worker.keywords(of: blocks, limit: 10).map(\.term)   // ["新質生產力", "產業集群", …]
/// ```
public struct KeywordExtractor: Sendable {
  public let method: KeywordMethod
  /// How common words are at large; without it none is rarer than another.
  public let background: BackgroundFrequencies?

  public init(method: KeywordMethod = .combined, background: BackgroundFrequencies?) {
    self.method = method
    self.background = background
  }

  /// The version of candidates, weights and selection: changes whenever the same text may give others.
  private static let version = "4"

  /// Names everything that the keywords of a document depend on besides its tokens and tags.
  public var identity: String {
    "\(Self.version) \(method.rawValue) \(background?.identity ?? "no-background")"
  }

  public func makeWorker() -> KeywordWorker { KeywordWorker(self) }
}
