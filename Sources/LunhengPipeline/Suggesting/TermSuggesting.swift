import LunhengCore
import LunhengIngest
import LunhengReport
import LunhengStore

/// Suggests terms for a theme: what is far commoner in some text than in all other text.
///
/// Goes through the documents twice: first for the strings that recur in the target, then to count these
/// in everything, as characters, the way a codebook would find them. So memory grows with the target and
/// its candidates and not with the collection.
public struct TermSuggesting: Sendable {
  private let target: SuggestionTarget
  private let segmenter: Segmenter
  private let codebook: Codebook?
  private let limit: Int
  private let miner: CandidateMiner
  private let ranking: SuggestionRanking

  /// Units of text that candidates of one target are mined from; more adds time and memory and hardly a
  /// term. Counts are of all text.
  private static let most = 4_000_000

  /// - Parameters:
  ///   - codebook: its terms are not suggested again.
  ///   - limit: terms for each target.
  ///   - minimumCount: occurrences in the target.
  ///   - minimumDocuments: documents of the target that have the term; at least 2.
  ///   - minimumRatio: how many times as frequent it is there as elsewhere.
  public init(
    target: SuggestionTarget, segmenter: Segmenter, codebook: Codebook? = nil, limit: Int = 30,
    minimumCount: Int = 4, minimumDocuments: Int = 3, minimumRatio: Double = 4
  ) {
    self.target = target
    self.segmenter = segmenter
    self.codebook = codebook
    self.limit = limit
    var miner = CandidateMiner()
    miner.minimumCount = minimumCount
    miner.minimumDocuments = max(2, minimumDocuments)
    self.miner = miner
    ranking = SuggestionRanking(
      minimumDocuments: miner.minimumDocuments, minimumRatio: minimumRatio)
  }

  /// The suggestions for each target, best first; targets in order of their names.
  ///
  /// - Throws: `IngestError`, `StoreError`, `ICUError`, `PatternError`, or
  ///   `PipelineError.emptyTarget` if no text is in the target.
  public func run(
    on source: TextSource, _ context: RunContext, report: (Diagnostic) -> Void
  ) throws -> [TermSuggestions] {
    let mined = try mine(source, context, report: report)
    guard mined.contains(where: { $0.text.documentCount > 0 }) else {
      throw PipelineError.emptyTarget(name)
    }
    let candidates = CandidateIndex(
      parallelMap(mined, threads: context.threads) { [miner] in miner.candidates(in: $0.text) })
    let counts = try count(candidates, in: source, names: mined.map(\.name), context)
    return try mined.indices.map { index in
      let best = ranking.best(
        limit, of: counts.suggestions(for: index, candidates, isDisjoint: isDisjoint),
        without: known(mined[index].name))
      return TermSuggestions(
        target: mined[index].name, documents: counts.targets[index].documents,
        otherDocuments: counts.documents(besides: index, isDisjoint: isDisjoint),
        passages: counts.targets[index].passages,
        terms: try best.map { suggestion in
          TermSuggestions.Item(
            suggestion: suggestion,
            evidence: try counts.evidence(
              for: index, candidates.number(of: suggestion.term.folded), source))
        })
    }
  }

  private var name: String {
    switch target {
    case .passages(_, _, let name): name
    case .labelled(let field, let value): value.map { "\(field) = \($0)" } ?? field
    }
  }

  /// Whether a document is in a target or out of it as a whole.
  private var isDisjoint: Bool {
    if case .labelled = target { true } else { false }
  }

  private func known(_ name: String) -> KnownTerms {
    var known = KnownTerms()
    if case .passages(let codebook, let themes, _) = target {
      known.insert(codebook, own: themes)
    }
    if let codebook {
      known.insert(codebook, own: codebook.firstTheme(named: name).map { [$0] } ?? [])
    }
    return known
  }

  // MARK: First round: candidates

  private struct MinedText: Sendable {
    var name: String
    var text: CandidateText
  }

  private func mine(
    _ source: TextSource, _ context: RunContext, report: (Diagnostic) -> Void
  ) throws -> [MinedText] {
    var texts: [String: CandidateText] = [:]
    let finder = TargetFinder(target)
    try source.forEach(
      context, field: finder.field, order: .matrix, report: report,
      makeWorker: { try finder.makeWorker(segmenter) },
      body: { worker, document -> MinedText? in
        let found = worker.find(in: document)
        guard let name = found.name, found.isTarget.contains(true) else { return nil }
        let words = document.tokens(&worker.segmenter)
        var text = CandidateText()
        text.append(
          document: document.blocks.indices.filter { found.isTarget[$0] }.map {
            (units: document.blocks[$0], tokens: words[$0])
          })
        return MinedText(name: name, text: text)
      },
      collect: { mined in
        guard let mined else { return }
        if texts[mined.name, default: CandidateText()].count < Self.most {
          texts[mined.name, default: CandidateText()].append(mined.text)
        }
      })
    return texts.sorted { $0.key < $1.key }.map { MinedText(name: $0.key, text: $0.value) }
  }

  // MARK: Second round: counts

  private func count(
    _ candidates: CandidateIndex, in source: TextSource, names: [String],
    _ context: RunContext
  ) throws -> CandidateCounts {
    let finder = TargetFinder(target)
    let targets = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var counts = CandidateCounts(targets: names.count, candidates: candidates.count)
    let matcher = candidates.matcher
    try source.forEach(
      // Counts do not depend on the order, and evidence is chosen by document.
      context, field: finder.field, order: .stored,
      // Said in the first round.
      report: { _ in },
      makeWorker: {
        CountingWorker(
          finder: try finder.makeWorker(segmenter), matcher: try matcher.makeWorker())
      },
      body: { worker, document in
        let found = worker.finder.find(in: document)
        let matches = worker.matcher.matches(in: document.blocks) {
          document.blocks.map { _ in [] }
        }
        return CountedText(
          document, target: found.name.flatMap { targets[$0] }, isTarget: found.isTarget, matches)
      },
      collect: { counts.add($0, isDisjoint: isDisjoint) })
    return counts
  }
}

private struct CountingWorker: ~Copyable {
  var finder: TargetFinder.Worker
  var matcher: ThemeMatcherWorker
}
