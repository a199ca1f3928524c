/// Two words that stand together.
public struct Collocation: Hashable, Sendable {
  /// The node, or of a pair the word that comes first.
  public var first: String
  public var second: String
  public var association: Association
  /// Times that the second word stands to the left and right of the first; of pairs it is always right.
  public var left: Int
  public var right: Int
  /// Documents in which they stand together.
  public var documents: Int
  /// What tells its example; -1 for none.
  public var example = -1

  public init(
    first: String, second: String, association: Association, left: Int, right: Int, documents: Int
  ) {
    self.first = first
    self.second = second
    self.association = association
    self.left = left
    self.right = right
    self.documents = documents
  }
}

/// What collocations are sorted by.
public enum CollocationOrder: String, CaseIterable, Sendable {
  case logLikelihood = "log-likelihood"
  case logDice = "log-dice"
  case mutualInformation = "pmi"
  case cubicMutualInformation = "pmi3"
  case tScore = "t-score"
  case zScore = "z-score"
  case dice
  case minimumSensitivity = "min-sensitivity"
  case lambda
  case count

  func strength(of association: Association) -> Double {
    switch self {
    case .logLikelihood: association.logLikelihood
    case .logDice: association.logDice ?? -.infinity
    case .mutualInformation: association.mutualInformation ?? -.infinity
    case .cubicMutualInformation: association.cubicMutualInformation ?? -.infinity
    case .tScore: association.tScore ?? -.infinity
    case .zScore: association.zScore ?? -.infinity
    case .dice: association.dice ?? -.infinity
    case .minimumSensitivity: association.minimumSensitivity ?? -.infinity
    case .lambda: association.table.interaction.lambda
    case .count: Double(association.count)
    }
  }
}

/// Which collocations are given.
public struct CollocationSelection: Hashable, Sendable {
  /// Times that the words must stand together, and documents that must have them so.
  public var minimumCount = 3
  public var minimumDocuments = 1
  public var hasFunctionWords = false
  public var order = CollocationOrder.logLikelihood
  public var limit = 50

  public init() {}

  /// Whether the words stand together often enough, and more often than by chance.
  func accepts(_ association: Association, documents: Int) -> Bool {
    association.count >= max(1, minimumCount) && documents >= minimumDocuments
      && association.table.isAttraction
  }

  /// Whether the first comes before the second; equals by text.
  func precedes(
    _ left: (collocation: Collocation, strength: Double),
    _ right: (collocation: Collocation, strength: Double)
  ) -> Bool {
    guard left.strength == right.strength else { return left.strength > right.strength }
    let (one, other) = (left.collocation, right.collocation)
    if one.second != other.second {
      return one.second.unicodeScalars.lexicographicallyPrecedes(other.second.unicodeScalars)
    }
    return one.first.unicodeScalars.lexicographicallyPrecedes(other.first.unicodeScalars)
  }

  /// The strongest, strongest first.
  func best(of collocations: [Collocation]) -> [Collocation] {
    Array(
      collocations.map { (collocation: $0, strength: order.strength(of: $0.association)) }
        .sorted(by: precedes).prefix(limit).map(\.collocation))
  }
}
