import LunhengCore

/// Decodes UTF-8, with where each unit comes from. Faster than ICU's converter with offsets, and it
/// replaces ill-formed bytes as the Unicode Standard recommends.
enum UTF8Decoder {
  /// Counts what is in `bytes` from `start` on. Complexity: O(bytes), about 1 GB/s.
  ///
  /// - Parameter isTolerant: whether to go on once more is undecodable than a text may have.
  static func survey(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isTolerant: Bool = false
  ) -> Survey {
    var survey = Survey()
    guard let base = bytes.baseAddress else { return survey }
    let end = bytes.count
    var index = start
    while index < end {
      let first = index
      index = UTF8Sequence.endOfASCII(from: index, in: base, end: end)
      survey.units += index - first
      let han = index
      while index + 4 <= end,
        UTF8Sequence.threeByteUnit(UTF8Sequence.word(at: index, in: base)) != nil
      {
        index += 3
      }
      survey.units += (index - han) / 3
      survey.multiByteCharacters += (index - han) / 3
      guard index < end, base[index] >= 0x80 else { continue }
      let sequence = UTF8Sequence(at: index, in: base, end: end)
      if sequence.isWellFormed {
        survey.units += sequence.length == 4 ? 2 : 1
        survey.multiByteCharacters += 1
      } else {
        survey.addUndecodable(at: index, length: sequence.length)
        if !isTolerant, !survey.isTolerable(ofBytes: end) { return survey }
      }
      index += sequence.length
    }
    return survey
  }

  /// Decodes `bytes` from `start` on. Complexity: O(bytes), some 500 MB/s.
  ///
  /// - Parameter units: how many there will be, as `survey` counts them.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, units: Int
  ) -> DecodedText {
    var builder = SourceRunBuilder()
    var problems: [UndecodableBytes] = []
    let decoded = [UInt16](unsafeUninitializedCapacity: units) { buffer, count in
      guard units > 0, let base = bytes.baseAddress, let output = buffer.baseAddress else { return }
      let end = bytes.count
      var index = start
      while index < end {
        let first = index
        if base[index] < 0x80 {
          index = endOfPlainASCII(from: index, in: base, end: end)
          for at in first..<index { output[count + at - first] = UInt16(base[at]) }
          count += index - first
          builder.append(index - first, byte: first, bytesPerUnit: 1, unitsPerScalar: 1)
          let last = base[index - 1]
          if last == 0x0A || last == 0x0D { builder.endLine() }
          continue
        }
        let firstUnit = count
        while index + 4 <= end,
          let unit = UTF8Sequence.threeByteUnit(UTF8Sequence.word(at: index, in: base))
        {
          output[count] = unit
          count += 1
          index += 3
        }
        if index > first {
          builder.append(count - firstUnit, byte: first, bytesPerUnit: 3, unitsPerScalar: 1)
          continue
        }
        let sequence = UTF8Sequence(at: index, in: base, end: end)
        if !sequence.isWellFormed {
          problems.append(
            UndecodableBytes(
              offset: index, length: sequence.length, line: builder.line, column: builder.column))
        }
        if sequence.scalar < 0x10000 {
          output[count] = UInt16(sequence.scalar)
          count += 1
          builder.append(1, byte: index, bytesPerUnit: sequence.length, unitsPerScalar: 1)
        } else {
          output[count] = UInt16(0xD7C0 + sequence.scalar >> 10)
          output[count + 1] = UInt16(0xDC00 + sequence.scalar & 0x3FF)
          count += 2
          builder.append(2, byte: index, bytesPerUnit: 2, unitsPerScalar: 2)
        }
        index += sequence.length
      }
    }
    return DecodedText(
      units: decoded, source: builder.map, encoding: Charset.utf8.name, problems: problems)
  }

  /// The end of the ASCII from `index` on that is in one line, its line end (LF, CRLF, CR) included.
  @inline(__always)
  private static func endOfPlainASCII(
    from index: Int, in base: UnsafePointer<UInt8>, end: Int
  ) -> Int {
    var index = index
    while index < end {
      let byte = base[index]
      if byte >= 0x80 { break }
      index += 1
      if byte == 0x0A { break }
      if byte == 0x0D {
        if index < end, base[index] == 0x0A { index += 1 }
        break
      }
    }
    return index
  }
}
