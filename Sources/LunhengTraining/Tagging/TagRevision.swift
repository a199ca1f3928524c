import LunhengCore

/// Brings tags of Universal Dependencies 1 to version 2.
///
/// Version 2 renamed CONJ, and made copulas, aspect markers and the passive 被 auxiliaries
/// (universaldependencies.org/v2/summary.html and /zh/index.html). Treebanks of Chinese have since given the
/// words that mark a clause the tag SCONJ (README of UD_Chinese-GSD, release 2.12): conjunctive adverbs,
/// and 的 behind a clause. Where trees decided, the neighbours' tags do here, so that this is an
/// approximation.
enum TagRevision {
  private typealias Word = (text: String, tag: String)

  private static let markers: Set<String> = [
    "並", "並且", "而", "而且", "也", "亦", "但", "但是", "所", "都", "則", "就", "便", "還", "又", "才", "卻",
    "然而", "不過", "甚至", "於是", "所以", "因此", "即", "且", "來", "可是", "雖然", "如果",
  ]
  private static let copulas: Set<String> = ["是", "為", "也是", "則是", "都是", "就是", "不是", "即是", "乃是"]

  /// Whether the tags are those of version 1.
  static func isNeeded(for sentences: [TrainingSentence]) -> Bool {
    sentences.contains { $0.tags.contains("CONJ") }
  }

  /// The tags of a sentence in version 2.
  static func tags(of sentence: TrainingSentence) -> [String] {
    let words: [Word] = zip(sentence.words, sentence.tags).map { range, tag in
      (String(decoding: sentence.units[range], as: UTF16.self), tag)
    }
    return words.indices.map { index in
      tag(
        words[index], before: index > 0 ? words[index - 1] : nil,
        after: index + 1 < words.count ? words[index + 1] : nil)
    }
  }

  private static func tag(_ word: Word, before: Word?, after: Word?) -> String {
    let isBehindClause = before?.tag == "VERB" || before?.tag == "ADJ" || before?.text == "了"
    switch (word.text, word.tag) {
    case ("的", "PART"), ("的", "X"), ("之", "PART"):
      return isBehindClause ? "SCONJ" : "PART"
    case ("了", "PART"), ("了", "X"), ("著", "PART"), ("過", "PART"):
      return before?.tag == "VERB" ? "AUX" : "PART"
    case ("被", "VERB"): return "AUX"
    case ("將", "VERB"), ("把", "VERB"): return "ADP"
    case ("是", "VERB"): return after?.tag == "VERB" || after?.tag == "ADP" ? "VERB" : "AUX"
    case ("為", "VERB"): return before?.tag == "VERB" ? "VERB" : "AUX"
    case (_, "VERB") where copulas.contains(word.text): return "AUX"
    case (_, "ADV") where markers.contains(word.text): return "SCONJ"
    case (_, "CONJ"): return "CCONJ"
    case ("呢", "X"), ("嗎", "X"), ("啊", "X"), ("吧", "X"): return "PART"
    default: return word.tag
    }
  }
}
