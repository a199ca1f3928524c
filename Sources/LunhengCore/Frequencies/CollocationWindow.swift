/// How near words must stand to count as together.
public struct CollocationWindow: Hashable, Sendable {
  /// What words must stand in together, whatever their distance.
  public enum Unit: String, CaseIterable, Sendable {
    case sentence, paragraph

    var division: TextWords.Break { self == .sentence ? .sentence : .paragraph }
  }

  /// Words to the left and right of the node that count; numbers and punctuation do not.
  public var left: Int
  public var right: Int
  /// No window goes beyond it.
  public var unit: Unit

  public init(left: Int, right: Int, unit: Unit = .paragraph) {
    self.left = left
    self.right = right
    self.unit = unit
  }

  /// Everything in the same sentence or paragraph.
  public init(whole unit: Unit) {
    self.init(left: .max, right: .max, unit: unit)
  }
}
