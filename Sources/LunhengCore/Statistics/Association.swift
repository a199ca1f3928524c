import RealModule

/// How strongly two words go together: the figures behind collocations.
///
/// `table` holds what is counted: of all words that might stand near the first word, those that do, and
/// those that are the second word (Evert, "Corpora and collocations", in Lüdeling and Kytö, eds., "Corpus
/// linguistics", 2008, section 4.1, surface co-occurrence). The expectation is that of the table,
/// R₁ · C₁ / N, where R₁ are the words counted near the first one. So it allows for the size of the window, and
/// for windows that meet each other or the end of a text.
public struct Association: Hashable, Sendable {
  public var table: ContingencyTable
  /// Occurrences of each of the two words. Dice and its kin compare the words themselves, whatever the
  /// window.
  public var first: Int
  public var second: Int

  public init(table: ContingencyTable, first: Int, second: Int) {
    self.table = table
    self.first = first
    self.second = second
  }

  /// Times that the words stand together, and how often they would by chance.
  public var count: Int { table.both }
  public var expected: Double { table.expected }

  private var isMeasurable: Bool { count > 0 && expected > 0 }

  /// G² of the four cells, negative where the words avoid each other (Dunning 1993).
  public var logLikelihood: Double {
    table.isAttraction ? table.logLikelihood : -table.logLikelihood
  }

  /// Pointwise mutual information, log₂(O / E): Church and Hanks, "Word association norms, mutual
  /// information, and lexicography", Computational Linguistics 16 (1990). Great for what is rare. Nil, as
  /// are the others, where the words are never together.
  public var mutualInformation: Double? {
    isMeasurable ? .log2(Double(count) / expected) : nil
  }

  /// log₂(O³ / E), which lets what is rare count less: Daille, "Approche mixte pour l'extraction automatique
  /// de terminologie" (1994).
  public var cubicMutualInformation: Double? {
    isMeasurable ? .log2(Double(count) / expected) + 2 * .log2(Double(count)) : nil
  }

  /// (O − E) / √O: Church, Gale, Hanks and Hindle, "Using statistics in lexical analysis" (1991).
  public var tScore: Double? {
    isMeasurable ? (Double(count) - expected) / Double(count).squareRoot() : nil
  }

  /// (O − E) / √E: Berry-Rogghe, "The computation of collocations and their relevance in lexical studies"
  /// (1973), without her correction for the chance itself, as in Evert (2008).
  public var zScore: Double? {
    isMeasurable ? (Double(count) - expected) / expected.squareRoot() : nil
  }

  /// 2 · O / (f₁ + f₂): Smadja, McKeown and Hatzivassiloglou, "Translating collocations for bilingual
  /// lexicons", Computational Linguistics 22 (1996).
  public var dice: Double? {
    isMeasurable ? 2 * Double(count) / Double(first + second) : nil
  }

  /// 14 + log₂ of Dice: Rychlý, "A lexicographer-friendly association score" (2008). One more for twice as
  /// strong, whatever the size of the corpus; at most 14, unless one word has several of the other
  /// around it.
  public var logDice: Double? { dice.map { 14 + .log2($0) } }

  /// min(O / f₁, O / f₂): Pedersen and Bruce, "What to infer from a description" (1996).
  public var minimumSensitivity: Double? {
    isMeasurable ? Double(count) / Double(max(first, second)) : nil
  }
}
