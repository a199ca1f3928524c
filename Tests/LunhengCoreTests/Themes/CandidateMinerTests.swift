import Testing

@testable import LunhengCore

@Suite("Candidate terms")
struct CandidateMinerTests {
  /// A text of documents, words divided by spaces.
  private static func text(_ documents: [String]) -> CandidateText {
    var text = CandidateText()
    for document in documents {
      text.append(document: [divided(document.split(separator: " "))])
    }
    return text
  }

  /// Text that nothing of the tests occurs in, all different.
  private static let filler: [String] = (0..<40).map { document in
    var text = ""
    for word in 0..<15 {
      let first = UInt32(0x5000 + (document * 15 + word) * 2)
      for value in [first, first + 1] { text.unicodeScalars.append(Unicode.Scalar(value)!) }
      text += " "
    }
    return text
  }

  private static func terms(_ documents: [String]) -> [String] {
    CandidateMiner().candidates(in: text(documents + filler)).map(\.text).sorted()
  }

  private static func repeated(_ phrase: String, _ times: Int = 4) -> [String] {
    // What stands around it is different each time.
    let around = ["甲 乙", "丙 丁", "戊 己", "庚 辛", "壬 癸", "子 丑"]
    return (0..<times).map { "\(around[$0].prefix(1)) \(phrase) \(around[$0].suffix(1))" }
  }

  @Test("are words and phrases that recur in several documents")
  func recur() {
    #expect(Self.terms(Self.repeated("， 骨灰龕 ，")) == ["骨灰龕"])
    #expect(
      Self.terms(Self.repeated("， 骨灰龕 政策 ，") + Self.repeated("， 政策 ，"))
        == ["政策", "骨灰龕政策"])
  }

  @Test("are written as they mostly are, of equals as the first by characters is")
  func areWrittenAsMostly() {
    let texts = Self.repeated("， 骨灰龕 ，", 2) + Self.repeated("， 骨灰龛 ，", 3)
    #expect(Self.terms(texts) == ["骨灰龛"])
    #expect(Self.terms(texts.reversed()) == ["骨灰龛"])
    let equal = Self.repeated("， 骨灰龛 ，", 3) + Self.repeated("， 骨灰龕 ，", 3)
    #expect(Self.terms(equal) == ["骨灰龕"])
    #expect(Self.terms(equal.reversed()) == ["骨灰龕"])
  }

  @Test("are no strings of too few documents, however often they occur")
  func needDocuments() {
    #expect(Self.terms(["骨灰龕 ， 骨灰龕 ， 骨灰龕 ， 骨灰龕 ， 骨灰龕", "骨灰龕"]) == [])
    #expect(Self.terms(Self.repeated("， 骨灰龕 ，", 3)) == [])
  }

  @Test("neither start nor end with function words, measures or numbers")
  func areNotCutShort() {
    #expect(Self.terms(Self.repeated("， 的 房屋 會 ，")) == ["房屋"])
    #expect(Self.terms(Self.repeated("， 24 個 單位 ，")) == ["單位"])
    #expect(Self.terms(Self.repeated("， 房屋 的 需求 ，")) == ["房屋", "需求"])
    #expect(Self.terms(Self.repeated("， 該筆 遺產 ，")) == ["遺產"])
  }

  @Test("may have a conjunction within, and a last part that segmentation cut off")
  func mayBePutTogether() {
    #expect(Self.terms(Self.repeated("， 食物 及 衞生局 ，")) == ["食物及衞生局"])
    #expect(Self.terms(Self.repeated("， 靈灰 安置 所 ，")) == ["靈灰安置所"])
    // Here 所 is a word of its own as a rule.
    let often = Self.repeated("， 骨灰 安置 ，", 6) + Self.repeated("， 骨灰 安置 所 ，")
    #expect(Self.terms(often) == ["骨灰安置"])
  }

  @Test("are whole although segmentation cuts them")
  func areFoundAcrossWords() {
    let cut = ["甲土 瓜灣乙", "丙 土 瓜灣丁", "戊土瓜 灣己", "庚 土瓜 灣辛", "壬土 瓜灣癸"]
    #expect(Self.terms(cut) == ["土瓜灣"])
  }

  @Test("are not what nearly always stands within a longer one")
  func areNotNested() {
    let five = Self.repeated("， 公共 交通 ，", 6)
    #expect(Self.terms(five) == ["公共交通"])
    #expect(Self.terms(five + Self.repeated("， 交通 ，", 4)) == ["交通", "公共交通"])
  }

  @Test("count occurrences, documents and those that are aligned, by folded characters")
  func areCounted() {
    let term = CandidateMiner().candidates(
      in: Self.text(["骨灰龕 ， 骨灰龕", "骨灰龛", "在 骨灰龕", "甲骨灰龕"] + Self.filler))
    #expect(term.map(\.text) == ["骨灰龕"])
    #expect(term.map(\.count) == [5])
    #expect(term.map(\.documents) == [4])
    #expect(term.map(\.aligned) == [4])
  }

  @Test("do not cut numbers and Latin words")
  func keepLatinWhole() {
    #expect(Self.terms(Self.repeated("， MPF ，")) == ["MPF"])
  }

  @Test("are the same whatever is in one text and what is appended")
  func areAppended() {
    var parts = CandidateText()
    for document in Self.repeated("， 骨灰龕 ，") + Self.filler { parts.append(Self.text([document])) }
    let miner = CandidateMiner()
    #expect(
      miner.candidates(in: parts)
        == miner.candidates(in: Self.text(Self.repeated("， 骨灰龕 ，") + Self.filler)))
  }
}
