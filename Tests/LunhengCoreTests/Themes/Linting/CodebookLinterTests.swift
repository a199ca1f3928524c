import Testing

@testable import LunhengCore

@Suite("Codebook lint")
struct CodebookLinterTests {
  private static func codebook(
    _ themes: [(String, [Term])], overlap: OverlapPolicy = .codebook,
    exclusions: [CodingRule] = []
  ) -> Codebook {
    Codebook(
      id: "test", name: LocalizedName([:]), overlap: overlap, exclusions: exclusions,
      themes: themes.map {
        Theme(
          id: $0.0, name: LocalizedName([:]), terms: $0.1,
          examples: [ThemeExample("甲", .positive)])
      })
  }

  /// "code term: message" of each finding; texts are written with | between words.
  private static func findings(
    _ codebook: Codebook, in documents: [String]? = nil
  ) throws -> [String] {
    try found(codebook, in: documents).map { finding in
      let term = finding.term.map { codebook.themes[finding.theme].terms[$0].text } ?? "–"
      return "\(finding.code.rawValue) \(term): \(finding.message)"
    }
  }

  private static func found(
    _ codebook: Codebook, in documents: [String]?
  ) throws -> [LintFinding] {
    let linter = CodebookLinter(codebook)
    guard let documents else { return linter.findings() }
    var worker = try ThemeMatcher(codebook).makeWorker()
    var variants = try ThemeMatcher(
      Codebook(
        id: "variants", name: LocalizedName([:]), overlap: .all,
        themes: [
          Theme(id: "v", name: LocalizedName([:]), terms: linter.variants.map { Term($0) })
        ])
    ).makeWorker()
    var counts = CodebookCounts()
    var variantCounts = CodebookCounts()
    for document in documents {
      var units: [UInt16] = []
      var tokens: [Token] = []
      for word in document.split(separator: "|") {
        let start = units.count
        units += word.utf16
        tokens.append(Token(start: start, end: units.count, kind: .word))
      }
      counts.add(CodebookCounts(worker.audit(in: [units]) { [tokens] }))
      variantCounts.add(CodebookCounts(variants.audit(in: [units]) { [tokens] }))
    }
    return linter.findings(
      counts: counts,
      variants: linter.variants.indices.map {
        (variantCounts[0, $0].hits, variantCounts[0, $0].documents)
      })
  }

  @Test("dead-term: one that does not occur")
  func deadTerm() throws {
    let codebook = Self.codebook([("甲", [Term("房屋"), Term("鐵路")])])
    #expect(
      try Self.findings(codebook, in: ["房屋", "房屋"])
        == ["dead-term 鐵路: does not occur in these texts"])
  }

  @Test("one-document-term: all hits are in one document")
  func oneDocumentTerm() throws {
    let codebook = Self.codebook([("甲", [Term("房屋")])])
    #expect(
      try Self.findings(codebook, in: ["房屋|和|房屋", "無"])
        == ["one-document-term 房屋: 2 hits, all in one document"])
  }

  @Test("shadowed-term, nested-term: longer terms hide it, and the finding names them")
  func shadowedTerm() throws {
    let codebook = Self.codebook([("甲", [Term("金融")]), ("乙", [Term("國際金融中心")])])
    let texts = ["國際|金融|中心|和|國際|金融|中心", "國際|金融|中心"]
    #expect(
      try Self.findings(codebook, in: texts) == [
        "nested-term 金融: part of 國際金融中心 (乙), which wins under overlap codebook: 3 times",
        "shadowed-term 金融: never counts: 3 occurrences, hidden by 國際金融中心 (乙)",
      ])
    #expect(
      try Self.findings(codebook)
        == ["nested-term 金融: part of 國際金融中心 (乙), which wins under overlap codebook"])
  }

  @Test(
    "nested-term: under other overlap policies both count",
    arguments: [OverlapPolicy.theme, .all])
  func nestedTerm(overlap: OverlapPolicy) throws {
    let codebook = Self.codebook(
      [("甲", [Term("金融")]), ("乙", [Term("國際金融中心")])], overlap: overlap)
    #expect(
      try Self.findings(codebook, in: ["國際|金融|中心", "國際|金融|中心"]).first
        == "nested-term 金融: part of 國際金融中心 (乙); both count under overlap "
        + "\(overlap.rawValue): 2 times")
  }

  @Test("nested-term: of many terms the first are named")
  func nestedInMany() throws {
    let longer = (0..<25).map { Term("金融\(Unicode.Scalar(UInt32(0x5000 + $0))!)") }
    let found = try Self.found(
      Self.codebook([("甲", [Term("金融")]), ("乙", longer)]), in: nil)
    let others = try #require(found.first { $0.code == .nestedTerm }).others
    #expect(others.count == 21)
    #expect(others.first == "金融\(Unicode.Scalar(UInt32(0x5000))!) (乙)")
    #expect(others.last == "and 5 more")
  }

  @Test("nested-term: letters within a word are no part of it")
  func nestedLetters() throws {
    #expect(
      try Self.findings(Self.codebook([("甲", [Term("bond")]), ("乙", [Term("bonds")])])) == [])
  }

  @Test("duplicate-term: folds like another of the theme; shared-term: stands in two themes")
  func repeatedTerms() throws {
    let codebook = Self.codebook([
      ("甲", [Term("發展"), Term("发展"), Term("發展")]),
      ("乙", [Term(CodingRule(.any([.phrase("房屋"), .phrase("發展")])), label: "雜")]),
    ])
    #expect(
      try Self.findings(codebook).filter { !$0.hasPrefix("ambiguous-fold") } == [
        "duplicate-term 发展: folds like 發展; one of them is enough",
        "duplicate-term 發展: stands in the theme twice; take one out",
        "shared-term 雜: 發展: also a term of 甲; its hits count in each",
      ])
  }

  @Test("short-term: one Han character, or up to two letters")
  func shortTerm() throws {
    let exact = Term(CodingRule(.phrase("IT", isExact: true)))
    let codebook = Self.codebook([("甲", [Term("稅"), Term("AI"), exact, Term("IPO"), Term("稅務")])])
    let found = try Self.found(codebook, in: nil)
    #expect(found.map(\.code) == [.shortTerm, .shortTerm, .shortTerm])
    #expect(found.map(\.term) == [0, 1, 2])
    #expect(found.map(\.severity) == [.warning, .warning, .note])
  }

  @Test("missing-variant: what another region calls it, unless the theme finds that already")
  func missingVariant() throws {
    let codebook = Self.codebook([("甲", [Term("軟件開發")])])
    #expect(
      try Self.findings(codebook)
        == ["missing-variant 軟件開發: Taiwan writes 軟體開發, which the theme lacks"])
    #expect(
      try Self.findings(codebook, in: ["軟件開發", "软体开发|軟件開發"]) == [
        "missing-variant 軟件開發: Taiwan writes 軟體開發, which the theme lacks; it occurs 1 time in 1 "
          + "document"
      ])
    let complete = Self.codebook([("甲", [Term("網絡"), Term("網路"), Term("網絡安全")])])
    #expect(try Self.findings(complete) == [])
  }

  @Test("risky-term: a fifth of five hits or more cut words")
  func riskyTerm() throws {
    let codebook = Self.codebook([("甲", [Term("印度")])])
    let aligned = "印度|印度|印度|印度"
    #expect(
      try Self.findings(codebook, in: [aligned, "印度尼西亞"]) == [
        "risky-term 印度: 1 of 5 hits cut words (1 nested, 0 crossing); look at them, then use "
          + "`unless` or `status`"
      ])
    #expect(try Self.findings(codebook, in: [aligned, "印度", "印度尼西亞"]) == [])
    #expect(try Self.findings(codebook, in: ["印度|印度|印度", "印度尼西亞"]) == [])
  }

  @Test("excluded-term: exclusions, conditions and statuses take all hits")
  func excludedTerm() throws {
    let india = CodingRule(.phrase("印度", isExact: false), unless: [.phrase("印度尼西亞")])
    let wholeWords = Term(CodingRule.phrase("尼西"), statuses: [.aligned])
    #expect(
      try Self.findings(
        Self.codebook(
          [("甲", [Term(india), wholeWords, Term("白宮")])], exclusions: [.phrase("白宮房屋")]),
        in: ["印度尼西亞|白宮|房屋", "印度尼西亞|白宮|房屋"]
      ) == [
        "excluded-term 印度: never counts: 2 occurrences, taken by `unless` or `not`",
        "excluded-term 尼西: never counts: 2 occurrences, not among words as `status` asks",
        "excluded-term 白宮: never counts: 2 occurrences, taken by an exclusion",
      ])
  }

  @Test(
    "ambiguous-fold: hits through another character, and ones that were refused",
    .enabled(if: FoldTable.standard.isAmbiguous(FoldedText([0x5F8C]).units[0])))
  func ambiguousFold() throws {
    let codebook = Self.codebook([("甲", [Term("後勤")])])
    let found = try Self.found(codebook, in: ["后勤|前后|勤務", "後勤"])
    #expect(found.map(\.code) == [.ambiguousFold])
    #expect(found.first?.count == 2)
    #expect(found.first?.severity == .warning)
  }

  @Test("no-examples: a theme that nothing holds to what it means")
  func noExamples() throws {
    var codebook = Self.codebook([("甲", [Term("房屋")])])
    codebook.themes[0].examples = []
    let found = try Self.found(codebook, in: nil)
    #expect(found.map(\.code) == [.noExamples])
    #expect(found[0].severity == .note && found[0].term == nil)
  }

  @Test("an audit gives the matches that the matcher gives")
  func auditsWhatIsMatched() throws {
    let codebook = Self.codebook(
      [("甲", [Term("金融"), Term("金融中心")]), ("乙", [Term("國際金融"), Term("中心區")])])
    let text = Array("國際金融中心區的金融，中心區與國際".utf16)
    var worker = try ThemeMatcher(codebook).makeWorker()
    let audit = worker.audit(in: [text]) { [[]] }
    #expect(audit.matches == worker.matches(in: [text]) { [[]] })
    let place = MatchAudit.Place(theme: 1, term: 0)
    #expect(
      audit.dropped.filter { $0.place.theme == 0 }.map(\.reason)
        == [.hidden(by: [place]), .hidden(by: [place])])
  }
}

@Suite("Regional vocabulary")
struct RegionalVocabularyTests {
  @Test("has three regions a line, and no wording in two lines")
  func isWellFormed() {
    var lines: [[UInt16]: String] = [:]
    for row in RegionalVocabulary.rows.split(separator: "\n") {
      let regions = row.split(separator: "|", omittingEmptySubsequences: false)
      #expect(regions.count == 3, "\(row)")
      let wordings = regions.flatMap { $0.split(separator: "/") }.filter { !$0.hasPrefix("~") }
      for wording in Set(wordings.map { FoldedText(Array($0.utf16)).units }) {
        let other = lines.updateValue(String(row), forKey: wording)
        #expect(other == nil, "\(row) and \(other ?? "")")
      }
    }
    #expect(lines.count > 400)
  }

  @Test(
    "writes a phrase as other regions do, in any script",
    arguments: [
      ("人工智能", ["人工智慧"]), ("网络软件", ["網路軟體"]), ("數碼貨幣", ["數位貨幣", "數字貨幣"]),
      ("巴士服務", ["公車服務", "公交車服務"]), ("數字", []),
      ("數碼", ["數位"]), ("網絡", ["網路"]), ("智慧城市", []), ("停車場", []), ("房屋", []),
    ])
  func translates(phrase: String, others: [String]) {
    #expect(
      RegionalVocabulary.standard.translations(of: phrase).map {
        FoldedText(Array($0.text.utf16)).units
      } == others.map { FoldedText(Array($0.utf16)).units })
  }
}
