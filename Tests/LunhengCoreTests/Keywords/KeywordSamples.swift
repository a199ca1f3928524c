@testable import LunhengCore

/// Documents as keywords are looked for in them, divided by ICU, whose words need no model.
enum KeywordSamples {
  static func blocks(_ texts: [String], role: BlockRole = .paragraph) throws -> [KeywordBlock] {
    var worker = try Segmenter().makeWorker()
    return texts.enumerated().map { ordinal, text in
      var tokens: [Token] = []
      worker.segment(Array(text.utf16), into: &tokens)
      return KeywordBlock(
        ordinal: ordinal, role: role, units: Array(text.utf16), tokens: tokens)
    }
  }

  static func keywords(
    _ texts: [String], method: KeywordMethod = .tfidf, limit: Int = 10,
    background: BackgroundFrequencies? = nil
  ) throws -> [Keyword] {
    var worker = KeywordExtractor(method: method, background: background).makeWorker()
    return worker.keywords(of: try blocks(texts), limit: limit, hasSnippets: true)
  }

  /// The units of a keyword's positions, folded.
  static func folded(_ keyword: Keyword, in blocks: [KeywordBlock]) -> [[UInt16]] {
    keyword.positions.map { position in
      FoldedText(Array(blocks[position.block].units[position.range])).units
    }
  }
}
