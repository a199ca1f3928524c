import LunhengCore
import LunhengStore

/// The groups that have summaries, and what each keeps coming back to.
struct SummaryGroups: Sendable {
  struct Group: Sendable {
    var subject: Int
    var name: String?
    var documents = 0
    var centroid = GroupCentroid()
  }

  private struct Key: Hashable {
    var subject: Int
    var name: String?
  }

  private let grouping: SummaryGrouping
  private(set) var all: [Group] = []
  private var places: [Key: Int] = [:]

  init(_ grouping: SummaryGrouping) { self.grouping = grouping }

  /// The indices of groups in the order of subjects, then of names.
  var order: [Int] {
    all.indices.sorted { left, right in
      all[left].subject == all[right].subject
        ? CoverageMatrix.precedes(all[left].name, all[right].name)
        : all[left].subject < all[right].subject
    }
  }

  /// The groups of a document; those that are new are added.
  mutating func indices(of document: DocumentSummary, subject: Int) -> [Int] {
    grouping.groups(of: document).map { name in
      let key = Key(subject: subject, name: name)
      if let index = places[key] { return index }
      places[key] = all.count
      all.append(Group(subject: subject, name: name))
      return all.count - 1
    }
  }

  /// Adds the sentences of one more document to a group.
  mutating func add(_ sentences: [SummarySentence], to group: Int) {
    all[group].documents += 1
    for sentence in sentences { all[group].centroid.add(sentence) }
  }

  /// The sentences of a document that stand most for each of its groups, at most `limit` for each.
  func best(
    _ limit: Int, of document: SummaryDocument, _ summary: DocumentSummary,
    subjects: SummarySubjects, weights: WordCensus
  ) -> [(group: Int, sentences: [SummaryPool.Sentence])] {
    var best: [(group: Int, sentences: [SummaryPool.Sentence])] = []
    for (subject, sentences) in subjects.sentences(of: document) {
      let weighed = sentences.map { $0.words.map { Float(weights.weight(of: $0)) } }
      for name in grouping.groups(of: summary) {
        guard let group = places[Key(subject: subject, name: name)] else { continue }
        let scored = zip(sentences, weighed).map { sentence, weights in
          SummaryPool.Sentence(
            candidate: SentenceSelection.Candidate(
              score: all[group].centroid.score(of: sentence, weights: weights),
              words: sentence.words, weights: weights, length: sentence.length,
              document: document.place),
            ordinal: document.ordinals[sentence.block], range: sentence.range)
        }
        let sorted = scored.sorted { SummaryPool.precedes($0, $1) }
        best.append((group, Array(sorted.prefix(limit))))
      }
    }
    return best
  }
}
