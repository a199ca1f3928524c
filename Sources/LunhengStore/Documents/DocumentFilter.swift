import LunhengCore

/// Which documents a reading call is about. Fields that are nil select all documents; of several
/// values of one field any counts, and all fields that are given must fit.
public struct DocumentFilter: Hashable, Sendable {
  public var keys: [String]?
  public var authors: [String]?
  public var publications: [String]?
  /// The first day. Undated documents do not fit where a day is given.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate?

  public init(
    keys: [String]? = nil, authors: [String]? = nil, publications: [String]? = nil,
    from: CalendarDate? = nil, to: CalendarDate? = nil
  ) {
    self.keys = keys
    self.authors = authors
    self.publications = publications
    self.from = from
    self.to = to
  }
}
