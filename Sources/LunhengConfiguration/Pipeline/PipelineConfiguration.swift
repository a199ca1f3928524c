import LunhengCore

/// What a pipeline file asks for: which texts to take in, how to analyse them, which tables to
/// write. Paths are as written; `PathResolver` tells where they lead.
public struct PipelineConfiguration: Hashable, Sendable {
  /// The pipeline's name: a to z, digits and `-`.
  public let id: String
  /// The corpus file.
  public let corpus: String
  public let ingest: Ingest
  public let segment: Segment
  /// Nil if no keywords are wanted.
  public let keywords: Keywords?
  /// Nil if no themes are to be matched; then `coverage` is empty.
  public let themes: Themes?
  /// The tables to write, each to a file of its own.
  public let coverage: [Coverage]

  public init(
    id: String, corpus: String, ingest: Ingest, segment: Segment = Segment(),
    keywords: Keywords? = nil, themes: Themes? = nil, coverage: [Coverage] = []
  ) {
    self.id = id
    self.corpus = corpus
    self.ingest = ingest
    self.segment = segment
    self.keywords = keywords
    self.themes = themes
    self.coverage = coverage
  }

  /// The texts to take in.
  public struct Ingest: Hashable, Sendable {
    /// Files, folders or glob patterns; at least one.
    public let paths: [String]
    /// An ICU charset name for all files; nil if each file's is to be detected (`auto`).
    public let encoding: String?

    public init(paths: [String], encoding: String? = nil) {
      self.paths = paths
      self.encoding = encoding
    }
  }

  /// What segmentation is to know.
  public struct Segment: Hashable, Sendable {
    /// Word lists: see `LexiconFile`.
    public let lexicons: [String]

    public init(lexicons: [String] = []) { self.lexicons = lexicons }
  }

  /// How keywords are found.
  public struct Keywords: Hashable, Sendable {
    public let method: KeywordMethod
    /// How many for each document, above 0.
    public let top: Int

    public init(method: KeywordMethod = .combined, top: Int = 10) {
      self.method = method
      self.top = top
    }
  }

  /// What texts are coded for.
  public struct Themes: Hashable, Sendable {
    /// The codebook file.
    public let codebook: String

    public init(codebook: String) { self.codebook = codebook }
  }

  /// A coverage table and the file to write it to.
  public struct Coverage: Hashable, Sendable {
    /// By the extension of the file.
    public enum Format: String, CaseIterable, Sendable {
      case csv, json
      case markdown = "md"
      case html
      case text = "txt"

      /// The format that `path` ends in, in any letter case; nil if it ends in another or none.
      public init?(path: String) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let end = parts.last else { return nil }
        self.init(rawValue: end.lowercased())
      }
    }

    public let grouping: CoverageGrouping
    public let measure: CoverageMeasure
    public let output: String
    public let format: Format

    public init(
      grouping: CoverageGrouping, measure: CoverageMeasure = .matches, output: String,
      format: Format
    ) {
      self.grouping = grouping
      self.measure = measure
      self.output = output
      self.format = format
    }
  }
}
