/// A sentence as a summary weighs it: where it stands, which words it has, how well it reads alone.
public struct SummarySentence: Sendable {
  /// Index of its block among the blocks given, and its units there.
  public var block: Int
  public var range: Range<Int>
  /// Its distinct content words, sorted: hashes of their folded units. Function words, single characters
  /// and numbers are left out.
  public var words: [UInt64]
  /// How often it has each.
  public var counts: [Int32]
  /// Characters, white space left out.
  public var length: Int
  /// How well it can be read without those around it, 0–1.
  public var standing: Double
  /// How much more it is about what is asked for than other sentences are.
  public var emphasis = 1.0

  /// How much it says, other things equal: what it is weighed by before its words are.
  ///
  /// The square root of the length lies between the sum of what the words weigh, which the longest
  /// sentence wins, and their mean, which the shortest does.
  var density: Double { length == 0 ? 0 : standing * emphasis / Double(length).squareRoot() }
}
