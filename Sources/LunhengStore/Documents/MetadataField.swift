import LunhengCore

/// A field of the metadata, by the name under which its evidence is stored.
enum MetadataField: String, CaseIterable {
  case title, author, publication, date, page, url

  /// The evidence of each value of the field.
  func evidence(in metadata: Metadata) -> [Evidence?] {
    switch self {
    case .title: [metadata.title?.evidence]
    case .author: metadata.authors.map(\.evidence)
    case .publication: [metadata.publication?.evidence]
    case .date: [metadata.date?.evidence]
    case .page: [metadata.page?.evidence]
    case .url: [metadata.url?.evidence]
    }
  }
}
