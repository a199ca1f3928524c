import LunhengCore

/// Turns files and records into documents: decodes, reflows, reads metadata.
public struct DocumentReader: Hashable, Sendable {
  /// The charset of text files, as ICU names it; nil to find it for each.
  public let encoding: String?

  public init(encoding: String? = nil) { self.encoding = encoding }

  /// Names what turns bytes into documents: where it changes, they are read anew.
  public var version: String { "1 encoding-\(encoding ?? "auto")" }

  /// A document and how it was read.
  public struct Reading: Hashable, Sendable {
    public var document: Document
    /// The charset, by its IANA name.
    public var encoding: String
    /// What was not used as it stands.
    public var warnings: [Diagnostic]
  }

  /// Reads a text file as one document.
  ///
  /// Complexity: O(bytes).
  ///
  /// - Parameter id: names the document.
  /// - Throws: `IngestError` if the file is binary, cannot be decoded, or has a line that no text has.
  public func readText(_ file: FileBytes, id: String) throws(IngestError) -> Reading {
    try file.requireText(forced: encoding)
    let text = try TextDecoder.decode(file, forced: encoding)
    try text.checkLineLengths(path: file.path)
    return Reading(
      document: Reflow.document(id: id, text: text.units, source: text.source),
      encoding: text.encoding, warnings: text.warning(path: file.path).map { [$0] } ?? [])
  }

  /// Reads a file as the documents it holds: one for text, one for each record.
  ///
  /// - Parameter report: gets what was wrong with records.
  /// - Throws: `IngestError` if the file as a whole cannot be read.
  public func readAll(
    _ file: FileBytes, report: (Diagnostic) -> Void
  ) throws(IngestError) -> [Reading] {
    guard Self.hasRecords(file) else { return [try readText(file, id: file.path)] }
    let reader = NDJSONReader(path: file.path)
    var readings: [Reading] = []
    for range in reader.split(file) {
      let batch = reader.parse(range, of: file)
      batch.problems.forEach(report)
      readings += batch.records.map {
        Reading(document: document(from: $0), encoding: $0.text.encoding, warnings: $0.problems)
      }
    }
    return readings
  }

  /// Makes a document of a record. Its fields are what the record gives, and where it gives none, what
  /// its text does.
  ///
  /// Complexity: O(text).
  public func document(from record: Record) -> Document {
    var document = Reflow.document(
      id: record.id, text: record.text.units, source: record.text.source)
    if let title = record.title {
      if document.metadata.title?.value != title {
        // The record has a title of its own, so that what reads like one is a heading.
        for index in document.blocks.indices where document.blocks[index].role == .title {
          document.blocks[index].role = .heading
        }
      }
      document.metadata.title = Attributed(title)
    }
    if !record.authors.isEmpty {
      document.metadata.authors = record.authors.map { Attributed($0) }
    }
    if let date = record.date { document.metadata.date = Attributed(date) }
    if let publication = record.publication {
      document.metadata.publication = Attributed(publication)
    }
    if let page = record.page { document.metadata.page = Attributed(page) }
    if let url = record.url { document.metadata.url = Attributed(url) }
    return document
  }

  /// Whether the file has a JSON object on each line and not text: by its name, or because its first
  /// line is one.
  public static func hasRecords(_ file: FileBytes) -> Bool {
    let name = file.path.lowercased()
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return true }
    return file.withBytes { bytes in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      guard let first = bytes[start...].firstIndex(where: { !isSpace($0) }),
        bytes[first] == UInt8(ascii: "{")
      else { return false }
      let end = bytes[first...].firstIndex(of: 0x0A) ?? bytes.endIndex
      return bytes[first..<end].last { !isSpace($0) } == UInt8(ascii: "}")
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
