/// What stands between [ and ], and values.
extension TokenQueryParser {
  mutating func condition() throws(QuerySyntaxError) -> TokenCondition {
    var parts = [try conjunction()]
    while takeSign("|") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .oneOf(parts)
  }

  private mutating func conjunction() throws(QuerySyntaxError) -> TokenCondition {
    var parts = [try negation()]
    while takeSign("&") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(QuerySyntaxError) -> TokenCondition {
    skipSpace()
    if take("!") {
      try descend()
      defer { ascend() }
      return .not(try negation())
    }
    if take("(") {
      try descend()
      defer { ascend() }
      let inner = try condition()
      guard takeSign(")") else { throw error(.expected("), & or |")) }
      return inner
    }
    if let next, Self.isQuote(next) { return .test(try wordTest()) }
    let start = place
    let name = takeName()
    guard !name.isEmpty else { throw error(.expected("word, pos or theme"), at: start) }
    guard let attribute = Attribute(name: name) else {
      throw error(.unknownAttribute(name), at: start)
    }
    skipSpace()
    let isNegated = take("!=")
    guard isNegated || take("=") else { throw error(.expected("= or !=")) }
    let test = try test(of: attribute)
    return isNegated ? .not(.test(test)) : .test(test)
  }

  private enum Attribute {
    case word, tag, theme

    init?(name: String) {
      switch name {
      case "word": self = .word
      case "pos", "tag", "upos": self = .tag
      case "theme": self = .theme
      default: return nil
      }
    }
  }

  mutating func wordTest() throws(QuerySyntaxError) -> TokenTest { try test(of: .word) }

  private mutating func test(of attribute: Attribute) throws(QuerySyntaxError) -> TokenTest {
    let value = try value()
    if attribute == .theme { return .theme(value.text) }
    let isPlain = value.isLiteral || !value.text.unicodeScalars.contains(where: Self.isOperator)
    if attribute == .word, isPlain { return .word(value.text) }
    let pattern = isPlain ? value.text : try checkedPattern(value)
    guard attribute == .tag else { return .pattern(pattern) }
    let tags = try tags(matching: pattern, isPlain: isPlain)
    if tags == 0 { throw error(.unknownTag(value.text), at: value.start) }
    return .tags(tags)
  }

  private func checkedPattern(_ value: Value) throws(QuerySyntaxError) -> String {
    do throws(PatternError) {
      _ = try RegularExpression(value.text)
      return value.text
    } catch .syntax(let status, let offset) {
      throw error(.badPattern(status), at: min(value.start + offset, scalars.count))
    } catch {
      throw self.error(.emptyValue, at: value.start)
    }
  }

  private func tags(
    matching pattern: String, isPlain: Bool
  ) throws(QuerySyntaxError) -> UInt32 {
    var tags: UInt32 = 0
    let matcher = isPlain ? nil : WordPattern(pattern)
    for tag in PartOfSpeech.allCases {
      let fits =
        matcher?.matches(Array(tag.name.utf16)) ?? (tag.name == pattern.uppercased())
      if fits { tags |= 1 << UInt32(tag.rawValue) }
    }
    return tags
  }

  private struct Value {
    var text: String
    /// Where its first character stands.
    var start: Int
    /// Whether %l forbids to read it as a regular expression.
    var isLiteral = false
  }

  private mutating func value() throws(QuerySyntaxError) -> Value {
    skipSpace()
    guard let quote = next, Self.isQuote(quote) else {
      throw error(.expected("a value in quotes"))
    }
    let opening = place
    place += 1
    var value = Value(text: "", start: place)
    while let next, !Self.isQuote(next) {
      place += 1
      if next == "\\", let escaped = self.next {
        place += 1
        // A quote within quotes; any other escape is for the regular expression.
        if !Self.isQuote(escaped) { value.text.unicodeScalars.append(next) }
        value.text.unicodeScalars.append(escaped)
      } else {
        value.text.unicodeScalars.append(next)
      }
    }
    guard next != nil else { throw error(.unclosedQuote, at: opening) }
    place += 1
    if value.text.isEmpty { throw error(.emptyValue, at: opening) }
    while take("%") {
      switch next {
      // Case and accents never count: words are folded.
      case "c", "d": place += 1
      case "l":
        place += 1
        value.isLiteral = true
      default: throw error(.expected("c, d or l after %"))
      }
    }
    return value
  }

  private static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "?", "*", "+", "|", "(", ")", "[", "]", "{", "}", "\\", "^", "$": true
    default: false
    }
  }
}
