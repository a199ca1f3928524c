import LunhengCore
import Testing

@Suite("Token queries")
struct TokenQueryTests {
  private func word(_ word: String) -> TokenPattern { .token(.test(.word(word))) }
  private func tags(_ tags: PartOfSpeech...) -> TokenTest {
    .tags(tags.reduce(0) { $0 | 1 << UInt32($1.rawValue) })
  }

  @Test("are read as what they say")
  func readsPatterns() throws {
    let noun = TokenPattern.token(.test(tags(.noun)))
    let expected: [(String, TokenQuery)] = [
      (#""金融""#, TokenQuery(word("金融"))),
      (#"[word="金融"]"#, TokenQuery(word("金融"))),
      (#"[ word = “金融”%c ]"#, TokenQuery(word("金融"))),
      (#"[word="C\+\+"]"#, TokenQuery(.token(.test(.pattern(#"C\+\+"#))))),
      (#"[word="C++"%l]"#, TokenQuery(word("C++"))),
      (#"[word="說\"好\""]"#, TokenQuery(word("說\"好\""))),
      ("[]", TokenQuery(.token(.any))),
      (#"[pos="NOUN"]"#, TokenQuery(noun)), (#"[pos="noun"]"#, TokenQuery(noun)),
      (#"[pos="NOUN|PROPN"]"#, TokenQuery(.token(.test(tags(.noun, .properNoun))))),
      (#"[theme="國際算力"]"#, TokenQuery(.token(.test(.theme("國際算力"))))),
      (
        #""a" "b" | "c""#,
        TokenQuery(.alternatives([.sequence([word("a"), word("b")]), word("c")]))
      ),
      (
        #""a" ("b" | "c")"#,
        TokenQuery(.sequence([word("a"), .alternatives([word("b"), word("c")])]))
      ),
      (
        #"[]? []* []+ []{2} []{2,} []{,3} []{1,3}"#,
        TokenQuery(
          .sequence(
            [(0, 1), (0, nil), (1, nil), (2, 2), (2, nil), (0, 3), (1, 3)].map {
              .repetition(.token(.any), minimum: $0.0, maximum: $0.1)
            }))
      ),
      (#""a" within <s/>"#, TokenQuery(word("a"), span: .sentence)),
      (#""a" within <p/>"#, TokenQuery(word("a"), span: .block)),
      (
        #"[]{3} containing "a" within <s/>"#,
        TokenQuery(
          .repetition(.token(.any), minimum: 3, maximum: 3), span: .sentence,
          contained: [word("a")])
      ),
    ]
    for (text, query) in expected { #expect(try TokenQuery(text) == query, "\(text)") }
  }

  @Test("bind ! before &, & before |")
  func knowsPrecedence() throws {
    let (a, b) = (TokenCondition.test(.word("a")), TokenCondition.test(.word("b")))
    let c = TokenCondition.test(tags(.verb))
    func condition(_ text: String) throws -> TokenPattern { try TokenQuery(text).pattern }
    #expect(
      try condition(#"[word="a" | word!="b" & pos="VERB"]"#)
        == .token(.oneOf([a, .all([.not(b), c])])))
    #expect(
      try condition(#"[(word="a" | !(word="b")) & pos="VERB"]"#)
        == .token(.all([.oneOf([a, .not(b)]), c])))
    #expect(try condition(#"["a" | "b"]"#) == .token(.oneOf([a, b])))
  }

  @Test(
    "that cannot be read say where and why",
    arguments: [
      (#""發展"#, 0, QuerySyntaxError.Fault.unclosedQuote), (#""""#, 0, .emptyValue),
      (#"[wrd="x"]"#, 1, .unknownAttribute("wrd")), (#"[pos="NUON"]"#, 6, .unknownTag("NUON")),
      (#"[word="(金"]"#, 9, .badPattern("U_REGEX_MISMATCHED_PAREN")),
      (#""a"{2,1}"#, 4, .reversedNumbers), (#""a"{2000}"#, 4, .tooLong(limit: 1000)),
      (#"("a"|)"#, 5, .expected("a token in [ ] or \" \"")),
      (#""a" ) "#, 4, .expected("a token in [ ] or \" \", within, containing or the end")),
      (#"[word="a" & ]"#, 12, .expected("word, pos or theme")),
      ("[", 1, .expected("word, pos or theme")),
      (#"[word "a"]"#, 6, .expected("= or !=")), (#"[word=a]"#, 6, .expected("a value in quotes")),
      (#"[word="a" pos="X"]"#, 10, .expected("], & or |")),
      (#""a" within <x/>"#, 11, .expected("<s/> or <p/>")),
      (#""a"{x}"#, 4, .expected("a number")), (#""a"{1,2"#, 7, .expected("} or another number")),
      (#"a:"b""#, 0, .notSupported("a label (a:)")),
      (#""a" :: x"#, 4, .notSupported("a global condition (::)")),
      (#""a" containing <s>"#, 15, .notSupported("a structure as a token (<…>)")),
      (#""金"%x"#, 4, .expected("c, d or l after %")),
    ])
  func saysWhereItIsWrong(_ text: String, _ offset: Int, _ fault: QuerySyntaxError.Fault) {
    #expect(throws: QuerySyntaxError(query: text, offset: offset, fault: fault)) {
      _ = try TokenQuery(text)
    }
  }

  @Test("nested too deep are refused and not a crash")
  func refusesDepth() {
    for text in [
      String(repeating: "(", count: 100_000), "[" + String(repeating: "!", count: 100_000),
      "[" + String(repeating: "(", count: 100_000),
    ] {
      #expect(throws: QuerySyntaxError.self) { _ = try TokenQuery(text) }
    }
  }

  @Test("that spell out too much, or nothing, are refused")
  func refusesSize() throws {
    func fault(_ text: String) throws -> QuerySyntaxError.Fault? {
      do throws(QuerySyntaxError) {
        _ = try CompiledQuery(try TokenQuery(text), text: text)
        return nil
      } catch {
        return error.fault
      }
    }
    #expect(try fault("[]{100}{100}") == .tooLong(limit: 1000))
    #expect(try fault("([]{1000}){1000}{1000}") == .tooLong(limit: 1000))
    #expect(try fault("[]{1000}") == nil)
    #expect(try fault("[]{0}") == .matchesNothing)
    #expect(try fault(#""a" containing []{0}"#) == .matchesNothing)
    #expect(try fault((0..<64).map { "\"w\($0)\"" }.joined(separator: " ")) == nil)
    #expect(
      try fault((0..<65).map { "\"w\($0)\"" }.joined(separator: " "))
        == .tooManyConditions(limit: 64))
  }

  @Test("are told from words to look for")
  func tellsQueriesFromWords() {
    for text in [#""金融""#, "[]", #" ( ("a" | "b"))"#, #"a:"b""#] {
      #expect(TokenQuery.isTokenQuery(text), "\(text)")
    }
    for text in ["金融", "「金融」", "(a) 金融", "“金融”", "", "a: b", "（[]）"] {
      #expect(!TokenQuery.isTokenQuery(text), "\(text)")
    }
  }
}
