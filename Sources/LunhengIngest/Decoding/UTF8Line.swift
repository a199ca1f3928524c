import LunhengCore

/// A line of UTF-8 as UTF-16 units that know the bytes they came from. Meant to be reused: it keeps its
/// buffers, so that reading a line allocates nothing.
package struct UTF8Line: ~Copyable {
  private var unitBuffer = ScratchBuffer<UInt16>()
  private var offsetBuffer = ScratchBuffer<Int32>()
  /// What an ill-formed line is read as.
  private var repaired = ScratchBuffer<UInt8>()

  /// The bytes that offsets count: of the line that was read or, if it was ill-formed, of its repair.
  package private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var count = 0

  package init() {}

  package var units: UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(start: unitBuffer.start, count: count)
  }
  /// The byte that each unit begins at, and behind the last the end. The second half of a surrogate
  /// pair has no bytes of its own.
  package var offsets: UnsafePointer<Int32> { UnsafePointer(offsetBuffer.start) }

  /// Reads a line, in which ill-formed sequences become U+FFFD as in `String(decoding:as:)`.
  ///
  /// Complexity: O(n), about 1 GB/s.
  /// - Parameter line: must stay where it is as long as this holds it.
  /// - Returns: the first byte that is not UTF-8.
  package mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let fault = decode(line) else { return nil }
    // Too rare to be worth code of its own.
    var text = String(decoding: line, as: UTF8.self)
    text.withUTF8 {
      repaired.reserve($0.count)
      _ = UnsafeMutableBufferPointer(start: repaired.start, count: $0.count)
        .update(fromContentsOf: $0)
      _ = decode(UnsafeBufferPointer(start: repaired.start, count: $0.count))
    }
    return fault
  }

  /// - Returns: where it stopped because of an ill-formed sequence.
  private mutating func decode(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes = line
    count = 0
    let end = line.count
    unitBuffer.reserve(end)
    offsetBuffer.reserve(end + 1)
    let units = unitBuffer.start
    let offsets = offsetBuffer.start
    var next = 0
    var index = 0
    if let base = line.baseAddress {
      while index < end {
        var scalar = UInt32(base[index])
        var length = 1
        if index + 4 <= end,
          let unit = UTF8Sequence.threeByteUnit(UTF8Sequence.word(at: index, in: base))
        {
          scalar = UInt32(unit)
          length = 3
        } else if scalar >= 0x80 {
          let sequence = UTF8Sequence(at: index, in: base, end: end)
          guard sequence.isWellFormed else { return index }
          scalar = sequence.scalar
          length = sequence.length
        }
        offsets[next] = Int32(truncatingIfNeeded: index)
        index += length
        if scalar < 0x10000 {
          units[next] = UInt16(truncatingIfNeeded: scalar)
          next += 1
        } else {
          units[next] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
          units[next + 1] = UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF)
          offsets[next + 1] = Int32(truncatingIfNeeded: index)
          next += 2
        }
      }
    }
    offsets[next] = Int32(truncatingIfNeeded: end)
    count = next
    return nil
  }
}
