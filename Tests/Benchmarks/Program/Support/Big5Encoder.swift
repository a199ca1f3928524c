import Glibc
import LunhengIngest

/// Writes Big5-HKSCS, which Lunheng itself only reads, by the C library's `iconv`.
struct Big5Encoder: ~Copyable {
  private let converter: iconv_t

  /// - Throws: `IngestError` if the C library has no such charset.
  init() throws {
    let converter = iconv_open("BIG5-HKSCS", "UTF-8")
    guard let converter, Int(bitPattern: converter) != -1 else {
      throw IngestError.unknownEncoding("BIG5-HKSCS")
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// `utf8` in Big5-HKSCS; characters that it lacks are left out.
  func encode(_ utf8: [UInt8]) -> [UInt8] {
    var source = utf8.map { CChar(bitPattern: $0) }
    // No character takes more bytes in Big5-HKSCS than in UTF-8.
    var target = [CChar](repeating: 0, count: utf8.count)
    let length = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var next = source.baseAddress
        var left = source.count
        var free = target.baseAddress
        var room = target.count
        while left > 0, iconv(converter, &next, &left, &free, &room) == -1 {
          // It stopped at a character that has no place: past its first byte and those that go on.
          repeat {
            next! += 1
            left -= 1
          } while left > 0 && UInt8(bitPattern: next!.pointee) & 0xC0 == 0x80
        }
        // What is held back, in case a combining mark follows.
        iconv(converter, nil, nil, &free, &room)
        return target.count - room
      }
    }
    return target[..<length].map { UInt8(bitPattern: $0) }
  }
}
