import LunhengCore
import LunhengStore

/// A search made ready for a corpus: which documents come into question, and what finds the hits in them.
struct SearchPlan: Sendable {
  /// What finds hits.
  enum Finder: Sendable {
    case text(ThemeMatcher)
    case tokens(TokenSearch)
  }

  let finder: Finder
  /// The rows of the documents that may have hits, in order; nil for all.
  let candidates: [Int64]?

  /// More words than this are not looked up: nearly all documents have one of them.
  static let maximumWords = 4_000

  /// - Throws: `PipelineError`, `StoreError` or `QuerySyntaxError`.
  init(_ subject: ConcordanceSubject, codebook: String?, in corpus: Corpus) throws {
    switch subject {
    case .text(let text):
      let theme = Theme(id: text, name: LocalizedName([:]), terms: [Term(text)])
      finder = .text(
        ThemeMatcher(
          Codebook(id: "query", name: LocalizedName([:]), overlap: .theme, themes: [theme])))
      candidates = try Self.documents(thatMayHave: text, in: corpus)
    case .tokens(let query):
      let search = try TokenSearch(query, codebook: codebook, in: corpus)
      finder = .tokens(search)
      candidates = try search.documents(query.documentCondition, in: corpus)
    }
  }

  /// Whether hits can be counted without the text.
  var needsText: Bool {
    switch finder {
    case .text: true
    case .tokens(let search): search.hasThemes
    }
  }

  /// The codebook whose matches are to be read.
  var codebook: Int64? {
    switch finder {
    case .text: nil
    case .tokens(let search): search.hasThemes ? search.codebook : nil
    }
  }

  func makeWorker() throws -> SearchWorker {
    switch finder {
    case .text(let matcher): SearchWorker(text: try matcher.makeWorker(), tokens: nil)
    case .tokens(let search): SearchWorker(text: nil, tokens: search.makeWorker())
    }
  }

  private static func documents(
    thatMayHave text: String, in corpus: Corpus
  ) throws -> [Int64]? {
    let classifier = SubstringClassifier(text)
    var words = classifier.noWords
    try corpus.forEachWord { classifier.add($0, $2, to: &words) }
    var documents: [Int64]?
    for stretch in words {
      guard stretch.whole.count <= maximumWords else { continue }
      var found = try corpus.documents(withWords: stretch.whole)
      var isKnown = true
      for (before, after) in stretch.splits where !before.isEmpty && !after.isEmpty {
        // The smaller of the two may say enough.
        let lists = [before, after].filter { $0.count <= maximumWords }
        if lists.isEmpty {
          isKnown = false
          break
        }
        let sets = try lists.map { try corpus.documents(withWords: $0) }
        found = found.union(sets.dropFirst().reduce(sets[0]) { $0.intersection($1) })
      }
      if isKnown { documents = documents.map { $0.intersection(found) } ?? found }
    }
    return documents
  }
}

/// Finds the hits of a search in one document after another, on one thread.
struct SearchWorker: ~Copyable {
  private var text: ThemeMatcherWorker?
  private var tokens: TokenSearchWorker?

  init(text: consuming ThemeMatcherWorker?, tokens: TokenSearchWorker?) {
    self.text = text
    self.tokens = tokens
  }

  /// How many hits a document has.
  mutating func count(_ document: SearchedDocument) -> Int {
    if tokens != nil { return tokens!.matches(document).count }
    return hits(document).count
  }

  /// The hits of a document whose text was read, in order.
  mutating func hits(_ document: SearchedDocument) -> [TextHit] {
    if tokens != nil { return tokens!.hits(document) }
    let matches =
      text?.matches(in: document.blocks.map(\.units)) { document.blocks.map(\.decodedTokens) } ?? []
    return matches.enumerated().flatMap { block, matches in
      matches.map { TextHit(block: block, range: $0.range) }
    }
  }
}

extension [Int64] {
  /// Of two lists in order, what both have.
  func intersection(_ other: [Int64]) -> [Int64] {
    var result: [Int64] = []
    var index = 0
    for number in self {
      while index < other.count, other[index] < number { index += 1 }
      if index < other.count, other[index] == number { result.append(number) }
    }
    return result
  }

  /// Of two lists in order, what either has.
  func union(_ other: [Int64]) -> [Int64] {
    var result: [Int64] = []
    result.reserveCapacity(Swift.max(count, other.count))
    var (left, right) = (0, 0)
    while left < count || right < other.count {
      if right == other.count || left < count && self[left] < other[right] {
        result.append(self[left])
        left += 1
      } else {
        if left < count, self[left] == other[right] { left += 1 }
        result.append(other[right])
        right += 1
      }
    }
    return result
  }
}
