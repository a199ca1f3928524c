import LunhengCore

/// Words or strings that a person asks for, which count as words wherever they stand.
public struct AskedWords: Sendable {
  /// As they were asked for, without those that fold to one before.
  public let texts: [String]
  /// Folded.
  let folded: [[UInt16]]
  private let matcher: ThemeMatcher
  private let isAnywhere: Bool

  /// - Parameter isAnywhere: whether they also count inside of words and across their boundaries, which
  ///   cuts those words; if not, where they begin and end with a word.
  /// - Throws: `PipelineError.emptyTerm`.
  public init(_ texts: [String], isAnywhere: Bool) throws {
    matcher = ThemeMatcher(try TermSearch(texts).codebook)
    var distinct: [(text: String, folded: [UInt16])] = []
    for text in texts {
      let folded = FoldedText(Array(text.utf16)).units
      if !distinct.contains(where: { $0.folded == folded }) { distinct.append((text, folded)) }
    }
    self.texts = distinct.map(\.text)
    folded = distinct.map(\.folded)
    self.isAnywhere = isAnywhere
  }

  /// Makes each occurrence in `units` one of its `tokens`.
  func overlay(_ tokens: inout [Token], of units: [UInt16]) {
    var ranges = matcher.words(in: units)
    if !isAnywhere {
      var next = 0
      ranges.removeAll { range in
        while next < tokens.count, tokens[next].start < range.lowerBound { next += 1 }
        guard next < tokens.count, tokens[next].start == range.lowerBound else { return true }
        var last = next
        while tokens[last].end < range.upperBound { last += 1 }
        return tokens[last].end != range.upperBound
      }
    }
    tokens.overlay(ranges)
  }
}
