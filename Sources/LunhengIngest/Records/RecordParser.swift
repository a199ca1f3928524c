import LunhengCore

/// Parses one line into a record.
struct RecordParser {
  private let path: String
  private let base: UnsafePointer<UInt8>
  /// Where in the file `base` is.
  private let offset: Int
  private let line: Int
  private let bytes: Range<Int>
  /// The field to give besides, and its last value.
  private let fieldName: [UInt8]?
  private var fieldValue: JSONScanner.Value?

  private var scanner: JSONScanner
  /// The last value of each field, by `RecordField.rawValue`.
  private var values: [JSONScanner.Value?]
  /// The fields that stand in the record more than once, which is said once.
  private var repeated: Set<RecordField> = []
  /// Where the first half of a surrogate pair stands in each field, and how many there are: a text
  /// may have any number of them, and one word about them is enough.
  private var halves: [(first: Int, count: Int)]
  private var problems: [Diagnostic] = []

  init(
    path: String, base: UnsafePointer<UInt8>, offset: Int, line: Int, bytes: Range<Int>,
    fieldName: [UInt8]? = nil
  ) {
    self.path = path
    self.base = base
    self.offset = offset
    self.line = line
    self.bytes = bytes
    self.fieldName = fieldName
    scanner = JSONScanner(base, in: bytes)
    values = Array(repeating: nil, count: RecordField.allCases.count)
    halves = Array(repeating: (0, 0), count: RecordField.allCases.count)
  }

  mutating func parse() throws(IngestError) -> Record {
    let isObject: Bool
    do {
      isObject = try scan()
    } catch {
      throw fault(.malformed(error.fault, offset: offset + error.index), at: error.index)
    }
    guard isObject else { throw fault(.notAnObject, at: bytes.lowerBound) }
    return try record()
  }

  /// Scans the whole line; false if it is JSON, but no object.
  private mutating func scan() throws(JSONScanner.Stop) -> Bool {
    let isObject = scanner.skip("{")
    if isObject { try scanFields() } else { _ = try scanner.value(depth: 0) }
    guard scanner.peek() == nil else {
      throw JSONScanner.Stop(fault: .trailingContent, index: scanner.index)
    }
    return isObject
  }

  /// Reads the members of the object, whose opening brace is passed, and its closing brace.
  private mutating func scanFields() throws(JSONScanner.Stop) {
    if scanner.skip("}") { return }
    repeat {
      _ = scanner.peek()
      let keyStart = scanner.index
      let key = try scanner.key()
      let value = try scanner.value(depth: 1)
      if let fieldName, isNamed(key, fieldName) { fieldValue = value }
      guard let field = self.field(named: key) else { continue }
      if values[field.rawValue] != nil, repeated.insert(field).inserted {
        note(.duplicateKey(field.name), at: keyStart)
      }
      values[field.rawValue] = value
    } while scanner.skip(",")
    guard scanner.skip("}") else { throw scanner.stop(expecting: "\",\" or \"}\"") }
  }

  private func isNamed(_ key: JSONString, _ name: [UInt8]) -> Bool {
    if key.hasEscapes {
      return key.decoded(from: base, offset: offset).text.utf8.elementsEqual(name)
    }
    return UnsafeBufferPointer(start: base + key.bytes.lowerBound, count: key.bytes.count)
      .elementsEqual(name)
  }

  private func field(named key: JSONString) -> RecordField? {
    if key.hasEscapes {
      let name = Array(key.decoded(from: base, offset: offset).text.utf8)
      return name.withUnsafeBufferPointer { RecordField($0) }
    }
    return RecordField(
      UnsafeBufferPointer(start: base + key.bytes.lowerBound, count: key.bytes.count))
  }

  private mutating func record() throws(IngestError) -> Record {
    let identifier = try required(.id)
    let text = try required(.text)
    let id = string(identifier, of: .id)
    if id.isEmpty { throw fault(.emptyIdentifier, at: identifier.bytes.lowerBound - 1) }
    let decoded = text.decoded(from: base, offset: offset)
    count(decoded.problems, in: .text)
    var record = Record(
      id: id, text: decoded, title: optionalString(.title), authors: authors(), date: date(),
      publication: optionalString(.publication), page: page(), url: optionalString(.url),
      field: besides(), list: listBesides(), line: line,
      byteRange: offset + bytes.lowerBound..<offset + bytes.upperBound
    )
    for field in RecordField.allCases where halves[field.rawValue].count > 0 {
      let (first, count) = halves[field.rawValue]
      note(.loneSurrogate(field: field.name, count: count), at: first)
    }
    record.problems = problems
    return record
  }
}

// MARK: Fields

extension RecordParser {
  private func required(_ field: RecordField) throws(IngestError) -> JSONString {
    guard let value = values[field.rawValue] else {
      throw fault(.missingField(field.name), at: bytes.lowerBound)
    }
    guard case .string(let string) = value.kind else {
      throw fault(
        .wrongType(field: field.name, expected: field.expected), at: value.bytes.lowerBound)
    }
    return string
  }

  /// The value of an optional field; nil if it is absent or null.
  private func present(_ field: RecordField) -> JSONScanner.Value? {
    guard let value = values[field.rawValue] else { return nil }
    if case .null = value.kind { return nil }
    return value
  }

  private mutating func optionalString(_ field: RecordField) -> String? {
    guard let value = present(field) else { return nil }
    if case .string(let text) = value.kind { return string(text, of: field) }
    noteWrongType(of: field, at: value.bytes.lowerBound)
    return nil
  }

  /// The value of the field that was asked for besides.
  private func besides() -> String? {
    guard let fieldValue else { return nil }
    switch fieldValue.kind {
    case .string(let text):
      return text.hasEscapes ? text.decoded(from: base, offset: offset).text : literal(text.bytes)
    case .number, .boolean: return literal(fieldValue)
    case .array, .object, .null: return nil
    }
  }

  /// The same as a list.
  private func listBesides() -> [String] {
    guard let fieldValue, case .array = fieldValue.kind else { return besides().map { [$0] } ?? [] }
    return strings(of: fieldValue)?.map { $0.decoded(from: base, offset: offset).text } ?? []
  }

  private mutating func page() -> String? {
    if let value = present(.page), case .number = value.kind { return literal(value) }
    return optionalString(.page)
  }

  private mutating func date() -> CalendarDate? {
    guard let value = present(.date) else { return nil }
    let text: String
    if case .string(let written) = value.kind {
      text = string(written, of: .date)
    } else {
      text = literal(value)
    }
    if let date = ISODate.date(of: text) { return date }
    note(.badDate(Self.shortened(text)), at: value.bytes.lowerBound)
    return nil
  }

  private mutating func authors() -> [String] {
    guard let value = present(.authors) else { return [] }
    switch value.kind {
    case .string(let author): return [string(author, of: .authors)]
    case .array:
      if let authors = strings(of: value) { return authors.map { string($0, of: .authors) } }
    default: break
    }
    noteWrongType(of: .authors, at: value.bytes.lowerBound)
    return []
  }

  /// The elements of an array, which is known to be valid; nil if not all are strings.
  private func strings(of array: JSONScanner.Value) -> [JSONString]? {
    var scanner = JSONScanner(base, in: array.bytes)
    var strings: [JSONString] = []
    guard scanner.skip("["), !scanner.skip("]") else { return [] }
    repeat {
      guard let element = try? scanner.value(depth: 2), case .string(let text) = element.kind
      else { return nil }
      strings.append(text)
    } while scanner.skip(",")
    return strings
  }

  private mutating func string(_ text: JSONString, of field: RecordField) -> String {
    guard text.hasEscapes else { return literal(text.bytes) }
    let decoded = text.decoded(from: base, offset: offset)
    count(decoded.problems, in: field)
    return decoded.text
  }

  private func literal(_ value: JSONScanner.Value) -> String { literal(value.bytes) }

  private func literal(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// As much of a value as a message can hold.
  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 40 ? text : String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
  }
}

// MARK: Problems

extension RecordParser {
  private func fault(_ fault: RecordFault, at index: Int) -> IngestError {
    // Columns count scalars, and a byte-order mark before the line is not in `bytes`.
    var column = 1
    for at in bytes.lowerBound..<min(index, bytes.upperBound) where base[at] & 0xC0 != 0x80 {
      column += 1
    }
    return .badRecord(fault, at: DiagnosticLocation(path: path, line: line, column: column))
  }

  private mutating func note(_ fault: RecordFault, at index: Int) {
    problems.append(self.fault(fault, at: index).diagnostic)
  }

  private mutating func count(_ loneSurrogates: [UndecodableBytes], in field: RecordField) {
    guard let first = loneSurrogates.first else { return }
    if halves[field.rawValue].count == 0 { halves[field.rawValue].first = first.offset - offset }
    halves[field.rawValue].count += loneSurrogates.count
  }

  private mutating func noteWrongType(of field: RecordField, at index: Int) {
    note(.wrongType(field: field.name, expected: field.expected), at: index)
  }
}
