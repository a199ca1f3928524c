/// A regular expression that a whole word has to match, on one thread.
struct WordPattern {
  private let machine: Machine

  /// A class, because the expression cannot be copied and queries keep several.
  private final class Machine {
    var expression: RegularExpression

    init(_ expression: consuming RegularExpression) { self.expression = expression }
  }

  /// - Parameter pattern: nil comes of what is none.
  init?(_ pattern: String) {
    guard let expression = try? RegularExpression("\\A(?:\(pattern))\\z") else { return nil }
    machine = Machine(expression)
  }

  /// False also where the pattern takes more steps than any word is worth.
  ///
  /// Complexity: see `RegularExpression.forEachMatch`.
  func matches(_ units: [UInt16]) -> Bool {
    units.withUnsafeBufferPointer { units in
      var found = false
      try? machine.expression.forEachMatch(in: units) { _ in found = true }
      return found
    }
  }

  /// Matches the folded form of words: the characters of `pattern` are folded too, escapes left alone.
  init?(folding pattern: String) {
    // A range between characters that fold apart would be none any more.
    guard let folded = WordPattern(Self.folded(pattern)) ?? WordPattern(pattern) else { return nil }
    self = folded
  }

  private static func folded(_ pattern: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      defer { isEscaped = scalar == "\\" && !isEscaped }
      let folded = String(units: FoldedText(Array(String(scalar).utf16)).units).unicodeScalars
      // What is invisible to folding, and what becomes several characters, is left to the expression.
      guard !isEscaped, folded.count == 1, let first = folded.first else {
        result.append(scalar)
        continue
      }
      // A full-width ？ folds to what is an operator here.
      if first != scalar, first.isASCII, !first.properties.isAlphabetic { result.append("\\") }
      result.append(first)
    }
    return String(result)
  }
}
