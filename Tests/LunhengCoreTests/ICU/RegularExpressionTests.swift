import LunhengCore
import Testing

@Suite("Regular expressions")
struct RegularExpressionTests {
  private func matches(of pattern: String, in text: String) throws -> [String] {
    var expression = try RegularExpression(pattern)
    var found: [String] = []
    let units = Array(text.utf16)
    try units.withUnsafeBufferPointer { (buffer) throws(PatternError) in
      try expression.forEachMatch(in: buffer) { found.append(String(units: units[$0])) }
    }
    return found
  }

  @Test(
    "finds what a pattern describes",
    arguments: [
      ("第[一二三]+次施政報告", "第二次施政報告和第十次施政報告", ["第二次施政報告"]),
      ("第.{1,3}章", "第一章、第十二章", ["第一章", "第十二章"]),
      ("IPO", "IPO ipo", ["IPO"]),
      (#"\p{Han}+"#, "A股B股", ["股", "股"]),
      ("𠮷.", "在𠮷野家", ["𠮷野"]),
    ])
  func finds(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try matches(of: pattern, in: text) == expected)
  }

  @Test("leaves out matches with nothing in them")
  func skipsEmptyMatches() throws {
    #expect(try matches(of: "a*", in: "baab") == ["aa"])
    #expect(try matches(of: "a", in: "").isEmpty)
  }

  @Test("serves one text after the other")
  func isReusable() throws {
    var expression = try RegularExpression("房屋")
    for text in ["房屋", "無", "公共房屋"] {
      var count = 0
      let units = Array(text.utf16)
      try units.withUnsafeBufferPointer { (buffer) throws(PatternError) in
        try expression.forEachMatch(in: buffer) { _ in count += 1 }
      }
      #expect(count == (text.contains("房屋") ? 1 : 0))
    }
  }

  @Test(
    "says where a pattern is wrong",
    arguments: [
      ("第(一", "U_REGEX_MISMATCHED_PAREN", 3), ("[一二", "U_REGEX_MISSING_CLOSE_BRACKET", 3),
      (#"一\y"#, "U_REGEX_BAD_ESCAPE_SEQUENCE", 3), ("*", "U_REGEX_RULE_SYNTAX", 1),
    ])
  func refusesWhatIsNoPattern(_ pattern: String, _ status: String, _ offset: Int) {
    #expect(throws: PatternError.syntax(status: status, offset: offset)) {
      _ = try RegularExpression(pattern)
    }
  }

  @Test("refuses what can match nothing", arguments: ["a*", "x?", "(?=香)", #"\b"#, "|a"])
  func refusesEmptyMatches(_ pattern: String) {
    #expect(throws: PatternError.matchesNothing) {
      var expression = try RegularExpression(pattern)
      try expression.requireText()
    }
  }

  @Test("passes what always matches something", arguments: ["a+", "第.章", "(?<=香)港"])
  func passesOthers(_ pattern: String) throws {
    var expression = try RegularExpression(pattern)
    try expression.requireText()
  }

  /// Each of them backtracks in exponential time where the end is missing.
  @Test(
    "ends after a bounded number of steps", .timeLimit(.minutes(1)),
    arguments: ["(a+)+$", "(a|aa)+$", "(.*a){12}$"])
  func endsEarly(_ pattern: String) {
    #expect(throws: PatternError.timeLimit) {
      try matches(of: pattern, in: String(repeating: "a", count: 50_000) + "b")
    }
  }

  @Test("ends where backtracking fills its memory")
  func endsWithFullStack() {
    #expect(throws: PatternError.stackLimit) {
      try matches(of: "(?:a|b)+c", in: String(repeating: "ab", count: 1_000_000))
    }
  }
}
