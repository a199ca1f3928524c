/// The distinct words and phrases of one document, numbered from 0 in order of first appearance.
///
/// Words are stretches of the document's folded text and found by hash, so that nothing is copied and
/// nothing allocated for a word.
struct TermTable {
  /// A word or phrase and what is known of it in the document.
  struct Term {
    /// `WordHash` of the folded units.
    var hash: UInt64
    /// Where the term first stood when it was numbered, in units of the folded text.
    var start: Int32
    var length: Int32
    var role: WordRole
    /// How many words it has.
    var words: Int32
    /// Whether it may be a keyword.
    var isCandidate = false

    // What `OccurrenceFinder` counts. Occurrences are found by characters.
    var occurrences: Int32 = 0
    /// Occurrences that do not lie within one of a longer candidate.
    var alone: Int32 = 0
    /// The candidate that an occurrence first lay in; -1 if none did. How many do.
    var container: Int32 = -1
    var contained: Int32 = 0
    /// Where it first occurs, and where its last occurrence ends, in units of the folded text.
    var first: Int32 = -1
    var lastEnd: Int32 = -1

    var range: Range<Int> { Int(start)..<Int(start + length) }

    /// Occurrences that do not lie within the candidate that most likely stands for it.
    var free: Int32 { occurrences - contained }
  }

  var terms: [Term] = []
  /// Term numbers by hash; -1 where free. Its size is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  var count: Int { terms.count }

  mutating func removeAll() {
    terms.removeAll(keepingCapacity: true)
    // One long document must not make all later ones slow.
    let size = slots.count > 4096 ? 256 : slots.count
    slots.removeAll(keepingCapacity: size == slots.count)
    slots.append(contentsOf: repeatElement(-1, count: size))
  }

  /// The number of the term at `range` of `text`; a new one is numbered and given to `describe`.
  @inline(__always)
  mutating func intern(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt16>,
    _ describe: (UnsafeBufferPointer<UInt16>, inout Term) -> Void
  ) -> Int32 {
    let units = UnsafeBufferPointer(rebasing: text[range])
    let hash = WordHash.of(units)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = slots[slot]
      if isTerm(number, units, hash, in: text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(terms.count)
    slots[slot] = number
    var term = Term(
      hash: hash, start: Int32(range.lowerBound), length: Int32(range.count), role: .content,
      words: 1)
    describe(units, &term)
    terms.append(term)
    if terms.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of the term of these units, of which `hash` is the `WordHash`; nil if there is none.
  @inline(__always)
  func find(
    _ units: UnsafeBufferPointer<UInt16>, hash: UInt64, in text: UnsafeBufferPointer<UInt16>
  ) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = slots[slot]
      if isTerm(number, units, hash, in: text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func isTerm(
    _ number: Int32, _ units: UnsafeBufferPointer<UInt16>, _ hash: UInt64,
    in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let term = terms[Int(number)]
    return term.hash == hash && Int(term.length) == units.count
      && units.elementsEqual(UnsafeBufferPointer(rebasing: text[term.range]))
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: term.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
