@testable import LunhengCore

/// A text whose words are told by spaces, which are no part of it: "經濟 發展 ，" has two words and a mark.
struct SpacedText {
  var block: (units: [UInt16], tokens: [Token])

  init(_ text: String) {
    var units: [UInt16] = []
    var tokens: [Token] = []
    for part in text.split(separator: " ") {
      let start = units.count
      units += Array(part.utf16)
      let kind: TokenKind =
        switch CharacterClass(units[start]) {
        case .other: .symbol
        case .digit: .number
        default: .word
        }
      tokens.append(Token(start: start, end: units.count, kind: kind))
    }
    block = (units, tokens)
  }

  /// The words of a document, a string a paragraph; a sentence ends with 。.
  static func words(_ paragraphs: [String], asked: [String] = []) -> TextWords {
    let blocks = paragraphs.map { SpacedText($0).block }
    let sentences = blocks.map { block in
      var ranges: [Range<Int>] = []
      var start = 0
      for token in block.tokens
      where block.units[token.range] == [0x3002] || token == block.tokens.last {
        ranges.append(start..<Int(token.end))
        start = Int(token.end)
      }
      return ranges
    }
    return TextWords(
      asked: asked.map { FoldedText(Array($0.utf16)).units }, blocks: blocks, sentences: sentences)
  }

  /// The words of such a text without marks.
  static func plainWords(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0) }.filter { $0 != "，" && $0 != "。" }
  }

  static func words(_ paragraphs: String...) -> TextWords { words(paragraphs) }

  /// A random document: words of a small alphabet, with marks and sentence ends between.
  static func random(
    _ random: inout SeededGenerator, paragraphs: ClosedRange<Int> = 0...3, words: Int = 5
  ) -> [String] {
    (0..<Int.random(in: paragraphs, using: &random)).map { _ in
      (0..<Int.random(in: 0...20, using: &random)).map { _ in
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "，"
        case 1: "。"
        default: ["甲", "乙", "丙", "丁", "戊", "己", "庚"][Int.random(in: 0..<words, using: &random)]
        }
      }.joined(separator: " ")
    }
  }
}

extension WordSequence {
  init(_ documents: [[String]], asked: [String] = []) {
    self.init(asked: asked.map { FoldedText(Array($0.utf16)).units })
    for document in documents { append(SpacedText.words(document, asked: asked)) }
  }
}
