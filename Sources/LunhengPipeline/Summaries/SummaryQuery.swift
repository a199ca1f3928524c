import LunhengCore
import LunhengStore

/// Asks a corpus for the sentences that stand for themes, groups of documents, or both.
///
/// The documents are read twice: first for how often each group's sentences have each word, then for the
/// sentences that have most of them, of which a fixed number is kept for each group. So memory grows with the
/// words and groups of a corpus and not with its texts.
public struct SummaryQuery: Sendable {
  /// Themes of a codebook by id or name; if empty, whatever the documents are about.
  public var themes: [String]
  /// The codebook's id; nil for the only one.
  public var codebook: String?
  /// How hits of a theme must lie among words; nil for any.
  public var statuses: [BoundaryStatus]?
  public var grouping: SummaryGrouping
  public var documents: DocumentFilter
  public var selection: SentenceSelection

  public init(
    themes: [String] = [], codebook: String? = nil, statuses: [BoundaryStatus]? = nil,
    grouping: SummaryGrouping = .corpus, documents: DocumentFilter = DocumentFilter(),
    selection: SentenceSelection
  ) {
    self.themes = themes
    self.codebook = codebook
    self.statuses = statuses
    self.grouping = grouping
    self.documents = documents
    self.selection = selection
  }

  /// The summaries in the order of themes, then of groups; a theme without a sentence in a group has none.
  ///
  /// Complexity: O(text of the corpus).
  ///
  /// - Throws: `PipelineError`, `StoreError`, `ICUError`, or what loading the shipped model throws.
  public func summaries(of corpus: Corpus, threads: Int) throws -> [GroupSummary] {
    let segmenter = try Segmenter.standard()
    let selected = try corpus.documents(matching: documents)
    let places = Dictionary(
      uniqueKeysWithValues: selected.enumerated().map { ($0.element.rowID, $0.offset) })
    let subjects = try SummarySubjects(self, corpus, places)
    var groups = SummaryGroups(grouping)

    var census = WordCensus()
    try corpus.forEachSummaryDocument(places, segmenter: segmenter, threads: threads) {
      $0
    } collect: {
      document in
      census.add(Set(document.sentences.lazy.flatMap(\.words)))
      for (subject, sentences) in subjects.sentences(of: document) {
        for group in groups.indices(of: selected[document.place], subject: subject) {
          groups.add(sentences, to: group)
        }
      }
    }
    let (counted, weights) = (groups, census)
    let perDocument = selection.perDocument.map { 2 * $0 + 1 } ?? .max
    var pools = groups.all.map { _ in SummaryPool(limit: max(40, 8 * selection.limit)) }
    try corpus.forEachSummaryDocument(places, segmenter: segmenter, threads: threads) { document in
      counted.best(
        perDocument, of: document, selected[document.place], subjects: subjects, weights: weights)
    } collect: { found in
      for (group, sentences) in found { for sentence in sentences { pools[group].add(sentence) } }
    }
    return try groups.order.map { index in
      GroupSummary(
        theme: subjects.theme(groups.all[index].subject), group: groups.all[index].name,
        documents: groups.all[index].documents, candidates: groups.all[index].centroid.sentences,
        sentences: try sentences(of: pools[index], corpus, selected))
    }
  }

  /// The sentences of a pool that are picked, with their places in the files.
  private func sentences(
    of pool: SummaryPool, _ corpus: Corpus, _ selected: [DocumentSummary]
  ) throws -> [GroupSummary.Sentence] {
    var selection = selection
    if grouping == .document { selection.perDocument = nil }
    let sorted = pool.sorted
    let candidates = sorted.map { sentence in
      var candidate = sentence.candidate
      // Of a month, all sentences are of the same time.
      candidate.period =
        grouping == .month || grouping == .document
        ? nil : selected[candidate.document].date.map { String($0.description.prefix(7)) }
      return candidate
    }
    return try selection.pick(from: candidates).compactMap { index in
      let found = sorted[index]
      let summary = selected[found.candidate.document]
      guard let block = try corpus.document(key: summary.key)?.blocks[found.ordinal],
        found.range.upperBound <= block.units.count
      else { return nil }
      return GroupSummary.Sentence(
        text: String(units: block.units[found.range]),
        score: found.candidate.score / sorted[0].candidate.score, document: summary,
        block: found.ordinal,
        line: summary.recordLine ?? block.source.position(at: found.range.lowerBound).line,
        page: block.page)
    }
  }
}
