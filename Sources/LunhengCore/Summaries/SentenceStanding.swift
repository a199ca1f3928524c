/// How well a sentence can be read without those around it.
enum SentenceStanding {
  /// Sentences of fewer characters say too little alone.
  private static let shortest = 15
  /// Sentences of more say too much; one of thousands is a table and none.
  private static let longest = 120

  /// 1 for a sentence that needs nothing before it; less for one that is short, is very long, has no final
  /// mark (a heading, an item of a list), asks, or goes back to what was said before.
  static func value(of sentence: ArraySlice<UInt16>, length: Int) -> Double {
    var value = 1.0
    if length < shortest { value *= 0.2 }
    if length > longest {
      let share = Double(longest) / Double(length)
      value *= share * share
    }
    switch sentence.last(where: { !closers.contains($0) }) {
    case .some(let mark) where questions.contains(mark): value *= 0.6
    case .some(let mark) where finals.contains(mark): break
    default: value *= 0.4
    }
    if openings.contains(where: { sentence.starts(with: $0) }) { value *= 0.8 }
    return value
  }

  private static let closers = Set("」』）》〉】”’)\"'".utf16)
  private static let finals = Set("。！!…；;.．｡".utf16)
  private static let questions = Set("？?".utf16)

  /// Words that point back or link to the sentence before.
  private static let openings: [[UInt16]] = [
    "因此", "所以", "故此", "於是", "但", "然而", "可是", "不過", "而且", "而", "此外", "另外", "再者", "其次",
    "同時", "否則", "反之", "相反", "例如", "譬如", "換言之", "總之", "最後", "這", "那", "他", "她", "它",
    "此", "該", "其", "However", "But", "Therefore", "This", "These", "It ", "He ", "She ", "They ",
  ].map { Array($0.utf16) }
}
