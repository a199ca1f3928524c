/// Tells which tests of a query a word passes, on one thread.
public struct WordClassifier {
  private let literals: [(bit: UInt64, word: LiteralWord)]
  private let patterns: [(bit: UInt64, pattern: WordPattern)]
  private let tags: [(bit: UInt64, tags: UInt32)]

  public init(_ query: CompiledQuery) {
    var words: [(UInt64, String)] = []
    var patterns: [(UInt64, WordPattern)] = []
    var tags: [(UInt64, UInt32)] = []
    for (index, test) in query.tests.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      switch test {
      case .word(let word): words.append((bit, word))
      case .pattern(let pattern):
        if let pattern = WordPattern(folding: pattern) { patterns.append((bit, pattern)) }
      case .tags(let set): tags.append((bit, set))
      case .theme: break
      }
    }
    let script = FoldTable.script(of: words.flatMap { Array($0.1.utf16) })
    literals = words.map { (bit: $0.0, word: LiteralWord($0.1, script: script)) }
    self.patterns = patterns.map { (bit: $0.0, pattern: $0.1) }
    self.tags = tags.map { (bit: $0.0, tags: $0.1) }
  }

  /// Whether the folded forms that `literals` names are all that can pass a test.
  public var isOfLiteralsOnly: Bool { patterns.isEmpty && tags.isEmpty }

  /// Whether words have to be read for their text.
  public var readsText: Bool { !patterns.isEmpty }

  /// The folded forms of the words that the query spells out.
  public var foldedLiterals: [[UInt16]] { literals.map(\.word.folded) }

  /// The tests passed by a word of this text and part of speech, but for those of words spelt out.
  public func testsPassed(folded: [UInt16], tag: UInt8) -> UInt64 {
    var passed = testsPassed(tag: tag)
    for pattern in patterns where pattern.pattern.matches(folded) { passed |= pattern.bit }
    return passed
  }

  /// The tests passed by any word of this part of speech.
  public func testsPassed(tag: UInt8) -> UInt64 {
    tags.reduce(0) { $1.tags >> UInt32(tag) & 1 != 0 ? $0 | $1.bit : $0 }
  }

  /// The tests of words spelt out that a word passes.
  ///
  /// - Parameter form: the word as printed, in the base layer of folding.
  public func literalTestsPassed(form: [UInt16]) -> UInt64 {
    literals.reduce(0) { $1.word.isSpelt(form) ? $0 | $1.bit : $0 }
  }
}

/// A word that a query spells out.
private struct LiteralWord {
  let folded: [UInt16]
  private let matcher: PhraseMatcher
  private let script: FoldTable.Script

  init(_ word: String, script: FoldTable.Script) {
    folded = FoldedText(Array(word.utf16)).units
    matcher = PhraseMatcher([word])
    self.script = script
  }

  /// Whether `form` is this word: it folds alike and is no other word for it (后 is not 後).
  func isSpelt(_ form: [UInt16]) -> Bool {
    guard FoldedText(form).units == folded else { return false }
    return form.withUnsafeBufferPointer { form in
      // The token is the whole word, so that what is likely is certain.
      matcher.reading(
        of: 0, at: 0..<form.count, in: form, phrasesAre: script,
        scriptOfText: { .undetermined }) != .other
    }
  }
}
