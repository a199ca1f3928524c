/// Finds all occurrences of a fixed set of phrases in a text, by characters and not by words.
///
/// Text is folded as it is read (`FoldTable`), so that hits come in units of the original and nothing
/// has to be mapped back: invisible characters and typographic spaces are passed over, and a space
/// counts only between two Latin letters or digits. A hit covers whole characters, never part of one
/// that folds to several units.
///
/// The phrases stand in a double-array trie over folded UTF-16 units (Aoe 1989) that is walked from
/// each position. Nearly every position is refused before that: by its first unit (one load), or by its
/// first two (a bit table of hashed pairs). Unlike an Aho–Corasick automaton it needs no failure links,
/// and it gives hits by start and length, which is the order that leftmost-longest selection wants.
///
/// A phrase that starts or ends with a Latin letter or digit is found only where no other letter or
/// digit adjoins it: "AI" is not in "AIDS".
///
/// A class, because its many tables would be retained one by one with each copy.
public final class PhraseMatcher: Sendable {
  /// An occurrence: UTF-16 units of the text, and the index of the phrase.
  public struct Hit: Hashable, Sendable {
    public var start: Int32
    public var end: Int32
    public var phrase: Int32

    public init(start: Int, end: Int, phrase: Int) {
      self.start = Int32(start)
      self.end = Int32(end)
      self.phrase = Int32(phrase)
    }

    public var range: Range<Int> { Int(start)..<Int(end) }
  }

  let table: FoldTable
  /// The phrases as written, in units of the base layer of folding.
  let written: [[UInt16]]
  /// Whether the phrase has a character that stands for several words in one of the scripts.
  let isAmbiguous: [Bool]

  /// Dense code of each folded unit that occurs in a phrase, from 1; 0 for all others.
  private let codes: [UInt16]
  private let states: [DoubleArrayBuilder.State]
  /// By unit as printed: what is to be done where a text has it.
  private let leads: [Lead]
  private let pairs: PairFilter
  /// Whether the phrase needs a word boundary before or after it.
  private let needsBoundary: [(before: Bool, after: Bool)]
  /// By phrase, the next one that folds to the same units; -1 after the last. The first of them stands
  /// for all in the trie.
  private let nextAlike: [Int32]

  private typealias Lead = UInt8
  /// No phrase starts with the unit.
  private static let refused: Lead = 0
  /// Phrases of two or more units start with it.
  private static let looksAhead: Lead = 1
  /// A phrase of one unit starts with it, or it folds to several units.
  private static let walks: Lead = 2

  /// How many phrases were given.
  public var count: Int { nextAlike.count }

  /// Compiles phrases. One that folds to nothing is never found.
  ///
  /// Complexity: O(total length × log count).
  public init(_ phrases: [String], table: FoldTable = .standard) {
    self.table = table
    let keys = phrases.map { FoldedText(Array($0.utf16), table: table).units }
    written = phrases.map { table.base(of: Array($0.utf16)) }
    isAmbiguous = keys.map { $0.contains { table.isAmbiguous($0) } }
    var codes = [UInt16](repeating: 0, count: 65_536)
    var alphabet: UInt16 = 0
    for unit in keys.joined() where codes[Int(unit)] == 0 {
      alphabet += 1
      codes[Int(unit)] = alphabet
    }
    needsBoundary = keys.map { key in
      (
        key.first.map { CharacterClass($0).isAlphanumeric } ?? false,
        key.last.map { CharacterClass($0).isAlphanumeric } ?? false
      )
    }
    var nextAlike = [Int32](repeating: -1, count: keys.count)
    let order = keys.indices.filter { !keys[$0].isEmpty }.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    var unique: [Int] = []
    for (previous, index) in zip([-1] + order, order) {
      if previous >= 0, keys[previous] == keys[index] {
        nextAlike[previous] = Int32(index)
      } else {
        unique.append(index)
      }
    }
    self.nextAlike = nextAlike
    var builder = DoubleArrayBuilder(keys: keys, codes: codes, order: unique)
    states = builder.build()
    var pairs = PairFilter(count: unique.count)
    var first = [Lead](repeating: Self.refused, count: 65_536)
    for index in unique {
      let key = keys[index]
      if key.count == 1 {
        first[Int(key[0])] = Self.walks
      } else {
        first[Int(key[0])] = max(first[Int(key[0])], Self.looksAhead)
        pairs.insert(key[0], key[1])
      }
    }
    self.pairs = pairs
    var leads = table.folded.map { $0 == FoldTable.expands ? Self.walks : first[Int($0)] }
    if unique.isEmpty { leads = leads.map { _ in Self.refused } }
    // A space or invisible character starts nothing, whatever a phrase may fold to.
    for (unit, folded) in table.folded.enumerated() where folded == 0 || folded == 0x20 {
      leads[unit] = Self.refused
    }
    self.leads = leads
    self.codes = codes
  }

  /// Calls `body` with each phrase that folds like the one that a hit names, which is the first of them.
  func forEachPhrase(alike first: Int, _ body: (Int) -> Void) {
    var phrase = first
    while phrase >= 0 {
      body(phrase)
      phrase = Int(nextAlike[phrase])
    }
  }

  /// Appends every occurrence of every phrase to `hits`, by start, then by length.
  ///
  /// Complexity: O(n + hits) in practice, O(n × longest phrase) at worst.
  public func findAll(in text: UnsafeBufferPointer<UInt16>, into hits: inout [Hit]) {
    leads.withUnsafeBufferPointer { leads in
      table.folded.withUnsafeBufferPointer { folded in
        pairs.withBits { pairs in
          let walker = Walker(matcher: self, text: text)
          let last = text.count - 1
          for start in text.indices {
            let unit = text[start]
            let lead = leads[Int(unit)]
            if lead == Self.refused { continue }
            if lead == Self.looksAhead {
              // Whatever may end the text, or be passed over, is for the walk to see.
              if start == last { continue }
              let next = folded[Int(text[start + 1])]
              if !pairs.mayContain(folded[Int(unit)], next), !FoldTable.isSpecial(next) { continue }
            }
            walker.walk(from: start, into: &hits)
          }
        }
      }
    }
  }

  public func findAll(in text: [UInt16], into hits: inout [Hit]) {
    text.withUnsafeBufferPointer { findAll(in: $0, into: &hits) }
  }

  /// Where phrases stand in `text` as words, whatever else the text may be read as: leftmost and longest
  /// first, none overlapping. Hits that only a doubtful fold makes are left out.
  ///
  /// Complexity: as `findAll`.
  public func words(in text: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    var hits: [Hit] = []
    findAll(in: text, into: &hits)
    hits.removeAll { hit in
      var isCertain = false
      forEachPhrase(alike: Int(hit.phrase)) { phrase in
        let reading = reading(
          of: phrase, at: hit.range, in: text, phrasesAre: .undetermined,
          scriptOfText: { .undetermined })
        isCertain = isCertain || reading == .certain
      }
      return !isCertain
    }
    Self.keepLeftmostLongest(&hits)
    return hits.map(\.range)
  }

  /// Keeps, of hits ordered as `findAll` gives them, the leftmost and of those the longest, so that
  /// none overlap; hits of the same range all stay.
  public static func keepLeftmostLongest(_ hits: inout [Hit]) {
    var kept: [Hit] = []
    var index = 0
    var free: Int32 = 0
    while index < hits.count {
      let start = hits[index].start
      var last = index
      while last + 1 < hits.count, hits[last + 1].start == start { last += 1 }
      if start >= free {
        let end = hits[last].end
        kept.append(contentsOf: hits[index...last].filter { $0.end == end })
        free = end
      }
      index = last + 1
    }
    hits = kept
  }
}

extension PhraseMatcher {
  /// Walks the trie along a text from one position.
  private struct Walker {
    let matcher: PhraseMatcher
    let text: UnsafeBufferPointer<UInt16>

    func walk(from start: Int, into hits: inout [Hit]) {
      matcher.states.withUnsafeBufferPointer { states in
        matcher.codes.withUnsafeBufferPointer { codes in
          matcher.table.folded.withUnsafeBufferPointer { folded in
            var state: Int32 = 0
            /// The folded unit before, and whether space has been passed since.
            var previous: UInt16 = 0
            var afterSpace = false
            func step(_ unit: UInt16) -> Bool {
              let code = codes[Int(unit)]
              if code == 0 { return false }
              let next = states[Int(state)].base + Int32(code)
              guard next < states.count, states[Int(next)].check == state else { return false }
              state = next
              previous = unit
              return true
            }
            /// A space separates two words of letters or digits and is nothing elsewhere.
            func separate(before unit: UInt16) -> Bool {
              defer { afterSpace = false }
              return !afterSpace || !CharacterClass(previous).isAlphanumeric
                || !CharacterClass(unit).isAlphanumeric || step(0x20)
            }
            var position = start
            while position < text.count {
              let unit = folded[Int(text[position])]
              if unit == 0 {
                position += 1
                continue
              }
              if unit == 0x20 {
                afterSpace = true
                position += 1
                continue
              }
              if unit == FoldTable.expands {
                let expansion = matcher.table.expansion(of: text, at: position)
                guard let first = expansion.folded.first else {
                  // Invisible. A hit starts with what is seen.
                  if position == start { return }
                  position += expansion.length
                  continue
                }
                if !separate(before: first) { return }
                if !expansion.folded.allSatisfy(step) { return }
                position += expansion.length
              } else {
                if !separate(before: unit) || !step(unit) { return }
                position += 1
              }
              let phrase = states[Int(state)].output
              if phrase >= 0, isBounded(phrase, start, position) {
                hits.append(Hit(start: start, end: position, phrase: Int(phrase)))
              }
            }
          }
        }
      }
    }

    /// Whether no letter or digit adjoins a phrase that must stand apart.
    private func isBounded(_ phrase: Int32, _ start: Int, _ end: Int) -> Bool {
      let needs = matcher.needsBoundary[Int(phrase)]
      return !(needs.before && isAlphanumeric(before: start))
        && !(needs.after && isAlphanumeric(from: end))
    }

    /// Whether the next character that is not invisible is a letter or digit.
    private func isAlphanumeric(from end: Int) -> Bool {
      var position = end
      while position < text.count {
        let units = character(at: position)
        if let unit = units.folded.first { return CharacterClass(unit).isAlphanumeric }
        position += units.length
      }
      return false
    }

    /// Whether the last character before `start` that is not invisible is a letter or digit.
    private func isAlphanumeric(before start: Int) -> Bool {
      var position = start - 1
      while position >= 0 {
        if position > 0, text[position] & 0xFC00 == 0xDC00, text[position - 1] & 0xFC00 == 0xD800 {
          position -= 1
        }
        if let unit = character(at: position).folded.last {
          return CharacterClass(unit).isAlphanumeric
        }
        position -= 1
      }
      return false
    }

    private func character(at position: Int) -> (length: Int, folded: ArraySlice<UInt16>) {
      let unit = matcher.table.folded[Int(text[position])]
      if unit == FoldTable.expands {
        let expansion = matcher.table.expansion(of: text, at: position)
        return (expansion.length, expansion.folded)
      }
      return (1, unit == 0 ? [] : [unit])
    }
  }
}
