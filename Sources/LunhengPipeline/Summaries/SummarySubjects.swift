import LunhengCore
import LunhengStore

/// What summaries are about: themes with the places of their hits, or all that documents say.
struct SummarySubjects: Sendable {
  private struct Hit: Sendable {
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
        hits[place, default: [:]][subject, default: []].append(hit)
      }
    }
  }

  func theme(_ subject: Int) -> Theme? { themes.isEmpty ? nil : themes[subject] }

  /// The sentences of a document for each subject that it has some for.
  func sentences(of document: SummaryDocument) -> [(subject: Int, sentences: [SummarySentence])] {
    if themes.isEmpty { return document.sentences.isEmpty ? [] : [(0, document.sentences)] }
    guard let hits = hits[document.place] else { return [] }
    return hits.sorted { $0.key < $1.key }.compactMap { subject, hits in
      let sentences = document.sentences.filter { sentence in
        hits.contains {
          Int($0.ordinal) == document.ordinals[sentence.block]
            && sentence.range.contains(Int($0.start))
        }
      }
      return sentences.isEmpty ? nil : (subject, sentences)
    }
  }
}
