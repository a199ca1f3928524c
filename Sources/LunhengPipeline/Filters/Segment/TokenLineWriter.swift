import LunhengCore
import LunhengIngest

/// Writes the tokens of one line after another by copying the bytes that they were read from.
struct TokenLineWriter: ~Copyable {
  /// A line of output, written without a check for each token and then appended at once.
  private var buffer = ScratchBuffer<UInt8>()
  /// Bytes that are copied at a time, of which a short token needs only the first.
  private static let stride = MemoryLayout<SIMD16<UInt8>>.size

  /// Appends the tokens separated by one space. White space is left out, also within a token (a term
  /// such as "data centre").
  ///
  /// - Parameter tags: by token, its part of speech, written behind it after a slash; empty if there are
  ///   none.
  mutating func appendWords(
    _ tokens: [Token], tags: [PartOfSpeech] = [], of line: borrowing UTF8Line,
    to output: inout [UInt8]
  ) {
    // A space after each token, its tag, the line feed, and what is copied too much.
    let room = tags.isEmpty ? 1 : 2 + PartOfSpeech.longestName
    buffer.reserve(line.bytes.count + tokens.count * room + 1 + Self.stride)
    var end = buffer.start
    let units = line.units
    let offsets = line.offsets
    for (index, token) in tokens.enumerated() where token.kind != .space {
      let start = end
      let range = token.range
      if range.contains(where: { CharacterClass.isSpace(units[$0]) }) {
        for unit in range where !CharacterClass.isSpace(units[unit]) {
          end = Self.copy(Int(offsets[unit])..<Int(offsets[unit + 1]), of: line.bytes, to: end)
        }
      } else {
        let bytes = Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
        end = Self.copy(bytes, of: line.bytes, to: end)
      }
      if end > start {
        if !tags.isEmpty {
          for unit in "/\(tags[index].name)".utf8 {
            end.pointee = unit
            end += 1
          }
        }
        end.pointee = 0x20
        end += 1
      }
    }
    // In place of the last space.
    if end > buffer.start { end -= 1 }
    end.pointee = 0x0A
    output.append(
      contentsOf: UnsafeBufferPointer(start: buffer.start, count: end - buffer.start + 1))
  }

  /// - Returns: the place behind the copy.
  @inline(__always)
  private static func copy(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard let base = bytes.baseAddress else { return target }
    let source = UnsafeRawPointer(base + range.lowerBound)
    if range.count <= stride, range.lowerBound + stride <= bytes.count {
      let block = source.loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD16<UInt8>.self)
    } else {
      UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: range.count)
    }
    return target + range.count
  }
}
