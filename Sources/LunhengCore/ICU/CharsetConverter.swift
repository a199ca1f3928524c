internal import CICU

/// A decoder of one charset, by ICU. Holds the state between calls, so one serves one text at a time.
package struct CharsetConverter: ~Copyable {
  /// What one call of `decode` did.
  package struct Step {
    /// UTF-16 units written.
    package var units: Int
    /// Bytes read, the undecodable ones included.
    package var consumed: Int
    /// Length of the undecodable sequence that ends the bytes read; 0 if there is none.
    package var undecodable: Int
    /// Bytes read that begin a character whose rest has not come yet.
    package var pending: Int
  }

  private let handle: OpaquePointer

  /// Nil if ICU knows no charset of that name; case, "-" and "_" in it do not matter.
  package init?(charset: String) {
    var status: Int32 = 0
    guard let handle = cicu_converter_open(charset, &status), status <= 0 else { return nil }
    self.handle = handle
  }

  deinit {
    cicu_converter_close(handle)
  }

  /// The name by which the world knows a charset ("big5hk" is "Big5-HKSCS"); nil if ICU does not.
  package static func standardName(of charset: String) -> String? {
    cicu_charset_name(charset).map { String(cString: $0) }
  }

  /// Forgets what came before.
  package mutating func reset() {
    cicu_converter_reset(handle)
  }

  /// Decodes bytes until they end, the room is full, or a sequence cannot be decoded.
  ///
  /// Complexity: O(bytes), about 200 MB/s for the double-byte charsets.
  ///
  /// - Parameters:
  ///   - source: at most `Int32.max` bytes.
  ///   - isLast: whether the text ends with them.
  ///   - units: room for the UTF-16 units.
  ///   - offsets: as much room, for the index in `source` of the first byte of each unit's character.
  package mutating func decode(
    _ source: UnsafeBufferPointer<UInt8>, isLast: Bool,
    units: UnsafeMutableBufferPointer<UInt16>, offsets: UnsafeMutableBufferPointer<Int32>
  ) -> Step {
    var consumed: Int32 = 0
    var undecodable: Int32 = 0
    var status: Int32 = 0
    let count = cicu_converter_decode(
      handle, source.baseAddress, Int32(source.count), isLast, units.baseAddress,
      offsets.baseAddress, Int32(min(units.count, offsets.count)), &consumed, &undecodable,
      &status)
    // What bytes can do wrong is no status; what is left is out of memory or a wrong argument.
    precondition(status <= 0, "ICU: \(String(cString: cicu_status_name(status)))")
    return Step(
      units: Int(count), consumed: Int(consumed), undecodable: Int(undecodable),
      pending: Int(cicu_converter_pending(handle)))
  }
}

extension CharsetConverter {
  /// Calls `body` with the offset and the UTF-16 units of every character that the two-byte codes
  /// `codes` of `charset` stand for; those that stand for nothing are passed over.
  ///
  /// Complexity: O(codes).
  static func forEachCharacter(
    of codes: [UInt8], in charset: String, _ body: (Int, ArraySlice<UInt16>) -> Void
  ) {
    guard var converter = CharsetConverter(charset: charset) else { return }
    var units = [UInt16](repeating: 0, count: codes.count)
    var offsets = [Int32](repeating: 0, count: codes.count)
    var position = 0
    while position < codes.count {
      let step = codes[position...].withUnsafeBufferPointer { source in
        units.withUnsafeMutableBufferPointer { units in
          offsets.withUnsafeMutableBufferPointer { offsets in
            converter.decode(source, isLast: true, units: units, offsets: offsets)
          }
        }
      }
      var index = 0
      while index < step.units {
        var end = index + 1
        while end < step.units, offsets[end] == offsets[index] { end += 1 }
        body(position + Int(offsets[index]), units[index..<end])
        index = end
      }
      // ICU may take one byte or two for a code that stands for nothing.
      position += max(2, (step.consumed + 1) & ~1)
      converter.reset()
    }
  }
}
