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
  /// A phrase but for a last word that is a function word, or what segmentation cut off: 房委|會.
  case suffixed
  /// Starts or ends within a word.
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
    if self == .cut, !range.allSatisfy({ CharacterClass(text.units[$0]) == .han }) { self = .none }
  }

  private static func form(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> TermForm {
    let first = marks[0]
    let last = marks[marks.count - 1]
    guard first.contains(.opening), last.contains(.closing) else { return .none }
    guard first.contains(.wordStart), last.contains(.wordEnd) else {
      return isCut(marks) ? .cut : .none
    }
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
    // What ends with a verb is a clause; with an affix, a word that was cut (數碼|化).
    guard !speech.isDisjoint(with: [.noun, .affix]), !last.contains(.number) else { return .none }
    if first.contains(.number) { return .numeral }
    if first.contains(.verb) { return .verbal }
    if connectors > 0 { return .joined }
    return common.isEmpty ? .phrase : .proper
  }

  /// Whether a string of which an end falls within a word may be a term that segmentation missed: one of
  /// its ends is that of a word, and neither a number nor a function word stands in it.
  private static func isCut(_ marks: UnsafeBufferPointer<CandidateText.Marks>) -> Bool {
    marks.count <= longestCut
      && (marks[0].contains(.wordStart) || marks[marks.count - 1].contains(.wordEnd))
      && !marks.contains { !$0.isDisjoint(with: [.breakingWord, .connector, .number]) }
  }
}
