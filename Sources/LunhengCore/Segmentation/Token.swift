/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// A word: ideographs, letters, kana.
  case word
  case number
  /// Punctuation and symbols.
  case symbol
  /// White space, which is no token to a reader but keeps the tokens tiling the text.
  case space
}

/// A stretch of text between two word boundaries. A view by offsets: it owns no characters.
public struct Token: Hashable, Sendable {
  /// UTF-16 units of the segmented text.
  public var start: Int32
  public var end: Int32
  public var kind: TokenKind

  public init(start: Int, end: Int, kind: TokenKind) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.kind = kind
  }

  @inlinable
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// Tokens as bytes for storage, one varint a token: they tile the text, so that a length and a kind
/// say all.
public enum TokenEncoding {
  public static func encode(_ tokens: [Token]) -> [UInt8] {
    var writer = VarintWriter()
    for token in tokens { writer.append(token.range.count << 2 | Int(token.kind.rawValue)) }
    return writer.bytes
  }

  /// The tokens that `encode` was given; nil if the bytes are damaged.
  public static func decode(_ bytes: some Collection<UInt8>) -> [Token]? {
    var reader = VarintReader(bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count)
    var start = 0
    while !reader.isAtEnd {
      guard let value = reader.next(), let kind = TokenKind(rawValue: UInt8(value & 3))
      else { return nil }
      let end = start + (value >> 2)
      tokens.append(Token(start: start, end: end, kind: kind))
      start = end
    }
    return tokens
  }
}
