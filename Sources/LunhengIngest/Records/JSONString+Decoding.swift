import LunhengCore

extension JSONString {
  /// The string with the bytes that each unit comes from: `\n` is one unit of two bytes.
  ///
  /// Lines, columns and scalars count within the string, and a line ends at LF alone. Half a
  /// surrogate pair becomes U+FFFD and a problem.
  ///
  /// Complexity: O(bytes), some 500 MB/s.
  ///
  /// - Parameters:
  ///   - base: the memory in which `bytes` are.
  ///   - offset: where in the file that memory begins.
  func decoded(from base: UnsafePointer<UInt8>, offset: Int) -> DecodedText {
    var builder = SourceRunBuilder()
    var problems: [UndecodableBytes] = []
    let end = bytes.upperBound
    let decoded = [UInt16](unsafeUninitializedCapacity: units) { buffer, count in
      guard units > 0, let output = buffer.baseAddress else { return }
      var index = bytes.lowerBound
      while index < end {
        let first = index
        let firstUnit = count
        while index < end, base[index] < 0x80, base[index] != UInt8(ascii: "\\") {
          output[count] = UInt16(base[index])
          count += 1
          index += 1
        }
        if index > first {
          builder.append(
            count - firstUnit, byte: offset + first, bytesPerUnit: 1, unitsPerScalar: 1)
          continue
        }
        // The quotation mark behind the string makes the fourth byte readable.
        while index + 3 <= end,
          let unit = UTF8Sequence.threeByteUnit(UTF8Sequence.word(at: index, in: base))
        {
          output[count] = unit
          count += 1
          index += 3
        }
        if index > first {
          builder.append(
            count - firstUnit, byte: offset + first, bytesPerUnit: 3, unitsPerScalar: 1)
          continue
        }
        if base[index] == UInt8(ascii: "\\") {
          let escape = JSONEscape(at: index, in: base, end: end)
          if escape.isLoneSurrogate {
            problems.append(
              UndecodableBytes(
                offset: offset + index, length: escape.length, line: builder.line,
                column: builder.column))
          }
          output[count] = escape.unit
          count += 1
          if let trail = escape.trail {
            output[count] = trail
            count += 1
          }
          let width = count - firstUnit
          builder.append(
            width, byte: offset + index, bytesPerUnit: escape.length / width, unitsPerScalar: width)
          if escape.unit == 0x0A { builder.endLine() }
          index += escape.length
        } else {
          let sequence = UTF8Sequence(at: index, in: base, end: end)
          if sequence.scalar < 0x10000 {
            output[count] = UInt16(sequence.scalar)
            count += 1
            builder.append(
              1, byte: offset + index, bytesPerUnit: sequence.length, unitsPerScalar: 1)
          } else {
            output[count] = UInt16(0xD7C0 + sequence.scalar >> 10)
            output[count + 1] = UInt16(0xDC00 + sequence.scalar & 0x3FF)
            count += 2
            builder.append(2, byte: offset + index, bytesPerUnit: 2, unitsPerScalar: 2)
          }
          index += sequence.length
        }
      }
    }
    return DecodedText(
      units: decoded, source: builder.map, encoding: Charset.utf8.name, problems: problems)
  }
}
