/// Reads a query by recursive descent.
///
/// ```
/// query        = alternatives { "within" ( "<s/>" | "<p/>" ) | "containing" alternatives }
/// alternatives = sequence { "|" sequence }
/// sequence     = repeated { repeated }
/// repeated     = item { "?" | "*" | "+" | "{" n "}" | "{" [n] "," [m] "}" }
/// item         = "[" [ condition ] "]" | value | "(" alternatives ")"
/// condition    = conjunction { "|" conjunction }
/// conjunction  = negation { "&" negation }
/// negation     = { "!" } ( "(" condition ")" | attribute ( "=" | "!=" ) value )
/// value        = '"' … '"' { "%c" | "%d" | "%l" }
/// ```
struct TokenQueryParser {
  private let query: String
  let scalars: [Unicode.Scalar]
  var place = 0
  private var depth = 0

  private static let maximumDepth = 100
  /// The greatest number in `{n,m}`.
  private static let maximumCount = TokenAutomaton.maximumLength

  init(_ query: String) {
    self.query = query
    scalars = Array(query.unicodeScalars)
  }

  mutating func parse() throws(QuerySyntaxError) -> TokenQuery {
    var result = TokenQuery(try alternatives())
    while true {
      skipSpace()
      if place == scalars.count { return result }
      if takeWord("within") {
        skipSpace()
        let start = place
        if take("<s/>") {
          result.span = .sentence
        } else if !take("<p/>") {
          place = start
          throw error(.expected("<s/> or <p/>"))
        }
      } else if takeWord("containing") {
        result.contained.append(try alternatives())
      } else if take("::") {
        place -= 2
        throw error(.notSupported("a global condition (::)"))
      } else {
        throw error(.expected("a token in [ ] or \" \", within, containing or the end"))
      }
    }
  }

  // MARK: Patterns

  private mutating func alternatives() throws(QuerySyntaxError) -> TokenPattern {
    var patterns = [try sequence()]
    while takeSign("|") { patterns.append(try sequence()) }
    return patterns.count == 1 ? patterns[0] : .alternatives(patterns)
  }

  private mutating func sequence() throws(QuerySyntaxError) -> TokenPattern {
    var patterns = [try repeated()]
    while startsItem { patterns.append(try repeated()) }
    return patterns.count == 1 ? patterns[0] : .sequence(patterns)
  }

  private var startsItem: Bool {
    mutating get {
      skipSpace()
      guard let next else { return false }
      return next == "[" || next == "(" || Self.isQuote(next)
    }
  }

  private mutating func repeated() throws(QuerySyntaxError) -> TokenPattern {
    var pattern = try item()
    while true {
      skipSpace()
      let start = place
      if take("?") {
        pattern = .repetition(pattern, minimum: 0, maximum: 1)
      } else if take("*") {
        pattern = .repetition(pattern, minimum: 0, maximum: nil)
      } else if take("+") {
        pattern = .repetition(pattern, minimum: 1, maximum: nil)
      } else if take("{") {
        let minimum = try number()
        var maximum = minimum
        if takeSign(",") {
          maximum = try number()
          if minimum == nil, maximum == nil { throw error(.expected("a number")) }
        } else if minimum == nil {
          throw error(.expected("a number"))
        }
        guard takeSign("}") else { throw error(.expected("} or another number")) }
        if let maximum, maximum < minimum ?? 0 {
          throw error(.reversedNumbers, at: start + 1)
        }
        pattern = .repetition(pattern, minimum: minimum ?? 0, maximum: maximum)
      } else {
        return pattern
      }
    }
  }

  private mutating func item() throws(QuerySyntaxError) -> TokenPattern {
    skipSpace()
    if take("[") {
      if takeSign("]") { return .token(.any) }
      let condition = try condition()
      guard takeSign("]") else { throw error(.expected("], & or |")) }
      return .token(condition)
    }
    if take("(") {
      try descend()
      defer { depth -= 1 }
      let pattern = try alternatives()
      guard takeSign(")") else { throw error(.expected(") or another token")) }
      return pattern
    }
    if let next, Self.isQuote(next) {
      return .token(.test(try wordTest()))
    }
    if let next, next == "<" { throw error(.notSupported("a structure as a token (<…>)")) }
    if let next, Self.isNameStart(next) {
      let start = place
      let name = takeName()
      if takeSign(":") { throw error(.notSupported("a label (\(name):)"), at: start) }
      place = start
    }
    if let next, next == "@" { throw error(.notSupported("a target (@)")) }
    throw error(.expected("a token in [ ] or \" \""))
  }

  // MARK: Conditions

  private mutating func condition() throws(QuerySyntaxError) -> TokenCondition {
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
      defer { depth -= 1 }
      return .not(try negation())
    }
    if take("(") {
      try descend()
      defer { depth -= 1 }
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

  private mutating func wordTest() throws(QuerySyntaxError) -> TokenTest { try test(of: .word) }

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

  // MARK: Values

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

  private mutating func number() throws(QuerySyntaxError) -> Int? {
    skipSpace()
    let start = place
    var value = 0
    while let next, let digit = Int(String(next)), next.isASCII {
      value = min(value * 10 + digit, Self.maximumCount + 1)
      place += 1
    }
    if value > Self.maximumCount {
      throw error(.tooLong(limit: Self.maximumCount), at: start)
    }
    return place == start ? nil : value
  }

  // MARK: Characters

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func skipSpace() {
    while let next, next.properties.isWhitespace { place += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard scalars[place...].starts(with: text.unicodeScalars) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  private mutating func takeSign(_ sign: String) -> Bool {
    skipSpace()
    return take(sign)
  }

  private mutating func takeWord(_ word: String) -> Bool {
    let start = place
    if takeName() == word { return true }
    place = start
    return false
  }

  private mutating func takeName() -> String {
    var name = String.UnicodeScalarView()
    while let next, Self.isNameStart(next) {
      name.append(next)
      place += 1
    }
    return String(name)
  }

  private mutating func descend() throws(QuerySyntaxError) {
    depth += 1
    if depth > Self.maximumDepth { throw error(.tooDeep(limit: Self.maximumDepth), at: place - 1) }
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }

  /// Word processors make curly quotes of straight ones.
  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}"
  }

  private static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "?", "*", "+", "|", "(", ")", "[", "]", "{", "}", "\\", "^", "$": true
    default: false
    }
  }

  private func error(_ fault: QuerySyntaxError.Fault, at offset: Int? = nil) -> QuerySyntaxError {
    QuerySyntaxError(query: query, offset: offset ?? place, fault: fault)
  }
}
