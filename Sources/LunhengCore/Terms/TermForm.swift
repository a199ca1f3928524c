/// What one occurrence of a string says of whether it is a term, by its own words alone. So occurrences
/// of each form can be counted in parts of a text and added up.
enum TermForm {
  /// One word.
  case word
  /// A few words that make a noun phrase.
  case phrase
  /// The same of proper nouns only.
  case proper
  /// The same but that the first of them is a verb: a phrase (退休保障), or a verb with its object.
  case verbal
  /// The same but that the first of them is a number: a phrase (三跑道系統), or a number with what it counts.
  case numeral
  /// The same with a conjunction in it: a name (食物及衞生局), or two things.
  case joined
  /// The same but that the last of them is a verb: a phrase (市區重建), or a clause.
  case nominal
  /// A phrase but for a last word that is a function word, or what segmentation cut off: 房委|會.
  case suffixed
  /// Starts or ends within a word, or is made of words of one character that are no phrase: 中|小|企.
  case cut
  /// No term.
  case none

  /// Words of the longest phrase, and characters of the longest string that starts or ends within a word.
  static let mostWords = 6
  static let longestCut = 8

  /// Complexity: O(length).
  init(of range: Range<Int>, in text: CandidateText) {
    self = text.marks.withUnsafeBufferPointer {
      Self.form(UnsafeBufferPointer(rebasing: $0[range]))
    }
    if self == .cut,
      Self.cutsFunctionWord(range.lowerBound, text)
        || !range.allSatisfy({ CharacterClass(text.units[$0]) == .han })
    {
      self = .none
    }
    // The one of these that is hardly ever a word: 消費|者.
    if self == .suffixed, text.units[range.upperBound - 1] == Self.person { self = .phrase }
  }

  private static let person = FoldedText(Array("者".utf16)).units[0]

  private static func form(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> TermForm {
    let first = marks[0]
    let last = marks[marks.count - 1]
    guard first.contains(.opening), last.contains(.closing) else { return .none }
    guard first.contains(.wordStart), last.contains(.wordEnd) else {
      return isCut(marks) ? .cut : .none
    }
    let form = alignedForm(marks)
    return form == .none && isShreds(marks) ? .cut : form
  }

  private static func alignedForm(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> TermForm {
    let first = marks[0]
    let last = marks[marks.count - 1]
    guard first.contains(.openingWord) else { return .none }
    var words = 0
    var breaks = 0
    var connectors = 0
    var hasContent = false
    var speech = CandidateText.Marks()
    var common: CandidateText.Marks = .proper
    for mark in marks where mark.contains(.wordStart) {
      words += 1
      if mark.contains(.connector) {
        connectors += 1
        continue
      }
      if mark.contains(.breakingWord) {
        breaks += 1
      } else if mark.isDisjoint(with: .speech) {
        return .none
      }
      if mark.contains(.content) { hasContent = true }
      speech = mark.intersection(.speech)
      common.formIntersection(mark)
    }
    if words == 1 { return breaks == 0 && hasContent ? .word : .none }
    guard words <= mostWords else { return .none }
    if last.contains(.suffix) { return breaks == 1 ? .suffixed : .none }
    guard breaks == 0, hasContent, last.contains(.closingWord) else { return .none }
    guard !last.contains(.number) else { return .none }
    // What ends with an affix is a word that was cut: 數碼|化.
    if speech.isDisjoint(with: [.noun, .affix]) {
      let startsNominal = !first.isDisjoint(with: [.noun, .adjective]) && !first.contains(.number)
      return startsNominal && connectors == 0 ? .nominal : .none
    }
    if first.contains(.number) { return .numeral }
    if first.contains(.verb) { return .verbal }
    if connectors > 0 { return .joined }
    return common.isEmpty ? .phrase : .proper
  }

  /// Whether a function word goes on at a position: 今|年|年底.
  private static func cutsFunctionWord(_ position: Int, _ text: CandidateText) -> Bool {
    var start = position
    while start > 0, !text.marks[start].contains(.wordStart) { start -= 1 }
    return start < position && text.marks[start].contains(.breakingWord)
  }

  /// Whether a string is two to four words of one character, none of them a function word: parts of speech
  /// say little of these.
  private static func isShreds(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> Bool {
    (2...4).contains(marks.count)
      && marks.allSatisfy {
        $0.isSuperset(of: [.wordStart, .wordEnd])
          && $0.isDisjoint(with: [.breakingWord, .connector, .number])
      }
  }

  /// Whether a string of which an end falls within a word may be a term that segmentation missed: one of
  /// its ends is that of a word, and neither a number nor a function word stands in it.
  private static func isCut(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> Bool {
    marks.count <= longestCut
      && (marks[0].contains(.wordStart) || marks[marks.count - 1].contains(.wordEnd))
      && !marks.contains { !$0.isDisjoint(with: [.breakingWord, .connector, .number]) }
  }
}
