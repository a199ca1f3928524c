/// Writes JSON (RFC 8259): the same value always gives the same bytes.
public struct JSONWriter: Hashable, Sendable {
  /// Whether members and elements stand on lines of their own, two spaces deeper than what holds
  /// them. Off, a value takes one line, as NDJSON needs.
  public var isPretty: Bool

  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// `value` as text, without a line break at the end.
  public func string(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `value` to `bytes` as UTF-8: for output that is built of many values.
  public func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    write(value, depth: 0, to: &bytes)
  }

  private func write(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      bytes.append(contentsOf: (NumberFormat.shortest(value) ?? "null").utf8)
    case .string(let value): write(value, to: &bytes)
    case .array(let elements):
      writeList(elements, between: ("[", "]"), depth: depth, to: &bytes) { element, bytes in
        write(element, depth: depth + 1, to: &bytes)
      }
    case .object(let members):
      writeList(members, between: ("{", "}"), depth: depth, to: &bytes) { member, bytes in
        write(member.key, to: &bytes)
        bytes.append(contentsOf: (isPretty ? ": " : ":").utf8)
        write(member.value, depth: depth + 1, to: &bytes)
      }
    }
  }

  private func writeList<Element>(
    _ elements: [Element], between brackets: (String, String), depth: Int, to bytes: inout [UInt8],
    write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: brackets.0.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1, in: &bytes)
      write(element, &bytes)
    }
    if !elements.isEmpty { breakLine(depth: depth, in: &bytes) }
    bytes.append(contentsOf: brackets.1.utf8)
  }

  private func breakLine(depth: Int, in bytes: inout [UInt8]) {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, to: &bytes) }
  }

  /// Appends a string, given as UTF-8, to `bytes`.
  public func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Bytes that are escaped, or that may start a sequence which is; most text has none of them.
    let isPlain = text.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
    }
    guard !isPlain else { return bytes.append(contentsOf: text) }
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x22: bytes.append(contentsOf: #"\""#.utf8)
      case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      // Beyond what the standard asks: DEL and the C1 controls, which a terminal obeys, and the two
      // separators at which some readers of NDJSON end the line.
      case 0..<0x20, 0x7F: writeEscape(UInt32(byte), to: &bytes)
      case 0xC2 where rest.first.map { $0 < 0xA0 } == true:
        writeEscape(UInt32(rest.removeFirst()), to: &bytes)
      case 0xE2 where rest.starts(with: [0x80, 0xA8]) || rest.starts(with: [0x80, 0xA9]):
        rest.removeFirst()
        writeEscape(0x2000 | UInt32(rest.removeFirst() & 0x3F), to: &bytes)
      default: bytes.append(byte)
      }
    }
  }

  private func writeEscape(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let digits = String(scalar, radix: 16)
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
