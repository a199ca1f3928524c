/// Which lines of a concordance are shown, how, and in which order.
public struct ConcordanceLayout: Sendable {
  public var order: Order
  /// Characters shown on each side of a hit.
  public var context: Int
  /// Lines at most.
  public var limit: Int
  /// So many hits, spread evenly over all; nil for all.
  public var sample: Int?

  public init(order: Order = .date, context: Int = 20, limit: Int = 100, sample: Int? = nil) {
    self.order = order
    self.context = context
    self.limit = limit
    self.sample = sample
  }

  /// What lines are sorted by; lines that are equal in that stay in the order of dates.
  ///
  /// Texts are compared folded, by UTF-16 unit: for Han characters the order of radicals and strokes of
  /// the Unicode charts, the same with every version of ICU.
  public enum Order: String, CaseIterable, Sendable {
    /// The text before the hit, from the hit outwards.
    case left
    /// The text after the hit.
    case right
    /// The names of documents.
    case document
    /// The dates of documents (undated last), then their names.
    case date
    /// The hit itself.
    case hit

    var isByText: Bool { self == .left || self == .right || self == .hit }
  }
}

/// A part of a concordance line whose spellings are counted.
public enum HitSide: String, CaseIterable, Sendable {
  case hit
  /// The word before the hit, or what of a word stands before it where the hit begins within one.
  case left
  case right
}
