import LunhengCore

/// Hits in their contexts, one under the other.
public struct Concordance: Hashable, Sendable {
  public var lines: [ConcordanceLine]

  public init(_ lines: [ConcordanceLine]) { self.lines = lines }

  /// The lines as a table, for CSV and JSON: contexts whole, and each part of the place in a column.
  ///
  /// - Parameter language: Of headers: "zh-Hant" or "en".
  public func table(language: String = "zh-Hant") -> Table {
    let wording = Wording(language)
    return Table(
      columns: [
        Table.Column(key: "document", header: wording.document, audience: .programs),
        Table.Column(key: "file", header: wording.file),
        Table.Column(key: "block", header: "", kind: .number, audience: .programs),
        Table.Column(key: "page", header: wording.page, kind: .number),
        Table.Column(key: "line", header: wording.line, kind: .number),
        Table.Column(key: "column", header: wording.column, kind: .number),
        Table.Column(key: "bytes", header: wording.bytes),
        Table.Column(key: "left", header: wording.left, alignment: .trailing),
        Table.Column(key: "hit", header: wording.hit),
        Table.Column(key: "right", header: wording.right),
        Table.Column(key: "theme", header: wording.theme),
        Table.Column(key: "term", header: wording.term),
        Table.Column(key: "status", header: wording.status),
      ],
      rows: lines.map { line in
        [
          .text(line.place.document), .text(line.place.file), .optional(line.place.block),
          .optional(line.place.page), .optional(line.place.line), .optional(line.place.column),
          .text(
            line.place.bytes.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")),
          .text(line.left), .text(line.hit), .text(line.right), .text(line.theme),
          .text(line.term), .optional(line.status?.rawValue),
        ]
      })
  }
}
