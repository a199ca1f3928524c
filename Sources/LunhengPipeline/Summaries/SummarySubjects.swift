import LunhengCore
import LunhengStore

/// What summaries are about: themes with the places of their hits, or all that documents say.
struct SummarySubjects: Sendable {
  private struct Hit: Hashable, Sendable {
    var ordinal: Int32
    var start: Int32
  }

  /// The themes asked for; empty for all that documents say.
  private let themes: [Theme]
  /// By place of the document: the hits of each theme.
  private var hits: [Int: [Int: [Hit]]] = [:]

  /// - Throws: `PipelineError` or `StoreError`.
  init(_ query: SummaryQuery, _ corpus: Corpus, _ places: [Int64: Int]) throws {
    guard !query.themes.isEmpty else {
      themes = []
      return
    }
    let stored = try corpus.requireCodebook(query.codebook)
    let wanted = try stored.themes(named: query.themes)
    themes = wanted.map { stored.codebook.themes[$0] }
    let subjects = stored.codebook.themes.indices.map { theme in
      stored.codebook.lineage(of: theme).compactMap { wanted.firstIndex(of: $0) }
    }
    let filter = MatchFilter(
      themes: stored.withSubthemes(wanted), statuses: query.statuses, documents: query.documents)
    try corpus.forEachMatch(codebook: stored.rowID, filter: filter) { match in
      guard let place = places[match.document.rowID] else { return }
      let hit = Hit(
        ordinal: Int32(clamping: match.ordinal),
        start: Int32(clamping: match.match.range.lowerBound))
      for subject in subjects[match.match.theme] {
        // What several terms find counts once.
        if hits[place]?[subject]?.last == hit { continue }
        hits[place, default: [:]][subject, default: []].append(hit)
      }
    }
  }

  func theme(_ subject: Int) -> Theme? { themes.isEmpty ? nil : themes[subject] }

  /// The sentences of a document for each subject that it has some for; those with more hits of a theme have
  /// more emphasis.
  func sentences(of document: SummaryDocument) -> [(subject: Int, sentences: [SummarySentence])] {
    if themes.isEmpty { return document.sentences.isEmpty ? [] : [(0, document.sentences)] }
    guard let hits = hits[document.place] else { return [] }
    return hits.sorted { $0.key < $1.key }.compactMap { subject, hits in
      let sentences =
        document.sentences.compactMap { sentence in
          let ordinal = document.ordinals[sentence.block]
          let own = hits.count {
            Int($0.ordinal) == ordinal && sentence.range.contains(Int($0.start))
          }
          guard own > 0 else { return nil }
          var sentence = sentence
          sentence.emphasis = Double(own).squareRoot()
          return sentence
        } as [SummarySentence]
      return sentences.isEmpty ? nil : (subject, sentences)
    }
  }
}
