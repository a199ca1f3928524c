/// Horizontal bars made of block characters, an eighth of a column fine.
public enum Bar {
  /// A bar whose length is to `width` columns as `value` is to `max`, not padded.
  ///
  /// A value above zero is never invisible, and one below `max` never fills the width, so that a bar
  /// tells "none" and "all" apart from "nearly". Values beyond `max` are drawn as `max`.
  public static func text(_ value: Double, max: Double, width: Int) -> String {
    guard value > 0, max > 0, max.isFinite, width > 0 else { return "" }
    let whole = width * 8
    // Divided before multiplying: the product may overflow where the ratio cannot.
    let eighths = value >= max ? whole : Int((value / max * Double(whole)).rounded())
    let drawn = Swift.max(1, value < max ? min(eighths, whole - 1) : eighths)
    let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: drawn / 8) + blocks[drawn % 8]
  }
}
