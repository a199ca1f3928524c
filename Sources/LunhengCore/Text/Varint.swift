/// Writes integers as LEB128 varints: seven bits a byte, least significant first.
public struct VarintWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// - Precondition: `value` is not negative.
  public mutating func append(_ value: Int) {
    var rest = UInt(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes that are written already.
  public mutating func append(contentsOf bytes: [UInt8]) { self.bytes += bytes }

  /// Zigzag-coded, so that small negative values stay short.
  public mutating func append(signed value: Int) {
    append(Int(bitPattern: UInt(bitPattern: value << 1) ^ UInt(bitPattern: value >> 63)))
  }
}

/// Reads what `VarintWriter` wrote; gives nil at the end or where the bytes make no integer.
public struct VarintReader<Bytes: Collection<UInt8>> {
  private let bytes: Bytes
  private var index: Bytes.Index

  public init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  public var isAtEnd: Bool { index == bytes.endIndex }

  public mutating func next() -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while index != bytes.endIndex, shift < 63 {
      let byte = bytes[index]
      index = bytes.index(after: index)
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    return nil
  }

  public mutating func nextSigned() -> Int? {
    guard let coded = next() else { return nil }
    let bits = UInt(bitPattern: coded)
    return Int(bitPattern: bits >> 1) ^ -Int(bits & 1)
  }
}
