/// Which gaps are decided before the model is asked: by the rules of UAX #29 among letters and digits,
/// and so that addresses, percentages, dates and times stay whole.
///
/// Around a mark within letters and digits (DC-10, km/h), between two equal symbols, and wherever an
/// ideograph is, the model decides. ICU itself divides what is neither Chinese nor Latin.
struct WordRules {
  private typealias Constraint = BoundaryDecoder.Constraint

  /// By the kinds of the characters before and after a gap.
  private static let pairs: [Int8] = {
    var table = [Int8](repeating: Constraint.boundary, count: 64)
    for before in CharacterKind.allCases {
      for after in CharacterKind.allCases {
        table[Int(before.rawValue) << 3 | Int(after.rawValue)] = constraint(before, after)
      }
    }
    return table
  }()

  private static func constraint(_ before: CharacterKind, _ after: CharacterKind) -> Int8 {
    func isWord(_ kind: CharacterKind) -> Bool { kind == .han || kind == .numeral }
    func isAlphanumeric(_ kind: CharacterKind) -> Bool { kind == .digit || kind == .letter }
    if before == .edge && after == .edge { return Constraint.joined }
    if isAlphanumeric(before) && isAlphanumeric(after) { return Constraint.joined }
    if isWord(before) && isWord(after) { return Constraint.free }
    if isWord(before) && isAlphanumeric(after) { return Constraint.free }
    if isAlphanumeric(before) && isWord(after) { return Constraint.free }
    return Constraint.boundary
  }

  /// Sets `constraints[i]` for the gap after each character `i` but the last.
  ///
  /// - Parameter kinds: by character, its kind.
  static func apply(
    to constraints: UnsafeMutablePointer<Int8>, of characters: borrowing CharacterSequence,
    kinds: UnsafePointer<UInt8>, units: UnsafeBufferPointer<UInt16>, words: inout BreakIterator
  ) {
    let count = characters.count
    guard count > 0 else { return }
    let ids = characters.ids
    pairs.withUnsafeBufferPointer { pairs in
      let pairs = pairs.baseAddress!
      for index in 0..<count - 1 {
        let constraint = pairs[Int(kinds[index]) << 3 | Int(kinds[index &+ 1])]
        let isRepeated = ids[index] == ids[index &+ 1] && constraint == Constraint.boundary
        constraints[index] = isRepeated ? Constraint.free : constraint
      }
    }
    if characters.hasForeign {
      divideForeign(constraints, characters, kinds, units, &words)
    }
    if characters.hasAlphanumerics {
      joinAlphanumerics(constraints, characters, kinds, units)
    }
  }

  /// Lets ICU divide each stretch without ideographs and spaces that has characters of other scripts.
  private static func divideForeign(
    _ constraints: UnsafeMutablePointer<Int8>, _ characters: borrowing CharacterSequence,
    _ kinds: UnsafePointer<UInt8>, _ units: UnsafeBufferPointer<UInt16>,
    _ words: inout BreakIterator
  ) {
    let count = characters.count
    var stretches: [Range<Int>] = []
    var index = 0
    while index < count {
      let start = index
      var isForeign = false
      while index < count {
        let kind = CharacterKind(rawValue: kinds[index])
        if kind == .edge || kind == .han || kind == .numeral { break }
        if kind == .foreign { isForeign = true }
        index += 1
      }
      if isForeign { stretches.append(start..<index) }
      if index == start { index += 1 }
    }
    for stretch in stretches {
      for index in stretch.dropLast() { constraints[index] = Constraint.joined }
      let first = Int(characters.starts[stretch.lowerBound])
      let end = Int(characters.starts[stretch.upperBound])
      words.forEachSegment(of: UnsafeBufferPointer(rebasing: units[first..<end])) { segment in
        let boundary = first + segment.end
        guard boundary < end else { return }
        let last = characters.characters(of: first..<boundary).upperBound - 1
        if Int(characters.starts[last + 1]) == boundary { constraints[last] = Constraint.boundary }
      }
    }
  }

  /// Joins numbers and words over the marks within them, and the spans of `SpanRules`.
  private static func joinAlphanumerics(
    _ constraints: UnsafeMutablePointer<Int8>, _ characters: borrowing CharacterSequence,
    _ kinds: UnsafePointer<UInt8>, _ units: UnsafeBufferPointer<UInt16>
  ) {
    let count = characters.count
    var index = 0
    while index < count {
      let kind = CharacterKind(rawValue: kinds[index])
      let isUnderscore = units[Int(characters.starts[index])] == 0x5F
      guard kind == .digit || kind == .letter || isUnderscore else {
        index += 1
        continue
      }
      // A stretch of letters, digits and marks, up to a space or ideograph.
      var end = index
      while end < count, SpanRules.isSpanUnit(units[Int(characters.starts[end])]) { end += 1 }
      end = max(end, index + 1)
      freeMarks(index..<end, constraints, kinds)
      // By first units: what is attached to a letter does not change what it is.
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: end - index) { first in
        for offset in first.indices {
          first[offset] = units[Int(characters.starts[index + offset])]
        }
        SpanRules.joinSpans(UnsafeBufferPointer(first)) { span in
          for gap in span.dropLast() { constraints[index + gap] = Constraint.joined }
        }
      }
      index = end
    }
  }

  /// Leaves the gaps beside a mark between two letters or digits to the model.
  private static func freeMarks(
    _ stretch: Range<Int>, _ constraints: UnsafeMutablePointer<Int8>,
    _ kinds: UnsafePointer<UInt8>
  ) {
    func isAlphanumeric(_ index: Int) -> Bool {
      kinds[index] == CharacterKind.digit.rawValue || kinds[index] == CharacterKind.letter.rawValue
    }
    guard stretch.count > 2 else { return }
    for index in stretch.lowerBound + 1..<stretch.upperBound - 1
    where kinds[index] == CharacterKind.symbol.rawValue && isAlphanumeric(index - 1)
      && isAlphanumeric(index + 1)
    {
      constraints[index - 1] = Constraint.free
      constraints[index] = Constraint.free
    }
  }
}
