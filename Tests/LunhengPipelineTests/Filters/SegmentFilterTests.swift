import LunhengCore
import Testing

@testable import LunhengPipeline

@Suite("The segment filter")
struct SegmentFilterTests {
  private static let lexicon = ["新質生產力", "港人", "data centre", "𨋢口", "葛"]
  private static let codebook = Codebook(
    id: "test", name: LocalizedName([:]),
    themes: [
      Theme(
        id: "算力", name: LocalizedName([:]),
        terms: ["算力中心", "AI 晶片", "國際金融中心", "é1"].map { Term($0) })
    ])

  /// Pieces of lines: words, every length of UTF-8, every kind of space, and what is no UTF-8.
  private static let pieces: [[UInt8]] =
    [
      "香港", "要發展新質生產力", "，", "。", "港人", "data centre", "data  centre", "AI", "晶 片",
      "算力中心", "國際金融 中心", "3.5%", "2023-12-18", "a@b.hk", "https://hk", "𨋢口", "😀", "é1",
      "カナ", "한국어", "ไทย", "葛\u{E0100}", "e\u{301}", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{202F}",
      "a\u{202F}b", " \u{301}", " ", "\u{3000}", "\u{A0}", "\u{85}", "\u{1680}", "\u{2003}", "\t",
      "\u{0}", "\u{B}", "\r", "\r\n", "\n", "\n\n", "\u{FFFD}", "\u{FFFF}",
    ].map { Array($0.utf8) } + [
      [0xFF], [0x80], [0xE9, 0xA6], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98],
      [0xF4, 0x90, 0x80, 0x80],
    ]

  private static func input(seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let start: [UInt8] = Bool.random(using: &random) ? [] : [0xEF, 0xBB, 0xBF]
    return (0..<Int.random(in: 0...120, using: &random)).reduce(into: start) { bytes, _ in
      bytes += pieces.randomElement(using: &random)!
    }
  }

  private static func output(
    _ filter: SegmentFilter, _ input: [UInt8], threads: Int = 1
  ) throws -> (bytes: [UInt8], problems: [Diagnostic]) {
    let file = try TemporaryFile(input)
    var bytes: [UInt8] = []
    var problems: [Diagnostic] = []
    try filter.run(
      file.path, threads: threads, report: { problems.append($0) }, write: { bytes += $0 })
    return (bytes, problems)
  }

  @Test(
    "writes what a plain way of segmenting gives, byte for byte",
    arguments: 0..<400 as Range<UInt64>)
  func isExact(seed: UInt64) throws {
    let input = Self.input(seed: seed)
    let model: SegmenterModel? = seed % 4 < 3 ? try .shipped() : nil
    let segmenter = Segmenter(model: model, lexicon: seed % 2 == 0 ? Self.lexicon : [])
    let codebook = seed % 3 == 0 ? Self.codebook : nil
    let expected = try PlainSegmentation(segmenter: segmenter, codebook: codebook).words(of: input)
    let filter = SegmentFilter(segmenter: segmenter, codebook: codebook)
    #expect(try Self.output(filter, input).bytes == expected, "\(input)")
  }

  @Test("gives the same whatever the number of threads, over many chunks")
  func doesNotDependOnThreads() throws {
    let input = (0..<3_000 as Range<UInt64>).flatMap { Self.input(seed: $0) }
    #expect(input.count > 3 << 18)
    let filter = SegmentFilter(segmenter: Segmenter(model: try .shipped()))
    let one = try Self.output(filter, input)
    let two = try Self.output(filter, input, threads: 2)
    // The files differ, and with them the paths.
    func places(_ problems: [Diagnostic]) -> [[Int?]] {
      problems.map { [$0.location?.line, $0.location?.column] }
    }
    let isSame = one.bytes == two.bytes && places(one.problems) == places(two.problems)
    #expect(isSame)
    #expect(one.problems.count > 1_000)
  }

  @Test("describes each token of a line as JSON, with the places of its Unicode scalars")
  func writesRecords() throws {
    let filter = SegmentFilter(
      segmenter: Segmenter(model: try .shipped(), lexicon: ["data centre"]), format: .ndjson)
    let input = "香港 \"2023\"\r\n\n😀data centre\t\\\n"
    let output = try Self.output(filter, Array(input.utf8)).bytes
    #expect(
      String(decoding: output, as: UTF8.self) == #"""
        {"tokens":[{"text":"香港","start":0,"end":2,"kind":"word"},{"text":"\"","start":3,"end":4,"kind":"symbol"},{"text":"2023","start":4,"end":8,"kind":"number"},{"text":"\"","start":8,"end":9,"kind":"symbol"}]}
        {"tokens":[]}
        {"tokens":[{"text":"😀","start":0,"end":1,"kind":"symbol"},{"text":"data centre","start":1,"end":12,"kind":"word"},{"text":"\\","start":13,"end":14,"kind":"symbol"}]}

        """#)
  }
}
