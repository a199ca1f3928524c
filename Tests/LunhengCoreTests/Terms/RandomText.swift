@testable import LunhengCore

/// Random documents for property tests, and what the slowest means finds in them.
struct RandomText {
  /// By document, the words, and their parts of speech; "，" is punctuation.
  var documents: [[(word: String, tag: PartOfSpeech)]]

  init(_ generator: inout SeededGenerator, documents count: Int, alphabet: String) {
    let tags: [PartOfSpeech] = [.noun, .noun, .properNoun, .verb, .adjective, .adverb]
    documents = (0..<count).map { _ in
      (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0
          ? ("，", .punctuation)
          : (
            generator.text(of: alphabet, length: 1...3),
            tags.randomElement(using: &generator)!
          )
      }
    }
  }

  func text(_ range: Range<Int>) -> CandidateText {
    var text = CandidateText()
    var words = CandidateWords()
    for document in documents[range] {
      var units: [UInt16] = []
      var tokens: [Token] = []
      for (word, _) in document {
        let start = units.count
        units += Array(word.utf16)
        tokens.append(
          Token(start: start, end: units.count, kind: word == "，" ? .symbol : .word))
      }
      text.append(document: [(units, tokens, document.map(\.tag))], &words)
    }
    return text
  }

  var text: CandidateText { text(0..<documents.count) }
}

extension CandidateText {
  /// All strings of a length without a gap, with where they occur.
  func occurrences(length: Int) -> [[UInt16]: [Int]] {
    var found: [[UInt16]: [Int]] = [:]
    for start in 0..<Swift.max(0, count - length + 1) {
      let string = Array(units[start..<start + length])
      if !string.contains(Self.gap) { found[string, default: []].append(start) }
    }
    return found
  }
}
