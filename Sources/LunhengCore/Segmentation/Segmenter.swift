/// Divides texts into words: ICU's rules and dictionary, overruled by a lexicon.
///
/// Immutable and shared by all threads; each thread segments with a worker of its own
/// (`makeWorker`). What a worker gives for a text does not depend on what it segmented before.
public struct Segmenter: Sendable {
  /// Words that hold wherever they stand; nil if there are none.
  let lexicon: PhraseMatcher?
  /// Names everything that results depend on: two segmenters of the same identity give the same
  /// tokens.
  public let identity: String

  /// - Parameter lexicon: words that always win over ICU where they match, longest first.
  public init(lexicon: [String] = []) {
    self.lexicon = lexicon.isEmpty ? nil : PhraseMatcher(lexicon)
    var hash = FNV1a()
    for word in lexicon {
      hash.combine(word.utf8)
      hash.combine(CollectionOfOne(0))
    }
    identity = "icu-\(ICU.version)" + (lexicon.isEmpty ? "" : "+lexicon-\(hash.hexadecimal)")
  }

  /// - Throws: `ICUError` if ICU's break data is missing.
  public func makeWorker() throws(ICUError) -> SegmenterWorker {
    try SegmenterWorker(self)
  }
}

/// Segments one text after another on one thread.
public struct SegmenterWorker: ~Copyable {
  private let segmenter: Segmenter
  private var words: BreakIterator
  private var folded = FoldedText()
  private var hits: [PhraseMatcher.Hit] = []

  init(_ segmenter: Segmenter) throws(ICUError) {
    self.segmenter = segmenter
    words = try BreakIterator(.word)
  }

  /// The words of `units` in order, replacing the content of `tokens`. They tile the text.
  ///
  /// Complexity: O(n).
  public mutating func segment(_ units: [UInt16], into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    units.withUnsafeBufferPointer { buffer in
      var start = 0
      words.forEachSegment(of: buffer) { segment in
        let kind = Self.kind(of: segment, first: buffer[start])
        tokens.append(Token(start: start, end: segment.end, kind: kind))
        start = segment.end
      }
    }
    guard let lexicon = segmenter.lexicon else { return }
    folded.fold(units)
    hits.removeAll(keepingCapacity: true)
    lexicon.findAll(in: folded, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    tokens.overlay(hits.map { folded.original(Int($0.start)..<Int($0.end)) })
  }

  private static func kind(of segment: BreakIterator.Segment, first unit: UInt16) -> TokenKind {
    switch segment.rule {
    case 100..<200: .number
    case 200...: .word
    default: CharacterClass(unit) == .space ? .space : .symbol
    }
  }
}

extension [Token] {
  /// Makes each of `ranges` one word: boundaries within it go, and a token that it cuts is cut there.
  ///
  /// - Parameter ranges: in order, not overlapping.
  public mutating func overlay(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    var result: [Token] = []
    result.reserveCapacity(count)
    var next = 0
    for var token in self {
      while next < ranges.count, ranges[next].lowerBound < token.end {
        let range = ranges[next]
        if range.lowerBound > token.start {
          result.append(
            Token(start: Int(token.start), end: range.lowerBound, kind: token.kind))
        }
        if range.lowerBound >= token.start {
          result.append(Token(start: range.lowerBound, end: range.upperBound, kind: .word))
        }
        token.start = Int32(range.upperBound)
        // A range that reaches past this token goes on to swallow the tokens after it.
        if range.upperBound >= token.end { break }
        next += 1
      }
      if token.start < token.end { result.append(token) }
      while next < ranges.count, ranges[next].upperBound <= token.end { next += 1 }
    }
    self = result
  }
}
