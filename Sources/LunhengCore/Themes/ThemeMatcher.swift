/// A codebook compiled for matching. Immutable, shared by all threads.
public struct ThemeMatcher: Sendable {
  public let codebook: Codebook
  private let phrases: PhraseMatcher
  /// For each phrase the (theme, term) pairs that are spelt like it, in codebook order.
  private let uses: [[(theme: Int, term: Int)]]

  /// Complexity: O(length of all terms × log of their number).
  public init(_ codebook: Codebook) {
    self.codebook = codebook
    let places = codebook.themes.indices.flatMap { theme in
      codebook.themes[theme].terms.indices.map { (theme: theme, term: $0) }
    }
    let phrases = PhraseMatcher(
      places.map { codebook.themes[$0.theme].terms[$0.term].text })
    var uses = [[(theme: Int, term: Int)]](repeating: [], count: phrases.count)
    for (index, place) in places.enumerated() {
      uses[phrases.canonicalIndex(of: index)].append(place)
    }
    self.phrases = phrases
    self.uses = uses
  }

  /// The hits of the codebook's terms in `folded`, by start, then theme and term; overlaps settled by
  /// the codebook's policy. All are `aligned` until `setStatus` is called with the text's tokens.
  public func matches(in folded: FoldedText) -> [ThemeMatch] {
    var hits: [PhraseMatcher.Hit] = []
    phrases.findAll(in: folded, into: &hits)
    guard !hits.isEmpty else { return [] }
    if codebook.overlap == .codebook { PhraseMatcher.keepLeftmostLongest(&hits) }
    var matches: [ThemeMatch] = []
    for hit in hits {
      let range = folded.original(Int(hit.start)..<Int(hit.end))
      for use in uses[Int(hit.phrase)] {
        matches.append(ThemeMatch(theme: use.theme, term: use.term, range: range))
      }
    }
    if codebook.overlap == .theme { Self.keepLeftmostLongestByTheme(&matches) }
    return matches
  }

  /// Where the codebook's terms stand in `folded` as words: leftmost-longest, none overlapping, whatever
  /// the overlap policy.
  public func words(in folded: FoldedText) -> [Range<Int>] {
    var hits: [PhraseMatcher.Hit] = []
    phrases.findAll(in: folded, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    return hits.map { folded.original(Int($0.start)..<Int($0.end)) }
  }

  /// Within each theme keeps, of overlapping matches, the leftmost and of those the longest.
  private static func keepLeftmostLongestByTheme(_ matches: inout [ThemeMatch]) {
    var longest: [Int: [Int: Int]] = [:]  // theme → start → end
    for match in matches {
      let known = longest[match.theme]?[match.range.lowerBound] ?? 0
      longest[match.theme, default: [:]][match.range.lowerBound] = max(
        known, match.range.upperBound)
    }
    var free: [Int: Int] = [:]  // theme → end of its last kept match
    var kept: [ThemeMatch] = []
    for match in matches {
      let start = match.range.lowerBound
      guard longest[match.theme]?[start] == match.range.upperBound,
        start >= free[match.theme] ?? 0
      else { continue }
      kept.append(match)
      free[match.theme] = match.range.upperBound
    }
    matches = kept
  }
}

extension [ThemeMatch] {
  /// Sets each match's boundary status from the words of the text it lies in.
  ///
  /// - Parameter tokens: tiling the text; segmented without knowledge of the codebook, or every match
  ///   would be aligned.
  public mutating func setStatus(from tokens: [Token]) {
    for index in indices {
      let range = self[index].range
      let first = tokens.partitioningIndex { Int($0.end) > range.lowerBound }
      guard first < tokens.count else { continue }
      let last = tokens.partitioningIndex { Int($0.end) >= range.upperBound }
      let starts = Int(tokens[first].start) == range.lowerBound
      let ends = last < tokens.count && Int(tokens[last].end) == range.upperBound
      self[index].status = starts && ends ? .aligned : first == last ? .nested : .crossing
    }
  }
}
