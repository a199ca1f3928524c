import LunhengCore
import Testing

@testable import LunhengIngest

/// SplitMix64 (Steele, Lea, Flood 2014): random cases that come out the same on every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Clean text is torn as PDFs tear it, at random; the themes found must not change.
@Suite("Torn text")
struct TornTextTests {
  private static let paragraphs = [
    "香港要發展國際算力產業集群，先要有電。一個中型數據中心全年用電相當於一個小鎮，而本港的電網容量早已緊張，任何人談人工智能（AI）都繞不過這一關。",
    "其次是錢。國際金融中心的優勢在於資金充裕，綠色債券、家族辦公室和風險投資各有所長，可是願意投入 10 年才見回報的耐心資本始終不多。",
    "再說中間試驗。實驗室做得出一克，不等於工廠做得出一噸；缺少中試基地，科研成果就停在論文裏，技術交易所掛牌的專利也只是紙上談兵。",
    "至於創業服務，孵化器與加速器已有不少，真正稀缺的是肯花時間的導師，以及第一張訂單。政府採購若能率先使用本地初創企業的產品，勝過派發十筆資助。",
    "這五件事並不各自獨立。算力中心需要融資，中試基地需要知識產權估值，初創企業三樣都要；把它們放在同一個地方，產業集群才有意義。",
  ]

  private static let matcher = ThemeMatcher(
    Codebook(
      id: "test", name: LocalizedName([:]),
      themes: [
        ("國際金融", ["國際金融", "國際金融中心", "綠色債券", "家族辦公室", "耐心資本"]),
        ("國際算力", ["國際算力產業集群", "算力", "算力中心", "數據中心", "人工智能", "AI"]),
        ("中間試驗", ["中間試驗", "中試基地"]), ("技術交易", ["技術交易所", "專利", "知識產權估值"]),
        ("創業服務", ["創業服務", "孵化器", "加速器", "初創企業", "10年"]),
      ].map { Theme(id: $0.0, name: LocalizedName([:]), terms: $0.1.map { Term($0) }) }))

  private struct Hit: Equatable {
    var theme: Int
    var term: Int
    var text: String
  }

  /// The hits in a text as it is read; each is checked against the bytes that it claims.
  private static func hits(in text: String) throws -> [Hit] {
    let source = SourceText(text)
    let bytes = Array(text.utf8)
    let document = Reflow.document(id: "torn", text: source.units, source: source.map)
    let blocks = document.blocks.filter(\.role.isContent)
    var worker = try matcher.makeWorker()
    let matches = worker.matches(in: blocks.map(\.units)) { blocks.map { _ in [] } }
    return zip(blocks, matches).flatMap { block, matches in
      matches.map { match in
        let printed = String(decoding: block.units[match.range], as: UTF16.self)
        let spelt = block.source.byteRanges(of: match.range).flatMap { bytes[$0] }
        #expect(String(decoding: spelt, as: UTF8.self) == printed)
        let position = block.source.position(at: match.range.lowerBound)
        #expect(block.lines.contains(position.line))
        return Hit(
          theme: match.theme, term: match.term, text: printed.filter { !$0.isWhitespace })
      }
    }
  }

  private enum Tear: CaseIterable {
    /// A break every so many characters.
    case wrapped
    /// A break anywhere.
    case ragged
  }

  private static func tear(_ random: inout SeededGenerator, _ tear: Tear) -> String {
    let measure = Int.random(in: 14...40, using: &random)
    let blankChance = [0, 0.1, 1].randomElement(using: &random)!
    let pageChance = [0, 0.05].randomElement(using: &random)!
    let spaceChance = [0, 0.1].randomElement(using: &random)!
    var result = ""
    for paragraph in paragraphs {
      var line = 0
      var next = Int.random(in: 6...30, using: &random)
      var previous: Character = "，"
      for character in paragraph {
        let isInsideWord = previous.isASCII && character.isASCII && character != " "
        let mayBreak = !isInsideWord && character != " " && !"，。、；：！？」』）".contains(character)
        if line >= (tear == .wrapped ? measure : next), mayBreak {
          if previous == " " { result.removeLast() }
          result += "\n"
          if Double.random(in: 0..<1, using: &random) < blankChance { result += "\n" }
          if Double.random(in: 0..<1, using: &random) < pageChance { result += "\n\u{0C}" }
          if Double.random(in: 0..<1, using: &random) < spaceChance {
            result += String(repeating: " ", count: Int.random(in: 1...3, using: &random))
          }
          line = 0
          next = Int.random(in: 6...30, using: &random)
        }
        result.append(character)
        previous = character
        line += 1
      }
      result += blankChance == 1 ? "\n\n" : "\n"
    }
    return result
  }

  @Test("has the themes of the clean text", arguments: 0..<100 as Range<UInt64>)
  func hasTheThemesOfTheCleanText(seed: UInt64) throws {
    let clean = try Self.hits(in: Self.paragraphs.joined(separator: "\n"))
    #expect(clean.count == 21)
    var random = SeededGenerator(state: seed)
    for tear in Tear.allCases {
      let torn = Self.tear(&random, tear)
      #expect(try Self.hits(in: torn) == clean, "\(tear)\n\(torn)")
    }
  }
}
