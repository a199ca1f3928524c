import GRDB
import GRDBSQLite
import LunhengCore

/// A text of UTF-16 units on its way into and out of the database, which keeps UTF-8.
///
/// Converted by hand: all text goes through here, and by way of String the conversion takes longer
/// than all that SQLite does with it.
struct UTF16Text: BoundValue {
  private(set) var units: [UInt16]

  init(_ units: [UInt16]) { self.units = units }

  /// The text of UTF-8 bytes; what is not UTF-8 in them becomes U+FFFD.
  init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    // One unit a scalar, and another where it takes four bytes.
    let count = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 < 0xF0 ? 1 : 2) }
    var isWellFormed = true
    units = Array(unsafeUninitializedCapacity: count) { units, filled in
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead & 0xC0 != 0x80, lead < 0xF5, index + length <= bytes.count else {
          isWellFormed = false
          return
        }
        var scalar = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
        for next in index + 1..<index + length {
          isWellFormed = isWellFormed && bytes[next] & 0xC0 == 0x80
          scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
        }
        guard isWellFormed else { return }
        if length == 4 {
          units[filled] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
          units[filled + 1] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
          filled += 2
        } else {
          units[filled] = UInt16(truncatingIfNeeded: scalar)
          filled += 1
        }
        index += length
      }
    }
    if !isWellFormed { units = Array(String(decoding: bytes, as: UTF8.self).utf16) }
  }

  func bindValue(to statement: SQLiteStatement, at index: CInt) -> CInt {
    withUTF8 { bytes in
      // A null pointer would bind NULL; the length is given, so that a NUL does not end the text.
      bytes.isEmpty
        ? sqlite3_bind_text(statement, index, "", 0, nil)
        : bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text64(
            statement, index, $0.baseAddress, UInt64($0.count), copiedBySQLite,
            UInt8(SQLITE_UTF8))
        }
    }
  }

  /// The text as UTF-8, valid within `body`; unpaired surrogates become U+FFFD.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 3) { bytes in
      let count = units.withUnsafeBufferPointer { String.encodeUTF8($0, into: bytes) }
      return body(UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
  }
}
