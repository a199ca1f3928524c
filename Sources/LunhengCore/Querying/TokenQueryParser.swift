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
      defer { ascend() }
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

  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func skipSpace() {
    while let next, next.properties.isWhitespace { place += 1 }
  }

  mutating func take(_ text: String) -> Bool {
    guard scalars[place...].starts(with: text.unicodeScalars) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  mutating func takeSign(_ sign: String) -> Bool {
    skipSpace()
    return take(sign)
  }

  private mutating func takeWord(_ word: String) -> Bool {
    let start = place
    if takeName() == word { return true }
    place = start
    return false
  }

  mutating func takeName() -> String {
    var name = String.UnicodeScalarView()
    while let next, Self.isNameStart(next) {
      name.append(next)
      place += 1
    }
    return String(name)
  }

  mutating func descend() throws(QuerySyntaxError) {
    depth += 1
    if depth > Self.maximumDepth { throw error(.tooDeep(limit: Self.maximumDepth), at: place - 1) }
  }

  mutating func ascend() { depth -= 1 }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }

  /// Word processors make curly quotes of straight ones.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}"
  }

  func error(_ fault: QuerySyntaxError.Fault, at offset: Int? = nil) -> QuerySyntaxError {
    QuerySyntaxError(query: query, offset: offset ?? place, fault: fault)
  }
}
