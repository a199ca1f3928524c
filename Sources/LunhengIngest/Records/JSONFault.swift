/// What RFC 8259 does not allow, as found in a line.
public enum JSONFault: Hashable, Sendable {
  case unexpectedEnd
  /// Something other than what must stand there: `expected` says what.
  case unexpectedByte(expected: String)
  case trailingContent
  case controlCharacter
  case invalidUTF8
  case badEscape
  case badNumber
  case tooDeep(limit: Int)
}
