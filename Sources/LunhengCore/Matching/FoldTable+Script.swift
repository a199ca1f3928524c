extension FoldTable {
  public enum Script: Hashable, Sendable {
    case simplified
    case traditional
    case undetermined
  }

  /// Which script a text is written in, by the characters that only one of the two has.
  ///
  /// Complexity: O(n).
  public static func script(of units: some Sequence<UInt16>) -> Script {
    var simplified = 0
    var traditional = 0
    for unit in units {
      if scripts.simplified.contains(unit) {
        simplified += 1
      } else if scripts.traditional.contains(unit) {
        traditional += 1
      }
    }
    return simplified > traditional ? .simplified : traditional > 0 ? .traditional : .undetermined
  }

  private static let scripts = VariantScripts()
}
