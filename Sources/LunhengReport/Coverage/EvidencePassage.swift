/// A passage with hits of a theme, and where a reader finds it.
public struct EvidencePassage: Hashable, Sendable {
  public var documentTitle: String
  /// "file:line" of the passage in the source.
  public var place: String
  /// The page in the source, from 1, where pages can be told.
  public var page: Int?
  public var text: String
  /// The hits: UTF-16 units of `text`, in any order. They may overlap.
  public var highlights: [Range<Int>]

  public init(
    documentTitle: String, place: String, page: Int? = nil, text: String, highlights: [Range<Int>]
  ) {
    self.documentTitle = documentTitle
    self.place = place
    self.page = page
    self.text = text
    self.highlights = highlights
  }
}
