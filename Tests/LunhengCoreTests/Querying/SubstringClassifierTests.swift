import Testing

@testable import LunhengCore

@Suite("Phrases looked for through words")
struct SubstringClassifierTests {
  /// Whether a document of these words may have the phrase, by the words alone.
  private func mayHave(_ phrase: String, _ words: [String]) -> Bool {
    let classifier = SubstringClassifier(phrase)
    var found = classifier.noWords
    for (number, word) in words.enumerated() {
      let folded = Array(String(units: FoldedText(Array(word.utf16)).units).utf8)
      folded.withUnsafeBufferPointer { classifier.add(number, $0, to: &found) }
    }
    return found.allSatisfy { stretch in
      !stretch.whole.isEmpty
        || stretch.splits.contains { !$0.before.isEmpty && !$0.after.isEmpty }
    }
  }

  @Test("never pass over a text that has the phrase, however it is divided", arguments: 0..<20)
  func losesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var found = 0
    var refused = 0
    for _ in 0..<300 {
      let text = generator.text(of: "法律線綫Aa1．.， 𠮷\u{200B}", length: 0...12)
      let phrase = generator.text(of: "法律線AB1．， 𠮷", length: 1...4)
      var words: [String] = []
      for character in text.unicodeScalars {
        if words.isEmpty || Bool.random(using: &generator) { words.append("") }
        words[words.count - 1].unicodeScalars.append(character)
      }
      var hits: [PhraseMatcher.Hit] = []
      PhraseMatcher([phrase]).findAll(in: Array(text.utf16), into: &hits)
      let spaceless = words.filter { $0 != " " }
      if !hits.isEmpty {
        found += 1
        #expect(mayHave(phrase, spaceless), "\(phrase) in \(words)")
      } else if !mayHave(phrase, spaceless) {
        refused += 1
      }
    }
    #expect(found > 5)
    #expect(refused > 50)
  }

  @Test("know words that have the phrase, end with its start or go on with its end")
  func tellsWords() {
    #expect(mayHave("本法", ["基本法"]))
    #expect(mayHave("本法", ["根本", "法"]))
    #expect(mayHave("基本法則", ["基", "本", "法則"]))
    #expect(!mayHave("本法", ["法", "基"]))
    #expect(!mayHave("本法", ["根本"]))
    #expect(mayHave("，", ["甲"]))
  }
}
