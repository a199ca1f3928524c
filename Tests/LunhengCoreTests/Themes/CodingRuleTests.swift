import Testing

@testable import LunhengCore

@Suite("Coding rules")
struct CodingRuleTests {
  /// The hits of one rule in the paragraphs of a document, as printed.
  private static func hits(_ rule: CodingRule, _ blocks: String...) throws -> [String] {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [Theme(id: "甲", name: LocalizedName([:]), terms: [Term(rule)])])
    return try hits(codebook, blocks)
  }

  private static func hits(_ codebook: Codebook, _ blocks: [String]) throws -> [String] {
    let units = blocks.map { Array($0.utf16) }
    var worker = try ThemeMatcher(codebook).makeWorker()
    let matches = worker.matches(in: units) { units.map { _ in [] } }
    return zip(units, matches).flatMap { units, matches in
      matches.map { String(decoding: units[$0.range], as: UTF16.self) }
    }
  }

  @Test("any: several wordings are one term, the longest of overlapping ones")
  func any() throws {
    let rule = CodingRule(.any([.phrase("算力"), .phrase("算力中心"), .phrase("運算能力")]))
    #expect(try Self.hits(rule, "算力中心的運算能力") == ["算力中心", "運算能力"])
  }

  @Test("all: the first member counts where the others are in the same scope")
  func all() throws {
    func rule(_ scope: TextScope) -> CodingRule {
      CodingRule(.all([.phrase("房屋"), .phrase("供應")], within: scope))
    }
    let blocks = ("房屋不足。供應要增加，房屋才夠。", "房屋政策")
    #expect(try Self.hits(rule(.sentence), blocks.0, blocks.1) == ["房屋"])
    #expect(try Self.hits(rule(.paragraph), blocks.0, blocks.1) == ["房屋", "房屋"])
    #expect(try Self.hits(rule(.document), blocks.0, blocks.1) == ["房屋", "房屋", "房屋"])
  }

  @Test("near: the shortest stretch within so many characters, spaces not counted")
  func nearInCharacters() throws {
    func rule(_ isOrdered: Bool) -> CodingRule {
      CodingRule(
        .near([.phrase("削減"), .phrase("開支")], within: .characters(3), isOrdered: isOrdered))
    }
    #expect(try Self.hits(rule(true), "削減、削減公 共 的開支") == ["削減公 共 的開支"])
    #expect(try Self.hits(rule(true), "削減一切公共開支；開支須削減") == [])
    #expect(try Self.hits(rule(false), "開支須削減") == ["開支須削減"])
  }

  @Test("near: within so many sentences")
  func nearInSentences() throws {
    let rule = CodingRule(
      .near([.phrase("削減"), .phrase("開支")], within: .sentences(2), isOrdered: false))
    #expect(try Self.hits(rule, "要削減。要更少。開支太大。") == [])
    #expect(try Self.hits(rule, "要削減。開支太大。") == ["削減。開支"])
  }

  @Test("unless: a hit in, or partly in, another phrase does not count; one around it does")
  func unless() throws {
    let guinea = CodingRule(
      .phrase("幾內亞", isExact: false), unless: [.phrase("赤道幾內亞"), .phrase("幾內亞比紹")])
    #expect(try Self.hits(guinea, "幾內亞、赤道幾內亞和幾內亞比紹") == ["幾內亞"])
    let around = CodingRule(.phrase("國際金融中心", isExact: false), unless: [.phrase("金融")])
    #expect(try Self.hits(around, "國際金融中心") == ["國際金融中心"])
  }

  @Test("not: a hit in the company of another phrase does not count")
  func absence() throws {
    let rule = CodingRule(
      .phrase("印度", isExact: false), absence: CodingRule.Absence([.phrase("印度尼西亞")]))
    #expect(try Self.hits(rule, "印度和印度尼西亞。印度。") == ["印度"])
  }

  @Test("exclusions take a stretch of text from all themes, or from one and its subthemes")
  func exclusions() throws {
    func codebook(all: [CodingRule], first: [CodingRule]) -> Codebook {
      Codebook(
        id: "test", name: LocalizedName([:]), overlap: .all, exclusions: all,
        themes: [
          Theme(id: "甲", name: LocalizedName([:]), terms: [], exclusions: first),
          Theme(id: "子", name: LocalizedName([:]), parent: 0, terms: [Term("金融")]),
          Theme(id: "乙", name: LocalizedName([:]), terms: [Term("海嘯")]),
        ])
    }
    let text = ["金融海嘯、金融"]
    let storm = [CodingRule.phrase("金融海嘯")]
    #expect(try Self.hits(codebook(all: [], first: []), text) == ["金融", "海嘯", "金融"])
    #expect(try Self.hits(codebook(all: storm, first: []), text) == ["金融"])
    #expect(try Self.hits(codebook(all: [], first: storm), text) == ["海嘯", "金融"])
  }

  @Test("exact phrases keep case, width and variants; spaces do not matter")
  func exact() throws {
    let rule = CodingRule(.phrase("IT", isExact: true))
    #expect(try Self.hits(rule, "I T、it、ＩＴ、IT 業") == ["IT"])
    #expect(try Self.hits(CodingRule(.phrase("衞生", isExact: true)), "衛生、衞 生") == ["衞 生"])
  }

  @Test("an exact phrase is another where String calls the characters equal, selectors aside")
  func exactPhrasesAreToldApartByUnits() throws {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]), overlap: .all,
      themes: ["\u{F9D1}四", "\u{516D}四"].map {
        Theme(
          id: "\($0.unicodeScalars.first!.value)", name: LocalizedName([:]),
          terms: [Term(CodingRule(.phrase($0, isExact: true)))])
      })
    var worker = try ThemeMatcher(codebook).makeWorker()
    func themes(_ text: String) -> [Int] {
      worker.matches(in: [Array(text.utf16)]) { [[]] }[0].map(\.theme)
    }
    #expect(themes("\u{F9D1}四") == [0])
    #expect(themes("\u{516D}四") == [1])
    #expect(themes("\u{516D}\u{E0100}四") == [1])
  }

  @Test("a Simplified term is no part of two Traditional words")
  func simplifiedTermsAreHeldAgainstWords() throws {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [Theme(id: "甲", name: LocalizedName([:]), terms: [Term("制作"), Term("发展")])])
    let units = Array("更新管制作業、製作".utf16)
    let tokens = [0..<2, 2..<4, 4..<6, 6..<7, 7..<9].map {
      Token(start: $0.lowerBound, end: $0.upperBound, kind: .word)
    }
    var worker = try ThemeMatcher(codebook).makeWorker()
    #expect(worker.matches(in: [units]) { [tokens] }[0].map(\.range) == [7..<9])
  }

  @Test("a term can ask how its hits lie among words")
  func statuses() throws {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        Theme(
          id: "甲", name: LocalizedName([:]),
          terms: [Term(.phrase("中試"), statuses: [.aligned])])
      ])
    let units = Array("年中試驗、中試".utf16)
    let tokens = [0..<2, 2..<4, 4..<5, 5..<7].map {
      Token(start: $0.lowerBound, end: $0.upperBound, kind: .word)
    }
    var worker = try ThemeMatcher(codebook).makeWorker()
    #expect(worker.matches(in: [units]) { [tokens] }[0].map(\.range) == [5..<7])
  }

  @Test("a worker gives the same for a document whatever came before")
  func carriesNothingOver() throws {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        Theme(
          id: "甲", name: LocalizedName([:]),
          terms: [Term(CodingRule(.all([.phrase("甲"), .phrase("乙")], within: .document)))])
      ])
    var worker = try ThemeMatcher(codebook).makeWorker()
    #expect(worker.matches(in: [Array("甲乙".utf16)]) { [[]] }[0].count == 1)
    #expect(worker.matches(in: [Array("甲".utf16)]) { [[]] }[0].isEmpty)
  }

  // MARK: Against nested loops

  private struct RandomRules {
    var random: SeededGenerator

    mutating func codebook() -> Codebook {
      var themes: [Theme] = []
      for index in 0..<Int.random(in: 1...4, using: &random) {
        let parents = themes.indices.map(Optional.some) + [nil]
        themes.append(
          Theme(
            id: "\(index)", name: LocalizedName([:]),
            parent: parents.randomElement(using: &random)!,
            terms: (0..<Int.random(in: 0...3, using: &random)).map { _ in Term(rule(depth: 2)) },
            exclusions: rules(atMost: 1, depth: 0)))
      }
      return Codebook(
        id: "random", name: LocalizedName([:]),
        overlap: OverlapPolicy.allCases.randomElement(using: &random)!,
        exclusions: rules(atMost: 1, depth: 0), themes: themes)
    }

    mutating func document() -> [[UInt16]] {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Array(random.text(of: "甲乙丙丁。", length: 0...14).utf16)
      }
    }

    private mutating func rules(atMost count: Int, depth: Int) -> [CodingRule] {
      (0..<Int.random(in: 0...count, using: &random)).map { _ in rule(depth: depth) }
    }

    private mutating func rule(depth: Int) -> CodingRule {
      let kind = depth == 0 ? 0 : Int.random(in: 0...4, using: &random)
      let scope = TextScope.allCases.randomElement(using: &random)!
      var several: [CodingRule] = []
      if kind > 1 {
        for _ in 0..<Int.random(in: 2...3, using: &random) {
          several.append(rule(depth: depth - 1))
        }
      }
      let isOrdered = Bool.random(using: &random)
      let distance: Distance =
        Bool.random(using: &random)
        ? .characters(Int.random(in: 0...5, using: &random))
        : .sentences(Int.random(in: 1...2, using: &random))
      let phrase = CodingRule.Kind.phrase(random.text(of: "甲乙丙", length: 1...3), isExact: false)
      let chosen: CodingRule.Kind =
        switch kind {
        case 2: .any(several)
        case 3: .all(several, within: scope)
        case 4: .near(several, within: distance, isOrdered: isOrdered)
        default: phrase
        }
      guard depth > 0 else { return CodingRule(chosen) }
      let unless = rules(atMost: 1, depth: 0)
      let absent = rules(atMost: 1, depth: 0)
      return CodingRule(
        chosen, unless: unless,
        absence: absent.isEmpty ? nil : CodingRule.Absence(absent, within: scope))
    }
  }

  @Test("find what nested loops find, overlaps included", arguments: 0..<600 as Range<UInt64>)
  func findWhatNestedLoopsFind(seed: UInt64) throws {
    var rules = RandomRules(random: SeededGenerator(seed: seed))
    let codebook = rules.codebook()
    var worker = try ThemeMatcher(codebook).makeWorker()
    for _ in 0..<3 {
      let document = rules.document()
      let found = worker.matches(in: document) { document.map { _ in [] } }
      #expect(found == RuleOracle(blocks: document).matches(codebook), "\(codebook)")
    }
  }
}
