import Testing

@testable import LunhengCore

@Suite("Folding")
struct FoldingTests {
  @Test(
    "makes equal what a reader takes for the same",
    arguments: [
      ("ＡＩ", "ai"), ("２１世紀", "21世紀"), ("裏面", "裡面"), ("臺灣", "台灣"), ("熱綫", "熱線"),
      ("衞生", "衛生"), ("數據", "数据"), ("⽔", "水"), ("金融 科技", "金融科技"), ("在 21 世紀", "在21世紀"),
      ("閻 小 駿", "閻小駿"), ("soft\u{AD}ware", "software"), ("算\u{200B}力", "算力"), ("樂\u{F95C}", "樂樂"),
    ])
  func makesEqual(left: String, right: String) {
    #expect(FoldedText(Array(left.utf16)).units == FoldedText(Array(right.utf16)).units)
  }

  @Test(
    "keeps apart what differs",
    arguments: [("energy level", "energylevel"), ("金融", "金屬"), ("6 355", "6355")])
  func keepsApart(left: String, right: String) {
    #expect(FoldedText(Array(left.utf16)).units != FoldedText(Array(right.utf16)).units)
  }

  @Test("remembers where each unit came from", arguments: 0..<100 as Range<UInt64>)
  func remembersOrigins(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Array(
      random.text(of: "香港Ａb 　9\u{AD}裏𨋢，\u{200B}", length: 0...40).utf16)
    let folded = FoldedText(text)
    #expect(folded.units.count == folded.origins.count)
    #expect(zip(folded.origins, folded.origins.dropFirst()).allSatisfy { $0 < $1 })
    for (unit, origin) in zip(folded.units, folded.origins) {
      #expect(FoldTable.standard[text[Int(origin)]] == unit)
    }
  }

  @Test("of variants is ICU's Traditional to Simplified")
  func ofVariantsIsICUs() throws {
    let pairs = Array(VariantTable.compiled.unicodeScalars)
    #expect(pairs.count > 5_000)
    let sources = stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }
    let targets = stride(from: 1, to: pairs.count, by: 2).map { pairs[$0] }
    // A line a character, because the transform has rules for sequences.
    let separated = sources.map { String($0) }.joined(separator: "\n")
    let transformed = try CharacterData.transliterate(separated, by: "Hant-Hans")
    // ICU corrects a character now and then; a table of another making would differ in hundreds.
    let differing = zip(transformed.split(separator: "\n"), targets).filter {
      String($0) != String($1)
    }
    #expect(differing.count <= 20)
  }
}
