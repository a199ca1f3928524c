import Testing

@testable import LunhengCore

@Suite("Combined keywords")
struct CombinedScorerTests {
  @Test("have a weight for each feature")
  func haveAWeightForEachFeature() {
    #expect(CombinedWeights.short.count == CombinedFeature.allCases.count)
    #expect(CombinedWeights.change.count == CombinedFeature.allCases.count)
  }

  @Test("have terms of several words that stand only once")
  func haveTermsThatStandOnce() throws {
    let keywords = try KeywordSamples.keywords(
      ["本文討論圖書館的數碼典藏。數碼典藏政策由館長決定，讀者可以在網上看到。"], method: .combined, limit: 5)
    #expect(keywords.prefix(3).contains { $0.term == "數碼典藏" })
  }

  @Test("prefer what the title names")
  func preferTheTitle() throws {
    let body = "碼頭的起重機老化，燈塔的燈也老化。燈塔和起重機都要更換。"
    func score(of term: String, title: String) throws -> Double {
      var blocks = try KeywordSamples.blocks([title], role: .title)
      blocks[0].ordinal = nil
      blocks += try KeywordSamples.blocks([body])
      var worker = KeywordExtractor(method: .combined, background: nil).makeWorker()
      let keywords = worker.keywords(of: blocks, limit: 20)
      return keywords.first { $0.term == term }?.score ?? 0
    }
    #expect(try score(of: "燈塔", title: "燈塔") > score(of: "燈塔", title: "起重機"))
    #expect(try score(of: "起重機", title: "起重機") > score(of: "起重機", title: "燈塔"))
  }

  @Test("prefer rare words to common ones")
  func preferRareWords() throws {
    let background = try KeywordBackground.make(["社會": 0.3, "燈塔": 1e-5])
    let keywords = try KeywordSamples.keywords(
      ["在燈塔，在社會，在燈塔，在社會。"], method: .combined, background: background)
    #expect(keywords.map(\.term) == ["燈塔", "社會"])
  }

  @Test("have probabilities for scores")
  func haveProbabilities() throws {
    let keywords = try KeywordSamples.keywords(
      ["香港的房屋政策，房屋政策的土地。", "土地供應"], method: .combined)
    #expect(keywords.allSatisfy { (0...1).contains($0.score) })
    #expect(keywords.map(\.score) == keywords.map(\.score).sorted(by: >))
  }
}
