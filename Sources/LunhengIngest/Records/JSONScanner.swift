/// Walks over JSON (RFC 8259) in memory, exactly, and without making anything of it.
///
/// The bytes must outlive it. Indices are in them, not in the file.
struct JSONScanner {
  /// Where the text is no JSON.
  struct Stop: Error {
    var fault: JSONFault
    var index: Int
  }

  /// What a value is, and where it stands.
  struct Value {
    enum Kind {
      case string(JSONString)
      case number, array, object, boolean, null
    }

    var kind: Kind
    var bytes: Range<Int>
  }

  /// How many arrays and objects may stand in one another, the outermost included.
  static let depthLimit = 512

  let base: UnsafePointer<UInt8>
  let end: Int
  private(set) var index: Int

  init(_ base: UnsafePointer<UInt8>, in range: Range<Int>) {
    self.base = base
    index = range.lowerBound
    end = range.upperBound
  }

  /// The byte that comes next after white space; nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while index < end {
      switch base[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Goes past `byte` if it comes next after white space.
  @inline(__always)
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  /// Fails at the current place, where `expected` should stand.
  func stop(expecting expected: String) -> Stop {
    Stop(fault: index < end ? .unexpectedByte(expected: expected) : .unexpectedEnd, index: index)
  }

  /// Reads a key and the colon after it.
  mutating func key() throws(Stop) -> JSONString {
    guard skip("\"") else { throw stop(expecting: "a key in quotation marks") }
    let key = try string()
    guard skip(":") else { throw stop(expecting: "\":\" after the key") }
    return key
  }

  /// Goes past the next value, `depth` arrays and objects deep already. Complexity: O(its bytes).
  mutating func value(depth: Int) throws(Stop) -> Value {
    guard let first = peek() else { throw stop(expecting: "a value") }
    let start = index
    var kind: Value.Kind
    switch first {
    case UInt8(ascii: "\""):
      index += 1
      kind = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): kind = .number
    case UInt8(ascii: "{"): kind = .object
    case UInt8(ascii: "["): kind = .array
    case UInt8(ascii: "n"): kind = .null
    default: kind = .boolean
    }
    if case .string = kind {} else { try skipValue(depth: depth) }
    return Value(kind: kind, bytes: start..<index)
  }

  /// Goes past a value of any kind. Loops and does not recurse: input has no say in the stack.
  private mutating func skipValue(depth: Int) throws(Stop) {
    // The open arrays (false) and objects (true).
    var open: [Bool] = []
    while true {
      guard let byte = peek() else { throw stop(expecting: "a value") }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = byte == UInt8(ascii: "{")
        guard depth + open.count < Self.depthLimit else {
          throw Stop(fault: .tooDeep(limit: Self.depthLimit), index: index)
        }
        index += 1
        if !skip(isObject ? "}" : "]") {
          open.append(isObject)
          if isObject { _ = try key() }
          continue
        }
      case UInt8(ascii: "\""):
        index += 1
        _ = try string()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      default: throw stop(expecting: "a value")
      }
      // A value is complete, and with it the arrays and objects that end here.
      while true {
        guard let isObject = open.last else { return }
        if skip(",") {
          if isObject { _ = try key() }
          break
        }
        guard skip(isObject ? "}" : "]") else {
          throw stop(expecting: isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
        }
        open.removeLast()
      }
    }
  }

  private mutating func word(_ word: StaticString) throws(Stop) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index + offset < end, base[index + offset] == word.utf8Start[offset] else {
        throw stop(expecting: "a value")
      }
    }
    index += word.utf8CodeUnitCount
  }

  private mutating func number() throws(Stop) {
    let start = index
    if base[index] == UInt8(ascii: "-") { index += 1 }
    let isZero = index < end && base[index] == UInt8(ascii: "0")
    let digits = skipDigits()
    var isSound = digits > 0 && (digits == 1 || !isZero)
    if index < end, base[index] == UInt8(ascii: ".") {
      index += 1
      isSound = skipDigits() > 0 && isSound
    }
    if index < end, base[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, base[index] == UInt8(ascii: "+") || base[index] == UInt8(ascii: "-") {
        index += 1
      }
      isSound = skipDigits() > 0 && isSound
    }
    guard isSound else { throw Stop(fault: .badNumber, index: start) }
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(base[index]) { index += 1 }
    return index - start
  }
}

extension JSONScanner {
  /// Goes past the rest of a string whose opening quotation mark is passed, and its closing one.
  ///
  /// Complexity: O(its bytes), about 1 GB/s.
  mutating func string() throws(Stop) -> JSONString {
    let start = index
    var units = 0
    var hasEscapes = false
    while true {
      let first = index
      index = endOfPlain(from: index)
      units += index - first
      let han = index
      while index + 4 <= end,
        UTF8Sequence.threeByteUnit(UTF8Sequence.word(at: index, in: base)) != nil
      {
        index += 3
      }
      units += (index - han) / 3
      guard index < end else { throw Stop(fault: .unexpectedEnd, index: end) }
      switch base[index] {
      case UInt8(ascii: "\""):
        index += 1
        return JSONString(bytes: start..<index - 1, units: units, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        try skipEscape()
        units += 1
        hasEscapes = true
      case 0..<0x20: throw Stop(fault: .controlCharacter, index: index)
      case 0x80...:
        let sequence = UTF8Sequence(at: index, in: base, end: end)
        guard sequence.isWellFormed else { throw Stop(fault: .invalidUTF8, index: index) }
        units += sequence.length == 4 ? 2 : 1
        index += sequence.length
      default: break
      }
    }
  }

  /// The index of the first byte from `index` on that is not ASCII or ends plain text: a quotation
  /// mark, a backslash or a control character.
  @inline(__always)
  private func endOfPlain(from index: Int) -> Int {
    var index = index
    while index + 8 <= end {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Each term has the high bit of some byte set if there is such a byte: one less than the
      // smallest value wanted borrows from it. A false alarm only costs the loop below.
      let ones: UInt64 = 0x0101_0101_0101_0101
      let quotes = (word ^ 0x2222_2222_2222_2222) &- ones
      let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- ones
      let controls = word &- 0x2020_2020_2020_2020
      if (word | quotes | backslashes | controls) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < end {
      let byte = base[index]
      if byte >= 0x80 || byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      index += 1
    }
    return index
  }

  private mutating func skipEscape() throws(Stop) {
    guard index + 1 < end else { throw Stop(fault: .unexpectedEnd, index: end) }
    switch base[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
    case UInt8(ascii: "u"):
      for digit in index + 2..<index + 6 {
        guard digit < end else { throw Stop(fault: .unexpectedEnd, index: end) }
        guard JSONEscape.isHexadecimal(base[digit]) else {
          throw Stop(fault: .badEscape, index: index)
        }
      }
      index += 6
    default: throw Stop(fault: .badEscape, index: index)
    }
  }
}
