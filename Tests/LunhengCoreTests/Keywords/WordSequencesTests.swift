import Testing

@testable import LunhengCore

@Suite("Word sequences")
struct WordSequencesTests {
  /// What a sequence has, counted the simple way.
  private struct Figures: Hashable {
    var count = 0
    var leftKinds: Set<Int32> = []
    var rightKinds: Set<Int32> = []
    var breaks = 0
    var longer = 0
  }

  @Test("are counted as one would by hand", arguments: 0..<20)
  func areCountedAsByHand(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["香港", "房屋", "政策", "鐵路", "新", "的", "，", "。", "2023"]
    let texts = (0..<3).map { _ in
      (0..<Int.random(in: 0...60, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
    }
    var text = KeywordText()
    text.read(try KeywordSamples.blocks(texts))
    var sequences = WordSequences()
    sequences.count(text)
    let expected = Self.figures(of: text)
    #expect(sequences.entries.count == expected.count)
    for entry in sequences.entries {
      let key = (entry.first...entry.last).map { text.words[Int($0)].term }
      let figures = try #require(expected[key])
      #expect(Int(entry.count) == figures.count)
      #expect(Int(entry.leftKinds) == figures.leftKinds.count)
      #expect(Int(entry.rightKinds) == figures.rightKinds.count)
      #expect(Int(entry.leftBreaks + entry.rightBreaks) == figures.breaks)
      #expect(Int(entry.longer) == figures.longer)
    }
  }

  private static func figures(of text: borrowing KeywordText) -> [[Int32]: Figures] {
    var figures: [[Int32]: Figures] = [:]
    let boundary = KeywordText.boundary
    let words = text.words.map(\.term)
    let isStop = words.map { $0 == boundary || text.terms.terms[Int($0)].role == .stop }
    for start in words.indices {
      for end in start..<min(start + WordSequences.mostWords, words.count) {
        let length = text.words[end].end - text.words[start].start
        if isStop[start...end].contains(true) { break }
        if end > start, length > WordSequences.longest { break }
        let key = Array(words[start...end])
        figures[key, default: Figures()].count += 1
        if start == 0 || words[start - 1] == boundary { figures[key]!.breaks += 1 }
        if end + 1 == words.count || words[end + 1] == boundary { figures[key]!.breaks += 1 }
      }
    }
    for (key, found) in figures where key.count > 1 {
      let (prefix, suffix) = (Array(key.dropLast()), Array(key.dropFirst()))
      figures[prefix]!.rightKinds.insert(key.last!)
      figures[suffix]!.leftKinds.insert(key.first!)
      for part in [prefix, suffix] {
        figures[part]!.longer = max(figures[part]!.longer, found.count)
      }
    }
    return figures
  }
}
