import LunhengCore

/// A document as a line of NDJSON gives it.
public struct Record: Hashable, Sendable {
  public var id: String
  /// The text. Its source map gives bytes of the file, but lines, columns and scalars of the text
  /// value itself (from 1, 1 and 0; lines end at LF), because in the file the text is one line.
  public var text: DecodedText
  public var title: String?
  /// In the order given; empty if there are none.
  public var authors: [String]
  public var date: CalendarDate?
  public var publication: String?
  /// The page as given; a number as it is written.
  public var page: String?
  public var url: String?
  /// The value of the field that the reader was to give besides: a string as it is, a number or
  /// boolean as it is written; nil where it is absent, null, or an array or object.
  public var field: String?
  /// The same where it is an array of strings, or one string; empty for all else.
  public var list: [String]
  /// The line of the file, from 1.
  public var line: Int
  /// The bytes of the line in the file, without its line end.
  public var byteRange: Range<Int>
  /// Warnings: what of the record was not used as it stands.
  public var problems: [Diagnostic]

  public init(
    id: String, text: DecodedText, title: String? = nil, authors: [String] = [],
    date: CalendarDate? = nil, publication: String? = nil, page: String? = nil,
    url: String? = nil, field: String? = nil, list: [String] = [], line: Int = 1,
    byteRange: Range<Int> = 0..<0,
    problems: [Diagnostic] = []
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.authors = authors
    self.date = date
    self.publication = publication
    self.page = page
    self.url = url
    self.field = field
    self.list = list
    self.line = line
    self.byteRange = byteRange
    self.problems = problems
  }
}
