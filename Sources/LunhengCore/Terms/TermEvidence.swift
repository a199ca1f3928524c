/// A stretch of text that is a term by what surrounds it, however rare it is.
package struct TermEvidence: Hashable, BitwiseCopyable, Sendable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// Between 「」, 『』, 《》, 〈〉 or “”.
    case quoted
    /// A person's name before a title: 陳大文議員.
    case person
    /// A body's name from after punctuation or a function word to a last word that bodies have:
    /// 海濱事務委員會.
    case body
  }

  /// Position in a `CandidateText`.
  package var start: Int32
  package var length: Int32
  package var kind: Kind

  package init(start: Int32, length: Int32, kind: Kind) {
    self.start = start
    self.length = length
    self.kind = kind
  }

  /// Characters of what may stand between quotation marks, between title marks, and of a body's name.
  static let quotedLengths = 2...10
  static let titleLengths = 2...20
  static let bodyLengths = 4...16

  package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  func moved(by offset: Int32) -> TermEvidence {
    TermEvidence(start: start + offset, length: length, kind: kind)
  }

  /// Gives what is found from `start` on to `body`, in order of where it ends.
  ///
  /// Complexity: O(n).
  static func find(in text: CandidateText, from start: Int, _ body: (TermEvidence) -> Void) {
    var opened: Int?
    // Where the words since the last gap start.
    var words: [Int] = []
    for index in start..<text.count {
      if text.units[index] == CandidateText.gap {
        names(of: words, end: index, text, body)
        words.removeAll(keepingCapacity: true)
        let symbol = text.printed[index]
        if let opening = opened, symbol == closing[text.printed[opening]] {
          let range = opening + 1..<index
          let lengths = titleMarks.contains(symbol) ? titleLengths : quotedLengths
          if lengths.contains(range.count),
            range.contains(where: { CharacterClass(text.units[$0]) == .han })
          {
            body(
              TermEvidence(start: Int32(opening + 1), length: Int32(range.count), kind: .quoted))
          }
        }
        // Any other mark within makes it a clause, not a term.
        opened = closing[symbol] == nil ? nil : index
      } else if text.marks[index].contains(.wordStart) {
        words.append(index)
      }
    }
  }

  private static let closing: [UInt16: UInt16] = [
    0x300C: 0x300D, 0x300E: 0x300F, 0x300A: 0x300B, 0x3008: 0x3009, 0x201C: 0x201D,
  ]

  private static let titleMarks: Set<UInt16> = [0x300B, 0x3009]

  private static func names(
    of words: [Int], end: Int, _ text: CandidateText, _ body: (TermEvidence) -> Void
  ) {
    for (place, start) in words.enumerated() where place > 0 {
      let wordEnd = place + 1 < words.count ? words[place + 1] : end
      let word = text.units[start..<wordEnd]
      if TitleWords.isTitle(word), let name = person(before: place, of: words, text) {
        body(TermEvidence(start: Int32(name), length: Int32(start - name), kind: .person))
      }
      // 會 is one by itself only where it is no auxiliary.
      if !text.marks[start].isDisjoint(with: [.noun, .affix]), TitleWords.isBody(word),
        let first = firstWord(before: place, of: words, text),
        bodyLengths.contains(wordEnd - words[first])
      {
        let name = words[first]
        body(TermEvidence(start: Int32(name), length: Int32(wordEnd - name), kind: .body))
      }
    }
  }

  /// Where the name before a title starts: two to four characters, a surname first.
  private static func person(
    before place: Int, of words: [Int], _ text: CandidateText
  ) -> Int? {
    let end = words[place]
    var best: Int?
    for start in words[max(0, place - 3)..<place].reversed() {
      guard end - start <= 4, !text.marks[start].contains(.breakingWord) else { break }
      let units = Array(text.units[start..<end])
      if units.count >= 2, units.allSatisfy({ CharacterClass($0) == .han }),
        Surnames.isName(units)
      {
        best = start
        // Three characters are a name of the usual length.
        if units.count >= 3 { break }
      }
    }
    return best
  }

  /// The first of the words that make a body's name together with the one at `place`, if they start
  /// after a gap or a function word.
  private static func firstWord(
    before place: Int, of words: [Int], _ text: CandidateText
  ) -> Int? {
    var first = place
    while first > 0 {
      let marks = text.marks[words[first - 1]]
      let isJoined =
        marks.contains(.connector)
        || marks.contains(.openingWord) && !marks.intersection([.noun, .adjective]).isEmpty
      guard isJoined else { break }
      first -= 1
    }
    while first < place, text.marks[words[first]].contains(.connector) { first += 1 }
    guard first < place else { return nil }
    return first == 0 || text.marks[words[first - 1]].contains(.breakingWord) ? first : nil
  }
}
