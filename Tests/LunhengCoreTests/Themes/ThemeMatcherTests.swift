import Testing

@testable import LunhengCore

@Suite("The theme matcher")
struct ThemeMatcherTests {
  private static func codebook(
    _ themes: [[String]], overlap: OverlapPolicy = .codebook
  ) -> Codebook {
    Codebook(
      id: "test", name: LocalizedName([:]), overlap: overlap,
      themes: themes.enumerated().map { index, terms in
        Theme(id: "主題\(index)", name: LocalizedName([:]), terms: terms.map { Term($0) })
      })
  }

  private static func matches(_ codebook: Codebook, _ units: [UInt16]) throws -> [ThemeMatch] {
    var worker = try ThemeMatcher(codebook).makeWorker()
    return worker.matches(in: [units]) { [[]] }[0]
  }

  private static func hits(_ codebook: Codebook, _ text: String) throws -> [String] {
    let units = Array(text.utf16)
    return try matches(codebook, units).map {
      "\($0.theme):" + String(decoding: units[$0.range], as: UTF16.self)
    }
  }

  @Test("gives the text as printed, spaces and variants included")
  func givesTheTextAsPrinted() throws {
    let codebook = Self.codebook([["算力"], ["衛生"]])
    #expect(try Self.hits(codebook, "國際算 力與衞生") == ["0:算 力", "1:衞生"])
  }

  @Test("settles overlaps as the codebook asks")
  func settlesOverlaps() throws {
    let themes = [["國際金融中心", "中心"], ["金融", "金融中心"]]
    let text = "國際金融中心"
    #expect(try Self.hits(Self.codebook(themes), text) == ["0:國際金融中心"])
    #expect(
      try Self.hits(Self.codebook(themes, overlap: .theme), text) == ["0:國際金融中心", "1:金融中心"])
    #expect(
      try Self.hits(Self.codebook(themes, overlap: .all), text)
        == ["0:國際金融中心", "1:金融", "1:金融中心", "0:中心"])
  }

  @Test("counts a term for each theme that has it")
  func countsATermForEachTheme() throws {
    #expect(try Self.hits(Self.codebook([["專利"], ["專利"]]), "專利") == ["0:專利", "1:專利"])
  }

  @Test("within a theme keeps what a naive selection keeps", arguments: 0..<300 as Range<UInt64>)
  func withinATheme(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let themes = (0..<2).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        random.text(of: "甲乙丙", length: 1...4)
      }
    }
    let units = Array(random.text(of: "甲乙丙丁", length: 0...30).utf16)
    let matches = try Self.matches(Self.codebook(themes, overlap: .theme), units)
    for (theme, terms) in themes.enumerated() {
      // Walk the text: at each place take the longest term, and go on behind it.
      var expected: [Range<Int>] = []
      var start = 0
      while start < units.count {
        let lengths = terms.map { Array($0.utf16) }.filter { units[start...].starts(with: $0) }
          .map(\.count)
        guard let longest = lengths.max() else {
          start += 1
          continue
        }
        expected.append(start..<start + longest)
        start += longest
      }
      let found = matches.filter { $0.theme == theme }.map(\.range)
      #expect(Set(found) == Set(expected))
    }
  }

  @Test(
    "tells how a hit lies among the words",
    arguments: [
      ("印度", "印度尼西亞", [("印度尼西亞")], BoundaryStatus.nested),
      ("印度", "去印度旅行", [], .aligned), ("尼西亞海", "印度尼西亞海", ["印度尼西亞"], .crossing),
      ("國際金融", "國際金融", [], .aligned),
    ])
  func tellsHowAHitLies(
    term: String, text: String, lexicon: [String], status: BoundaryStatus
  ) throws {
    let units = Array(text.utf16)
    var worker = try Segmenter(lexicon: lexicon).makeWorker()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    var matcher = try ThemeMatcher(Self.codebook([[term]])).makeWorker()
    let matches = matcher.matches(in: [units]) { [tokens] }[0]
    #expect(matches.map(\.status) == [status])
  }

  @Test("ranks themes by length and variety of terms, not by hits alone")
  func ranksThemes() {
    let codebook = Self.codebook([["市場"], ["技術交易所", "專利授權"]])
    func match(_ theme: Int, _ term: Int, at start: Int) -> ThemeMatch {
      ThemeMatch(theme: theme, term: term, range: start..<start + 2)
    }
    let scores = ThemeRanker(codebook).rank(
      [
        [match(0, 0, at: 0), match(0, 0, at: 2), match(0, 0, at: 4), match(1, 0, at: 6)],
        [match(1, 1, at: 0)],
      ], characters: 400)
    #expect(scores.map(\.theme) == [1, 0])
    #expect(scores.map(\.count) == [2, 3])
    #expect(scores.map(\.passages) == [2, 1])
    // (√5 + √4) / √4, and √2 × 3^¾ / √4.
    #expect(abs(scores[0].score - 2.118033988749895) < 1e-12)
    #expect(abs(scores[1].score - 1.6118548977353129) < 1e-12)
  }

  @Test("a theme has the hits and the evidence of its subthemes, a stretch once")
  func rollsUp() {
    let codebook = Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        Theme(id: "房屋", name: LocalizedName([:]), terms: [Term("房屋")]),
        Theme(id: "公屋", name: LocalizedName([:]), parent: 0, terms: [Term("公屋"), Term("房屋")]),
        Theme(id: "交通", name: LocalizedName([:]), terms: [Term("巴士")]),
      ])
    let scores = ThemeRanker(codebook).rank(
      [
        [
          ThemeMatch(theme: 0, term: 0, range: 0..<2), ThemeMatch(theme: 1, term: 1, range: 0..<2),
          ThemeMatch(theme: 1, term: 0, range: 3..<5),
        ]
      ], characters: 10)
    #expect(scores.map(\.theme) == [0, 1])
    #expect(scores.map(\.count) == [2, 2])
    // 2 × √2: 房屋 once, although theme and subtheme both have it.
    #expect(scores.allSatisfy { abs($0.score - 2.8284271247461903) < 1e-12 })
    #expect(scores[0].isStrong && scores[1].isStrong)
    #expect(!ThemeScore(theme: 2, count: 1, passages: 1, score: 2.0.squareRoot()).isStrong)
  }
}
