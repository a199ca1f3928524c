import LunhengCore

/// A text in UTF-8 with its source map made scalar by scalar, the plain way.
struct SourceText {
  var units: [UInt16] = []
  var map = SourceMap()

  init(_ text: String) {
    var position = SourcePosition(line: 1, column: 1, byte: 0, scalar: 0)
    for scalar in text.unicodeScalars {
      let encoded = Array(String(scalar).utf16)
      let bytes = String(scalar).utf8.count
      map.append(
        encoded.count, from: position, bytesPerUnit: bytes / encoded.count,
        unitsPerScalar: encoded.count)
      units += encoded
      position.byte += bytes
      position.scalar += 1
      position.column += 1
      if scalar == "\n" {
        position.line += 1
        position.column = 1
      }
    }
  }
}
