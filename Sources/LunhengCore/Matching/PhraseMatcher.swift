/// Finds all occurrences of a fixed set of phrases in a folded text, by characters and not by words.
///
/// The phrases stand in a double-array trie over UTF-16 units (Aoe 1989) that is walked from each
/// position. Nearly every position is refused by the first look-up; one that is not costs at most the
/// length of the longest phrase. Unlike an Aho–Corasick automaton it needs no failure links, and it
/// gives hits by start and length, which is the order that leftmost-longest selection wants.
///
/// A phrase that starts or ends with a Latin letter or digit is found only where no other letter or
/// digit adjoins it: "AI" is not in "AIDS".
public struct PhraseMatcher: Sendable {
  /// An occurrence: folded units, and the index of the phrase.
  public struct Hit: Hashable, Sendable {
    public var start: Int32
    public var end: Int32
    public var phrase: Int32

    public init(start: Int, end: Int, phrase: Int) {
      self.start = Int32(start)
      self.end = Int32(end)
      self.phrase = Int32(phrase)
    }
  }

  /// Dense code of each unit that occurs in a phrase, from 1; 0 for all others.
  private var codes: [UInt16]
  /// By unit, the state that it leads to from the root; 0 where no phrase starts with it. One load
  /// refuses most positions.
  private var roots: [Int32]
  private var states: [DoubleArrayBuilder.State]
  /// Whether the phrase needs a word boundary before or after it.
  private var needsBoundary: [(before: Bool, after: Bool)]
  /// Folded length of each phrase; phrases that fold to the same units share the first one's index.
  private var canonical: [Int32]

  /// How many phrases were given.
  public var count: Int { canonical.count }

  /// Compiles phrases. One that folds to nothing is never found.
  ///
  /// Complexity: O(total length × log count).
  public init(_ phrases: [String], table: FoldTable = .standard) {
    let keys = phrases.map { FoldedText(Array($0.utf16), table: table).units }
    codes = [UInt16](repeating: 0, count: 65_536)
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
    canonical = keys.indices.map { Int32($0) }
    let order = keys.indices.filter { !keys[$0].isEmpty }.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    var unique: [Int] = []
    for index in order {
      if let last = unique.last, keys[last] == keys[index] {
        canonical[index] = Int32(last)
      } else {
        unique.append(index)
      }
    }
    var builder = DoubleArrayBuilder(keys: keys, codes: codes, order: unique)
    let states = builder.build()
    self.states = states
    roots = codes.map { code in
      let next = states[0].base + Int32(code)
      return code != 0 && next < states.count && states[Int(next)].check == 0 ? next : 0
    }
  }

  /// The index of the first phrase that is spelt like `phrase` after folding. Hits carry that index.
  public func canonicalIndex(of phrase: Int) -> Int { Int(canonical[phrase]) }

  /// Appends every occurrence of every phrase to `hits`, by start, then by length.
  ///
  /// Complexity: O(n + hits) in practice, O(n × longest phrase) at worst.
  public func findAll(in text: FoldedText, into hits: inout [Hit]) {
    text.units.withUnsafeBufferPointer { units in
      codes.withUnsafeBufferPointer { codes in
        roots.withUnsafeBufferPointer { roots in
          states.withUnsafeBufferPointer { states in
            for start in units.indices {
              var state = roots[Int(units[start])]
              if state == 0 { continue }
              var position = start + 1
              while true {
                let phrase = states[Int(state)].output
                if phrase >= 0, isBounded(phrase, start, position, units) {
                  hits.append(Hit(start: start, end: position, phrase: Int(phrase)))
                }
                if position == units.count { break }
                let code = codes[Int(units[position])]
                if code == 0 { break }
                let next = states[Int(state)].base + Int32(code)
                if next >= states.count || states[Int(next)].check != state { break }
                state = next
                position += 1
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func isBounded(
    _ phrase: Int32, _ start: Int, _ end: Int, _ units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let needs = needsBoundary[Int(phrase)]
    if needs.before, start > 0, CharacterClass(units[start - 1]).isAlphanumeric { return false }
    if needs.after, end < units.count, CharacterClass(units[end]).isAlphanumeric { return false }
    return true
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
