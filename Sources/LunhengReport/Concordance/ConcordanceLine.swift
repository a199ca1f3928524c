import LunhengCore

/// A hit in its context (KWIC, key word in context), and where it is.
public struct ConcordanceLine: Hashable, Sendable {
  /// The text before the hit, of any length; its end is what is shown where there is little room.
  public var left: String
  /// The hit as the text spells it.
  public var hit: String
  /// The text after the hit, of any length.
  public var right: String
  public var place: Place
  /// Nil where no theme was asked for.
  public var theme: String?
  /// The term as the codebook spells it.
  public var term: String?
  /// How the hit lies among the words of the text; nil where that was not found out.
  public var status: BoundaryStatus?
  /// The words that the hit touches, each with its part of speech: "新興/ADJ".
  public var words: [String]

  /// Where a hit stands in the file that it was read from.
  public struct Place: Hashable, Sendable {
    /// The document's key in the corpus.
    public var document: String
    /// The file, or the id of the record.
    public var file: String
    /// Which block of the document, from 0.
    public var block: Int?
    /// The page of the file, from 1, where pages can be told.
    public var page: Int?
    /// The line of the file, from 1, and the column in it, in Unicode scalars, from 1; the column is nil
    /// in a record, whose text is one line of JSON.
    public var line: Int?
    public var column: Int?
    /// The bytes of the file that spell the hit, one range a line where it is torn.
    public var bytes: [Range<Int>]

    public init(
      document: String = "", file: String, block: Int? = nil, page: Int? = nil, line: Int? = nil,
      column: Int? = nil, bytes: [Range<Int>] = []
    ) {
      self.document = document
      self.file = file
      self.block = block
      self.page = page
      self.line = line
      self.column = column
      self.bytes = bytes
    }
  }

  public init(
    left: String, hit: String, right: String, place: Place, theme: String? = nil,
    term: String? = nil, status: BoundaryStatus? = nil, words: [String] = []
  ) {
    self.left = left
    self.hit = hit
    self.right = right
    self.place = place
    self.theme = theme
    self.term = term
    self.status = status
    self.words = words
  }
}
