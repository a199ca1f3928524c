/// What a block is in the printed piece.
public enum BlockRole: String, CaseIterable, Sendable {
  case title, byline, heading, paragraph, citation
  /// Running heads, page numbers, tables of contents.
  case furniture

  /// Whether the block is part of what the author says: only such text is searched for themes,
  /// counted and mined for keywords.
  public var isContent: Bool { self == .title || self == .heading || self == .paragraph }
}

/// A paragraph, heading or other unit of a document, reflowed: no line breaks, words whole.
public struct Block: Hashable, Sendable {
  public var role: BlockRole
  /// The reflowed text as UTF-16 code units.
  public var units: [UInt16]
  /// From which line to which in the file, from 1.
  public var lines: ClosedRange<Int>
  /// The page of the file on which the block starts, from 1, where pages can be told.
  public var page: Int?
  /// Where each unit comes from.
  public var source: SourceMap

  public init(
    role: BlockRole, units: [UInt16], lines: ClosedRange<Int>, page: Int?, source: SourceMap
  ) {
    self.role = role
    self.units = units
    self.lines = lines
    self.page = page
    self.source = source
  }

  public var text: String { String(units: units) }
  /// Characters of the text as an editor counts them: Unicode scalars that are not white space.
  public var characters: Int { CharacterClass.countOfCharacters(in: units) }
}

/// A value together with where it was read.
public struct Attributed<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  /// The words it was read from; nil where the source names the field itself (a JSON key).
  public var evidence: Evidence?

  public init(_ value: Value, evidence: Evidence? = nil) {
    self.value = value
    self.evidence = evidence
  }
}

/// Where a metadata field was read from.
public struct Evidence: Hashable, Sendable {
  /// The words as printed.
  public var text: String
  public var position: SourcePosition

  public init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }
}

/// Who published a document, when and where. A field that the source does not give is absent.
public struct Metadata: Hashable, Sendable {
  public var title: Attributed<String>?
  public var authors: [Attributed<String>]
  public var publication: Attributed<String>?
  public var date: Attributed<CalendarDate>?
  /// The page in the newspaper, such as "B8".
  public var page: Attributed<String>?
  public var url: Attributed<String>?

  public init(
    title: Attributed<String>? = nil, authors: [Attributed<String>] = [],
    publication: Attributed<String>? = nil, date: Attributed<CalendarDate>? = nil,
    page: Attributed<String>? = nil, url: Attributed<String>? = nil
  ) {
    self.title = title
    self.authors = authors
    self.publication = publication
    self.date = date
    self.page = page
    self.url = url
  }
}

/// A document as read: its metadata and its blocks, in the order of the source.
public struct Document: Hashable, Sendable {
  /// Names the document in a corpus: the path of a file, or the id that a record gives.
  public var id: String
  public var metadata: Metadata
  public var blocks: [Block]

  public init(id: String, metadata: Metadata, blocks: [Block]) {
    self.id = id
    self.metadata = metadata
    self.blocks = blocks
  }

  /// Characters of all content blocks.
  public var characters: Int {
    blocks.reduce(0) { $0 + ($1.role.isContent ? $1.characters : 0) }
  }
}
