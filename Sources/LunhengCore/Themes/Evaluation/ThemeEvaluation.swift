/// Compares the theme that each text was given with the one that people say it has.
///
/// Classes are themes, by id, and "no theme", nil. A text is right if what it was given is what it
/// should be given; one labelled with something that is no theme can never be.
public struct ThemeEvaluation: Hashable, Sendable {
  /// A label and what a text with it was given instead.
  public struct Confusion: Hashable, Sendable {
    /// The label as the data has it.
    public var label: String
    /// Nil for no theme.
    public var given: String?
    public var count: Int

    public init(label: String, given: String?, count: Int) {
      self.label = label
      self.given = given
      self.count = count
    }
  }

  /// Texts, those of them that were given a theme, and those that were given the right one.
  public struct Tally: Hashable, Sendable {
    public var documents = 0
    public var answered = 0
    /// Right, with a theme or without one.
    public var correct = 0
    /// Right with a theme.
    public var correctAnswers = 0

    public init() {}

    public var accuracy: Double? { ratio(correct, documents) }
    public var answeredShare: Double? { ratio(answered, documents) }
    public var accuracyOfAnswered: Double? { ratio(correctAnswers, answered) }
    /// Of the accuracy, at 95%.
    public var interval: WilsonInterval { WilsonInterval(correct, of: documents) }

    fileprivate mutating func add(given: String?, isCorrect: Bool) {
      documents += 1
      if given != nil { answered += 1 }
      if isCorrect { correct += 1 }
      if isCorrect, given != nil { correctAnswers += 1 }
    }
  }

  /// How well one class is found.
  public struct ClassScore: Hashable, Sendable {
    /// The theme's id, or the label where it is no theme; nil for the texts that should have none.
    public var name: String?
    /// Texts that should be given it, that were, and both.
    public var support = 0
    public var given = 0
    public var correct = 0

    public var precision: Double? { ratio(correct, given) }
    public var recall: Double? { ratio(correct, support) }
    /// The harmonic mean of precision and recall; 0 where nothing is right, nil where there is nothing.
    public var f1: Double? { ratio(2 * correct, support + given) }
  }

  public private(set) var total = Tally()
  private var years: [Int?: Tally] = [:]
  private var classes: [String?: ClassScore] = [:]
  private var mistakes: [Mistake: Int] = [:]

  private struct Mistake: Hashable {
    var label: String
    var given: String?
  }

  public init() {}

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - label: as the data has it.
  ///   - expected: the theme that the label stands for; the label itself if there is no such theme; nil
  ///     if the text should be given none.
  ///   - given: the theme that the text was given.
  ///   - year: of its date.
  public mutating func add(label: String, expected: String?, given: String?, year: Int? = nil) {
    let isCorrect = expected == given
    total.add(given: given, isCorrect: isCorrect)
    years[year, default: Tally()].add(given: given, isCorrect: isCorrect)
    classes[expected, default: ClassScore(name: expected)].support += 1
    classes[given, default: ClassScore(name: given)].given += 1
    if isCorrect {
      classes[given]?.correct += 1
    } else {
      mistakes[Mistake(label: label, given: given), default: 0] += 1
    }
  }

  /// The classes that texts should be given, by support, then name; the one of no theme last.
  ///
  /// - Parameter all: with those that texts were given and none should be.
  public func classScores(all: Bool = false) -> [ClassScore] {
    classes.values.filter { all && $0.name != nil || $0.support > 0 }.sorted { left, right in
      guard let leftName = left.name, let rightName = right.name else { return left.name != nil }
      return left.support != right.support
        ? left.support > right.support : precedes(leftName, rightName)
    }
  }

  /// The mean F1 of the classes that texts should be given; nil if there are none.
  public var macroF1: Double? {
    let scores = classScores().map { $0.f1 ?? 0 }
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  /// Which labels were taken for what, the commonest first.
  public var confusions: [Confusion] {
    mistakes.map { Confusion(label: $0.label, given: $0.given, count: $1) }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      if $0.label != $1.label { return precedes($0.label, $1.label) }
      return precedes($0.given ?? "", $1.given ?? "")
    }
  }

  /// By year of the texts' dates, those without a date last.
  public var byYear: [(year: Int?, tally: Tally)] {
    years.map { (year: $0, tally: $1) }.sorted { ($0.year ?? .max) < ($1.year ?? .max) }
  }
}

private func ratio(_ part: Int, _ whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}

/// By scalar: the order of strings is by canonical equivalence otherwise.
private func precedes(_ left: String, _ right: String) -> Bool {
  left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
