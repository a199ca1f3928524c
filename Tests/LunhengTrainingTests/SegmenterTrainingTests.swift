import LunhengCore
import Testing

@testable import LunhengTraining

@Suite("Training a segmenter")
struct SegmenterTrainingTests {
  private static let sentences = ["香港 要 發展 。", "發展 是 硬 道理 ！", "香港 是 香港 人 的 。"]
    .map { line in TrainingSentence(words: line.split(separator: " ").map { (String($0), nil) }) }
  private static let lexicon = TrainingLexicon(
    name: "sample",
    entries: [.init(word: "道理", count: 3, tag: "n"), .init(word: "發展", count: 9)])

  @Test("gives the same bytes for the same input")
  func givesTheSameBytes() throws {
    var training = SegmenterTraining()
    training.information = [("name", "sample"), ("licence", "none")]
    let models = try (0..<2).map { _ in
      try training.model(sentences: Self.sentences, lexicons: [Self.lexicon], report: { _ in })
    }
    #expect(models[0] == models[1])
    #expect(!models[0].isEmpty)
  }

  @Test("puts a space where two words would read as one")
  func putsASpace() {
    let sentence = TrainingSentence(words: [("用", nil), ("GPT", nil), ("4", nil), ("寫", nil)])
    #expect(String(decoding: sentence.units, as: UTF16.self) == "用GPT 4寫")
    #expect(sentence.words == [0..<1, 1..<4, 5..<6, 6..<7])
  }

  @Test("takes a sentence's own part out of the counts that it is trained with")
  func takesOwnPartOut() throws {
    let table = try CharacterTable(
      text: [:],
      lexicons: ["發", "展", "香", "港"].reduce(into: [:]) {
        $0[$1.utf16.first!] = 1
      })
    let profiles = WordProfiles(
      sentences: Self.sentences, lexicons: [], table: table, leastLexicons: 1)
    let word = try #require(profiles.words.firstIndex(of: table.pattern("發展".utf16)!))
    #expect(profiles.trainingClass(of: word, without: nil) == WordProfiles.trainingClass(2))
    #expect(profiles.trainingClass(of: word, without: 0) == WordProfiles.trainingClass(1))
    #expect(profiles.trainingClass(of: word, without: 5) == WordProfiles.trainingClass(2))
    #expect(WordProfiles.trainingClass(0) == nil)
  }

  @Test("gives widths, radicals and rare variants one number")
  func givesVariantsOneNumber() throws {
    let text = "裡台，.Ａa９龍".utf16.reduce(into: [UInt16: Int]()) { $0[$1] = 40 }
    let table = try CharacterTable(text: text, lexicons: [:])
    func id(_ character: String) -> UInt16 { table.ids[Int(character.utf16.first!)] }
    #expect(id("裏") == id("裡"))
    #expect(id("，") == id(","))
    #expect(id("。") == id("."))
    #expect(id("Ａ") == CharacterID.letter && id("z") == CharacterID.letter)
    #expect(id("９") == CharacterID.digit)
    #expect(id("⿓") == id("龍"))
    #expect(id("鱻") == CharacterID.unknownHan)
    #expect(id("\u{301}") == CharacterID.attached)
    #expect(id("ก") == CharacterID.foreignLetter)
    #expect(id("\u{E000}") == CharacterID.unknownHan)
  }
}
