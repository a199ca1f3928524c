import LunhengCore

/// Reads documents from NDJSON: a JSON object (RFC 8259) on each line, in UTF-8.
///
/// A record has `id` and `text`, and may have `title`, `authors` (an array of strings, or one
/// string), `date` (ISO 8601), `publication`, `page` (a string or a number) and `url`. An optional
/// field that is null is absent. Other keys are skipped. Blank lines are skipped, and so is a
/// byte-order mark at the start.
///
/// Lines do not depend on one another, so a file is split into ranges of lines first, and each is
/// parsed on any thread:
///
/// ```swift
/// let reader = NDJSONReader(path: file.path)
/// let batches = reader.split(file).map { reader.parse($0, of: file) }
/// ```
public struct NDJSONReader: Sendable {
  /// The path that diagnostics name.
  public let path: String
  /// A field that records give besides, as `Record.field`; it may be one of the others.
  public let field: String?
  private let fieldName: [UInt8]?

  public init(path: String, field: String? = nil) {
    self.path = path
    self.field = field
    fieldName = field.map { Array($0.utf8) }
  }

  /// Divides a file into ranges of whole lines, each of about `length` bytes or of one line.
  ///
  /// Complexity: O(bytes), some GB/s.
  public func split(_ file: FileBytes, length: Int = 1 << 20) -> [LineRange] {
    file.withBytes { split($0, length: length) }
  }

  /// Divides bytes into ranges of whole lines; see `split(_:length:)`.
  ///
  /// - Parameter firstLine: the number of the first line, where the bytes are part of a stream.
  public func split(
    _ bytes: UnsafeBufferPointer<UInt8>, length: Int = 1 << 20, firstLine: Int = 1
  ) -> [LineRange] {
    var ranges: [LineRange] = []
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let least = min(start + max(length, 1), bytes.count)
      let lineEnd = FileSystem.firstIndex(of: 0x0A, in: bytes, from: least - 1)
      let end = lineEnd.map { $0 + 1 } ?? bytes.count
      ranges.append(LineRange(bytes: start..<end, firstLine: line))
      line += UnsafeBufferPointer(rebasing: bytes[start..<end]).countOfLineFeeds
      start = end
    }
    return ranges
  }

  /// Parses some lines of a file. Complexity: O(bytes), some 300 MB/s.
  public func parse(_ range: LineRange, of file: FileBytes) -> RecordBatch {
    file.withBytes { parse(range, of: $0) }
  }

  /// Parses some lines.
  ///
  /// - Parameter offset: where in the file `bytes` begins, where they are part of a stream. Added to
  ///   all byte positions.
  public func parse(
    _ range: LineRange, of bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0
  ) -> RecordBatch {
    var batch = RecordBatch()
    forEachRecord(in: range, of: bytes, offset: offset) { result in
      switch result {
      case .success(let record): batch.records.append(record)
      case .failure(let error): batch.problems.append(error.diagnostic)
      }
    }
    return batch
  }

  /// Calls `body` with what each line that is not blank gives, in order; only one record is in memory
  /// at a time. See `parse(_:of:offset:)`.
  public func forEachRecord(
    in range: LineRange, of bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0,
    _ body: (Result<Record, IngestError>) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    var start = range.bytes.lowerBound
    var line = range.firstLine
    if offset + start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < range.bytes.upperBound {
      let lineFeed = FileSystem.firstIndex(of: 0x0A, in: bytes, from: start)
      let next = min(lineFeed.map { $0 + 1 } ?? bytes.count, range.bytes.upperBound)
      var end = min(lineFeed ?? bytes.count, next)
      if end > start, base[end - 1] == 0x0D { end -= 1 }
      if !Self.isBlank(base, start..<end) {
        var parser = RecordParser(
          path: path, base: base, offset: offset, line: line, bytes: start..<end,
          fieldName: fieldName)
        do throws(IngestError) {
          body(.success(try parser.parse()))
        } catch {
          body(.failure(error))
        }
      }
      start = next
      line += 1
    }
  }

  private static func isBlank(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { base[$0] == 0x20 || base[$0] == 0x09 || base[$0] == 0x0D }
  }
}
