import LunhengCore
import Testing

@testable import LunhengIngest

/// Holds a decoded text against its bytes, unit by unit.
enum SourceMapCheck {
  /// Whether the bytes that the map gives for each scalar decode to it, tile the file from `start`
  /// on, and lines, columns and scalars are what counting from the front gives.
  static func holds(
    _ text: DecodedText, for bytes: [UInt8], from start: Int = 0,
    decoding: (ArraySlice<UInt8>) -> String
  ) -> Bool {
    var line = 1
    var column = 1
    var scalar = 0
    var byte = start
    var index = 0
    let scalars = Array(text.text.unicodeScalars)
    for (number, character) in scalars.enumerated() {
      let width = UTF16.width(character)
      let ranges = text.source.byteRanges(of: index..<index + width)
      let expected = SourcePosition(line: line, column: column, byte: byte, scalar: scalar)
      let position = text.source.position(at: index)
      guard position == expected, ranges.count == 1, ranges[0].lowerBound == byte,
        decoding(bytes[ranges[0]]).unicodeScalars.elementsEqual([character])
      else {
        Issue.record("\(character) at \(index) of \(bytes): \(position), expected \(expected)")
        return false
      }
      if width == 2 {
        let trail = text.source.position(at: index + 1)
        #expect(trail.scalar == scalar && trail.column == column && trail.line == line)
      }
      byte = ranges[0].upperBound
      index += width
      scalar += 1
      let isFollowedByLF = number + 1 < scalars.count && scalars[number + 1] == "\n"
      if character == "\n" || character == "\r" && !isFollowedByLF {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    let isTiled = byte == bytes.count && index == text.units.count && index == text.source.count
    #expect(isTiled, "the map ends at \(byte) of \(bytes)")
    return isTiled
  }
}
