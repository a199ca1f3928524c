import LunhengCore

/// How the lines of a text relate to its paragraphs.
enum Layout: Equatable {
  /// A line is a paragraph, as in text that was typed or exported.
  case flowing
  /// Lines are broken at a measure of so many ems, as in text out of a PDF.
  case wrapped(measure: Double)
  /// Lines are broken, but at no fixed measure.
  case ragged

  /// Tells the layout from the lines that are text.
  ///
  /// Wrapped text shows in many lines of nearly the same width, the greatest there is, most of which
  /// end in mid-sentence; ragged text in many lines of prose that end in mid-sentence at any width.
  static func of(_ lines: [Line], units: [UInt16]) -> Layout {
    let widths = lines.map(\.width)
    let prose = lines.filter { Punctuation.hasClauses(units[$0.content]) }
    let broken = prose.filter { !endsCleanly(units[$0.content]) }
    if let measure = commonMeasure(widths) {
      let full = lines.filter { $0.width > measure - tolerance - 1 }
      let unfinished = full.filter { !Punctuation.endsSentence(units[$0.content]) }
      if unfinished.count * 2 >= full.count, unfinished.count >= 2 {
        return .wrapped(measure: measure)
      }
    }
    return broken.count >= 2 && broken.count * 4 >= prose.count ? .ragged : .flowing
  }

  /// How far a full line may stay behind the measure: what the next word or a rule about punctuation
  /// at line ends takes.
  private static let tolerance = 1.5

  private static func endsCleanly(_ units: ArraySlice<UInt16>) -> Bool {
    Punctuation.endsSentence(units) || Punctuation.closesOrIntroduces(units)
  }

  /// The width that at least a third of the lines reach and hardly any exceeds; nil if there is none.
  private static func commonMeasure(_ widths: [Double]) -> Double? {
    let sorted = widths.sorted()
    guard let widest = sorted.last, sorted.count >= 3 else { return nil }
    var best: (measure: Double, count: Int)?
    // The lines from `low` to `high` reach the measure and do not exceed it; both only move on.
    var low = 0
    var high = 0
    for measure in stride(from: 10, through: min(widest, 120), by: 0.5) {
      while high < sorted.count, sorted[high] <= measure { high += 1 }
      while low < sorted.count, sorted[low] < measure - tolerance { low += 1 }
      let count = high - low
      if count > best?.count ?? 0 { best = (measure, count) }
    }
    guard let best, best.count >= 3, best.count * 3 >= sorted.count else { return nil }
    // Punctuation that hangs over the measure, or a heading in one line, may exceed it; text may not.
    let exceeding = sorted.count - sorted.partitioningIndex { $0 > best.measure + 2 }
    guard exceeding * 20 <= sorted.count else { return nil }
    // Of the widths together, the measure is the commonest: the widest are lines with hanging
    // punctuation.
    var counts: [Double: Int] = [:]
    for width in sorted where width <= best.measure && width >= best.measure - tolerance {
      counts[width, default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
