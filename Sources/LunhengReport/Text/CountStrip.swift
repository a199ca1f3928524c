/// Counts side by side as blocks of a height, a column each: an x-ray of where something occurs.
public enum CountStrip {
  /// The greatest count is a full block; none is a dot, and no count above it is invisible.
  public static func text(_ counts: [Int]) -> String {
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard let greatest = counts.max(), greatest > 0 else {
      return String(repeating: "·", count: counts.count)
    }
    return counts.map { count in
      count <= 0 ? "·" : blocks[(count * blocks.count + greatest - 1) / greatest - 1]
    }.joined()
  }
}
