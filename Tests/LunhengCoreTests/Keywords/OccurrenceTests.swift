import Testing

@testable import LunhengCore

@Suite("Keyword positions")
struct OccurrenceTests {
  /// Texts of few characters, so that words recur, lie in one another and overlap: variants, spaces,
  /// invisible characters, pairs, Latin words, marks.
  private static func text(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "香港", "特區", "政府", "線", "綫", "路", " ", "\u{200B}", "AI", "aid", "3", "，", "。", "「",
      "」", "《", "》", "𠮷", "的", "發展", "\u{3000}", "ﬁ", "Ａ",
    ]
    return (0..<Int.random(in: 0...120, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }

  @Test("spell the term and are all of them", arguments: 0..<60)
  func spellTheTerm(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let blocks = try KeywordSamples.blocks((0..<3).map { _ in Self.text(&random) })
    var worker = KeywordExtractor(method: .tfidf, background: nil).makeWorker()
    for keyword in worker.keywords(of: blocks, limit: .max, hasSnippets: true) {
      let term = FoldedText(Array(keyword.term.utf16)).units
      #expect(KeywordSamples.folded(keyword, in: blocks).allSatisfy { $0 == term })
      #expect(keyword.positions.count == Self.naiveCount(of: term, in: blocks))
      #expect(keyword.count == keyword.positions.count)
      #expect(keyword.snippet?.isEmpty == false)
    }
  }

  /// Occurrences from left to right that do not overlap, and cut no Latin word.
  private static func naiveCount(of term: [UInt16], in blocks: [KeywordBlock]) -> Int {
    var count = 0
    for block in blocks {
      let units = FoldedText(block.units).units
      func isCut(_ index: Int) -> Bool {
        index > 0 && index < units.count && CharacterClass(units[index - 1]).isAlphanumeric
          && CharacterClass(units[index]).isAlphanumeric
      }
      var start = 0
      while start + term.count <= units.count {
        let end = start + term.count
        if Array(units[start..<end]) == term, !isCut(start), !isCut(end) {
          count += 1
          start = end
        } else {
          start += 1
        }
      }
    }
    return count
  }

  @Test("do not take AI for a part of AIDS")
  func cutNoLatinWord() throws {
    let keywords = try KeywordSamples.keywords(["AI 與 AIDS，還有 AI。"])
    #expect(keywords.first { $0.term == "AI" }?.count == 2)
  }
}
