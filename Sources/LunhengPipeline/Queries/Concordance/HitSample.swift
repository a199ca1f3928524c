/// Hits spread evenly over all, the same each time.
struct HitSample {
  /// By document in order, which of its hits are chosen, in order.
  private let chosen: [Int: [Int]]
  let size: Int

  /// - Parameter counts: hits by document in order.
  init(counts: [Int], size: Int) {
    let total = counts.reduce(0, +)
    self.size = min(size, total)
    var chosen: [Int: [Int]] = [:]
    var document = 0
    var before = 0
    for number in 0..<self.size {
      // The middle of each of `size` equal parts.
      let hit = Int((Double(number) + 0.5) * Double(total) / Double(self.size))
      while hit >= before + counts[document] {
        before += counts[document]
        document += 1
      }
      chosen[document, default: []].append(hit - before)
    }
    self.chosen = chosen
  }

  /// The hits chosen in a document.
  subscript(document: Int) -> [Int] { chosen[document] ?? [] }
}
