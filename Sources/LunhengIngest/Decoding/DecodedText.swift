import LunhengCore

/// A text, and where each unit of it stands in the bytes it was decoded from.
public struct DecodedText: Hashable, Sendable {
  /// UTF-16 units, line ends included, a byte-order mark not.
  public var units: [UInt16]
  /// Line, column, byte and scalar of every unit. Lines end at LF, CRLF or CR, which stand in the
  /// line they end.
  public var source: SourceMap
  /// The charset, by the name that IANA gives it: "UTF-8", "Big5-HKSCS".
  public var encoding: String
  /// What could not be decoded, in order.
  public var problems: [UndecodableBytes]

  public init(
    units: [UInt16], source: SourceMap, encoding: String, problems: [UndecodableBytes] = []
  ) {
    self.units = units
    self.source = source
    self.encoding = encoding
    self.problems = problems
  }

  /// Complexity: O(units).
  public var text: String { String(decoding: units, as: UTF16.self) }

  /// A warning that tells of the undecodable bytes of the file at `path`; nil if there are none.
  public func warning(path: String) -> Diagnostic? {
    guard let first = problems.first else { return nil }
    return IngestError.undecodableBytes(
      path: path, encoding: encoding, first: first, count: problems.count
    ).diagnostic
  }
}
