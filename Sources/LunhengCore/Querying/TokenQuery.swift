/// A search for sequences of words by what they are: the part of the Corpus Query Language that people use
/// (Christ, "A modular and flexible architecture for an integrated corpus query system", COMPLEX 1994; as
/// in the IMS Open Corpus Workbench and in Sketch Engine).
///
/// ```swift
/// let query = try TokenQuery(#"[pos="ADJ"] [word="金融|貿易"] []{0,2} "中心" within <s/>"#)
/// ```
///
/// A match is the leftmost one, of those the longest, and matches do not overlap: what Corpus Workbench
/// calls the strategy `longest`. None reaches over the end of a block.
public struct TokenQuery: Hashable, Sendable {
  public var pattern: TokenPattern
  /// What a match must not reach out of.
  public var span: Span
  /// Patterns that must match somewhere within each match, from `containing`.
  public var contained: [TokenPattern]

  public enum Span: Hashable, Sendable {
    /// `within <p/>`, which also holds where nothing is said.
    case block
    /// `within <s/>`
    case sentence
  }

  public init(_ pattern: TokenPattern, span: Span = .block, contained: [TokenPattern] = []) {
    self.pattern = pattern
    self.span = span
    self.contained = contained
  }

  /// Complexity: O(length of the text and of what its repetitions spell out).
  ///
  /// - Throws: `QuerySyntaxError`.
  public init(_ text: String) throws(QuerySyntaxError) {
    var parser = TokenQueryParser(text)
    self = try parser.parse()
  }

  /// Whether `text` is meant as such a query and not as words to look for: it starts with `[` or `"`, or
  /// with parentheses or a label before one of them.
  public static func isTokenQuery(_ text: String) -> Bool {
    var rest = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "(" }
    let label = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }
    if !label.isEmpty {
      rest = rest.dropFirst(label.count)
      guard rest.popFirst() == ":" else { return false }
      rest = rest.drop { $0.properties.isWhitespace }
    }
    return rest.first == "[" || rest.first == "\""
  }
}

/// What a sequence of tokens is like.
public indirect enum TokenPattern: Hashable, Sendable {
  case token(TokenCondition)
  case sequence([TokenPattern])
  case alternatives([TokenPattern])
  /// - maximum: nil for any number.
  case repetition(TokenPattern, minimum: Int, maximum: Int?)
}

/// What one token is like.
public indirect enum TokenCondition: Hashable, Sendable {
  /// `[]`
  case any
  case test(TokenTest)
  case not(TokenCondition)
  case all([TokenCondition])
  case oneOf([TokenCondition])
}

/// What an attribute of a token is compared with.
public enum TokenTest: Hashable, Sendable {
  /// The word, however its characters are written.
  case word(String)
  /// A regular expression for the whole word, folded.
  case pattern(String)
  /// Any of these parts of speech, a bit each by raw value.
  case tags(UInt32)
  /// A match of this theme of the codebook touches the token.
  case theme(String)
}
