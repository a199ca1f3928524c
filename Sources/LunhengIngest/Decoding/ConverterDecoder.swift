import LunhengCore

/// Decodes by ICU's converter, piece by piece, with where each unit comes from.
struct ConverterDecoder: ~Copyable {
  /// What one piece of the bytes was decoded to.
  struct Piece {
    var units: UnsafeBufferPointer<UInt16>
    /// For each unit, the first byte of its character in the file.
    var starts: UnsafeBufferPointer<Int32>
    /// Where in the file the starts count from.
    var base: Int
    /// The byte after the last character.
    var end: Int
    /// Length of the undecodable sequence that follows at `end`; 0 if none.
    var undecodable: Int
  }

  private let charset: Charset
  private var converter: CharsetConverter

  /// Bytes handed to the converter at a time; more than the longest character has.
  private let pieceLength: Int
  /// Room for what a byte becomes; no charset of ICU needs more.
  private static let unitsPerByte = 4

  /// Nil if ICU does not know the charset.
  init?(_ charset: Charset, pieceLength: Int = 1 << 15) {
    guard let converter = CharsetConverter(charset: charset.name) else { return nil }
    self.charset = charset
    self.pieceLength = pieceLength
    self.converter = converter
  }

  /// Counts what is in `bytes` from `start` on. Complexity: O(bytes), about 200 MB/s.
  ///
  /// - Parameter isTolerant: whether to go on once more is undecodable than a text may have.
  mutating func survey(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isTolerant: Bool = false
  ) -> Survey {
    var survey = Survey()
    forEachPiece(of: bytes, from: start) { piece in
      survey.units += piece.units.count
      survey.census.add(piece.units)
      if piece.undecodable > 0 {
        survey.addUndecodable(at: piece.end, length: piece.undecodable)
      }
      return isTolerant || survey.isTolerable(ofBytes: bytes.count)
    }
    return survey
  }

  /// Decodes `bytes` from `start` on. Complexity: O(bytes), about 150 MB/s.
  ///
  /// - Parameter units: how many there will be, as `survey` counts them.
  mutating func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, units: Int
  ) -> DecodedText {
    var builder = SourceRunBuilder()
    var problems: [UndecodableBytes] = []
    var decoded: [UInt16] = []
    decoded.reserveCapacity(units)
    // A CR ends the line unless the next unit, which may be in the next piece, is LF.
    var isAfterCR = false
    forEachPiece(of: bytes, from: start) { piece in
      decoded.append(contentsOf: piece.units)
      var index = 0
      while index < piece.units.count {
        let unit = piece.units[index]
        if isAfterCR, unit != 0x0A { builder.endLine() }
        isAfterCR = unit == 0x0D
        var next = index + 1
        while next < piece.units.count, piece.starts[next] == piece.starts[index] { next += 1 }
        let byte = piece.base + Int(piece.starts[index])
        let end = next < piece.units.count ? piece.base + Int(piece.starts[next]) : piece.end
        if next - index == 1 {
          builder.append(1, byte: byte, bytesPerUnit: end - byte, unitsPerScalar: 1)
        } else {
          Self.appendGroup(
            UnsafeBufferPointer(rebasing: piece.units[index..<next]), from: byte..<end,
            to: &builder)
        }
        if unit == 0x0A { builder.endLine() }
        index = next
      }
      if piece.undecodable > 0 {
        if isAfterCR { builder.endLine() }
        isAfterCR = false
        problems.append(
          UndecodableBytes(
            offset: piece.end, length: piece.undecodable, line: builder.line,
            column: builder.column))
        decoded.append(0xFFFD)
        builder.append(
          1, byte: piece.end, bytesPerUnit: piece.undecodable, unitsPerScalar: 1)
      }
      return true
    }
    return DecodedText(
      units: decoded, source: builder.map, encoding: charset.name, problems: problems)
  }

  /// Maps several units that come from one character of the charset: a surrogate pair, or a letter
  /// with combining marks. The bytes are shared out evenly, the rest to the last scalar.
  private static func appendGroup(
    _ units: UnsafeBufferPointer<UInt16>, from bytes: Range<Int>, to builder: inout SourceRunBuilder
  ) {
    let scalars = units.count { $0 & 0xFC00 != 0xDC00 }
    let share = bytes.count / max(scalars, 1)
    var byte = bytes.lowerBound
    var index = 0
    var done = 0
    while index < units.count {
      done += 1
      let width = done >= scalars ? bytes.upperBound - byte : share
      let isPair =
        units[index] & 0xFC00 == 0xD800 && index + 1 < units.count
        && units[index + 1] & 0xFC00 == 0xDC00
      if isPair {
        builder.appendPair(byte: byte, bytes: width)
      } else {
        builder.append(1, byte: byte, bytesPerUnit: width, unitsPerScalar: 1)
      }
      index += isPair ? 2 : 1
      byte += width
    }
  }

  /// Calls `body` with what each piece of `bytes` decodes to, in order, until it returns false.
  private mutating func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Piece) -> Bool
  ) {
    guard start < bytes.count else { return }
    converter.reset()
    let capacity = min(pieceLength, bytes.count - start) * Self.unitsPerByte
    let units = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: capacity)
    let starts = UnsafeMutableBufferPointer<Int32>.allocate(capacity: capacity)
    defer {
      units.deallocate()
      starts.deallocate()
    }
    var position = start
    while position < bytes.count {
      let end = endOfPiece(of: bytes, from: position)
      let step = converter.decode(
        UnsafeBufferPointer(rebasing: bytes[position..<end]), isLast: end == bytes.count,
        units: units, offsets: starts)
      var count = step.units
      if charset == .big5HKSCS {
        count = HKSCSPrivateUse.replace(in: units, offsets: starts, count: count)
      }
      let decodedEnd = position + step.consumed - step.undecodable - step.pending
      // Whatever a converter does, a byte is left behind in each round.
      let undecodable = max(step.undecodable, decodedEnd > position ? 0 : 1)
      let piece = Piece(
        units: UnsafeBufferPointer(rebasing: units[..<count]),
        starts: UnsafeBufferPointer(rebasing: starts[..<count]), base: position,
        end: decodedEnd, undecodable: undecodable)
      guard body(piece) else { return }
      position = decodedEnd + undecodable
      // A character that is cut by the end of the piece is read anew, in one piece with its rest:
      // otherwise ICU could not say where it begins.
      if step.pending > 0 { converter.reset() }
    }
  }

  /// A piece ends after a line end where it can: there no charset is inside a character or in a
  /// shifted state. In UTF-16 and UTF-32, a byte 0A is no line end.
  private func endOfPiece(of bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
    let end = position + pieceLength
    guard end < bytes.count else { return bytes.count }
    guard !charset.isWide else { return end }
    let lineEnd = bytes[position..<end].lastIndex(of: 0x0A)
    return lineEnd.map { $0 + 1 } ?? end
  }
}
