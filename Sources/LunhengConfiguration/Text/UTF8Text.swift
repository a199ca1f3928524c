/// The text of a file in UTF-8, without its byte order mark.
struct UTF8Text {
  let bytes: [UInt8]

  /// Throws: `LocatedProblem` for the first byte that is not part of valid UTF-8. Only the first,
  /// because in a file of another encoding nearly every line has one.
  init(validating fileBytes: [UInt8]) throws(LocatedProblem) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes = fileBytes.starts(with: mark) ? Array(fileBytes.dropFirst(mark.count)) : fileBytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw LocatedProblem(
        problem: .invalidUTF8(byte: bytes[offset]), position: Position(ofByte: offset, in: bytes))
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
