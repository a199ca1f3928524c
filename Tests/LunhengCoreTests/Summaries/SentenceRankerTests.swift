import Testing

@testable import LunhengCore

@Suite("The sentence ranker")
struct SentenceRankerTests {
  private static func pick(_ limit: Int, _ text: String) throws -> [String] {
    let units = Array(text.utf16)
    var worker = try Segmenter().makeWorker()
    var splitter = try SentenceSplitter()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    let sentences = splitter.sentences(of: units).map {
      SentenceRanker.Sentence(block: 0, range: $0)
    }
    return SentenceRanker.pick(limit, of: sentences, in: [(units, tokens)]).map {
      String(decoding: units[sentences[$0].range], as: UTF16.self)
    }
  }

  @Test("picks what the text keeps coming back to, in reading order")
  func picksWhatTheTextComesBackTo() throws {
    let text =
      "昨天下午天氣晴朗而且炎熱非常，街上行人稀少得很。香港需要建設更多的算力中心支持本地產業發展。算力中心的電力供應是香港產業界面對的一大難題。香港政府應為未來的算力中心預留足夠土地和電力。我喜歡在晚上吃一碗麵條和喝一杯黑咖啡。"
    #expect(
      try Self.pick(2, text).allSatisfy { $0.contains("算力中心") })
    #expect(try Self.pick(5, text).joined() == text)
  }

  @Test("does not say the same twice")
  func doesNotSayTheSameTwice() throws {
    let twin = "香港需要建設大型的算力中心支持本地產業發展。"
    let picked = try Self.pick(2, twin + twin + "算力中心的電力供應是香港產業界面對的一大難題。")
    #expect(picked.filter { $0 == twin }.count == 1)
  }

  @Test("of an empty text picks nothing")
  func ofAnEmptyText() throws {
    #expect(try Self.pick(3, "").isEmpty)
  }
}
