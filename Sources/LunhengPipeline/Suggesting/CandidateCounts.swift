import LunhengCore
import LunhengReport
import LunhengStore

/// What candidates were found in one document.
struct CountedText: Sendable {
  struct Hits: Sendable {
    var candidate: Int
    /// Occurrences in the target, and elsewhere.
    var target = 0
    var rest = 0
    /// The first in the target: block and units.
    var first: (block: Int, range: Range<Int>)?
  }

  var document: SourceText
  var target: Int?
  var targetCharacters = 0
  var restCharacters = 0
  var targetPassages = 0
  /// By candidate.
  var hits: [Hits] = []

  init(
    _ document: SourceText, target: Int?, isTarget: [Bool], _ matches: [[ThemeMatch]]
  ) {
    self.document = document
    self.target = target
    var found: [Int: Hits] = [:]
    for block in document.blocks.indices {
      let characters = CharacterClass.countOfCharacters(in: document.blocks[block])
      if isTarget[block] {
        targetCharacters += characters
        targetPassages += 1
      } else {
        restCharacters += characters
      }
      for match in matches[block] {
        var hits = found[match.term] ?? Hits(candidate: match.term)
        if isTarget[block] {
          hits.target += 1
          if hits.first == nil { hits.first = (block, match.range) }
        } else {
          hits.rest += 1
        }
        found[match.term] = hits
      }
    }
    hits = found.values.sorted { $0.candidate < $1.candidate }
  }
}

/// How often candidates occur in each target and in everything.
struct CandidateCounts {
  struct Count {
    var occurrences = 0
    var documents = 0
  }

  struct Target {
    var characters = 0
    var documents = 0
    var passages = 0
    var counts: [Int: Count] = [:]
    var evidence: [Int: [Evidence]] = [:]
  }

  /// A hit in its context, and the unit of the block where it is.
  struct Evidence {
    var line: ConcordanceLine
    var offset: Int
    var rank: Rank

    /// Documents by date, those without one last, then by key.
    struct Rank: Comparable {
      var date: CalendarDate?
      var key: String

      init(_ document: DocumentCoverage) {
        date = document.date
        key = document.key
      }

      static func < (left: Self, right: Self) -> Bool {
        switch (left.date, right.date) {
        case (let date?, let other?) where date != other: date < other
        case (_?, nil): true
        case (nil, _?): false
        default: left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
        }
      }
    }
  }

  private(set) var targets: [Target]
  private var characters = 0
  private var documents = 0
  /// Documents that have text outside of all targets.
  private var restDocuments = 0
  /// By candidate: occurrences everywhere; documents that have some, or, where documents are divided,
  /// have some outside of the target.
  private var all: [Count]

  /// Lines of evidence for a term, each of another document.
  private static let mostEvidence = 2
  private static let context = 18

  init(targets: Int, candidates: Int) {
    self.targets = Array(repeating: Target(), count: targets)
    all = Array(repeating: Count(), count: candidates)
  }

  /// - Parameter isDisjoint: whether a document is in a target or out of it as a whole.
  mutating func add(_ text: CountedText, isDisjoint: Bool) {
    characters += text.targetCharacters + text.restCharacters
    documents += 1
    if text.restCharacters > 0 { restDocuments += 1 }
    for hits in text.hits {
      all[hits.candidate].occurrences += hits.target + hits.rest
      if isDisjoint || hits.rest > 0 { all[hits.candidate].documents += 1 }
    }
    guard let target = text.target, text.targetPassages > 0 else { return }
    targets[target].characters += text.targetCharacters
    targets[target].documents += 1
    targets[target].passages += text.targetPassages
    for hits in text.hits where hits.target > 0 {
      targets[target].counts[hits.candidate, default: Count()].occurrences += hits.target
      targets[target].counts[hits.candidate, default: Count()].documents += 1
      if let first = hits.first {
        Self.add(
          first, of: text.document, to: &targets[target].evidence[hits.candidate, default: []])
      }
    }
  }

  /// Documents with text outside of a target.
  func documents(besides target: Int, isDisjoint: Bool) -> Int {
    isDisjoint ? documents - targets[target].documents : restDocuments
  }

  /// The candidates of a target with their figures.
  func suggestions(
    for target: Int, _ candidates: CandidateIndex, isDisjoint: Bool
  ) -> [TermSuggestion] {
    let size = targets[target]
    return candidates.byTarget[target].map { term, number in
      let count = size.counts[number] ?? Count()
      return TermSuggestion(
        term: term,
        occurrences: Keyness(
          target: count.occurrences, targetSize: size.characters,
          rest: all[number].occurrences - count.occurrences,
          restSize: characters - size.characters),
        documents: Keyness(
          target: count.documents, targetSize: size.documents,
          rest: all[number].documents - (isDisjoint ? count.documents : 0),
          restSize: documents(besides: target, isDisjoint: isDisjoint)))
    }
  }

  /// Keeps the lines of the first documents by date and name, in whatever order they come.
  private static func add(
    _ hit: (block: Int, range: Range<Int>), of document: SourceText, to lines: inout [Evidence]
  ) {
    let rank = Evidence.Rank(document.document)
    let index = lines.firstIndex { rank < $0.rank } ?? lines.count
    guard index < mostEvidence else { return }
    lines.insert(evidence(document, hit.block, hit.range), at: index)
    if lines.count > mostEvidence { lines.removeLast() }
  }

  private static func evidence(
    _ document: SourceText, _ block: Int, _ range: Range<Int>
  ) -> Evidence {
    let units = document.blocks[block]
    func text(_ units: ArraySlice<UInt16>) -> String { String(units: units) }
    return Evidence(
      line: ConcordanceLine(
        left: String(text(units[..<range.lowerBound]).unicodeScalars.suffix(context)),
        hit: text(units[range]),
        right: String(text(units[range.upperBound...]).unicodeScalars.prefix(context)),
        place: ConcordanceLine.Place(
          document: document.document.key, file: document.document.key,
          block: document.ordinals[block],
          line: document.line),
        theme: "", term: ""),
      offset: range.lowerBound, rank: Evidence.Rank(document.document))
  }

  /// The lines of evidence for a candidate, each with file and line.
  ///
  /// - Throws: `StoreError`.
  func evidence(
    for target: Int, _ candidate: Int, _ source: TextSource
  ) throws -> [ConcordanceLine] {
    try (targets[target].evidence[candidate] ?? []).map { evidence in
      var line = evidence.line
      switch source {
      case .records(let path): line.place.file = path
      case .corpus(let corpus): try locate(&line.place, evidence.offset, in: corpus)
      }
      return line
    }
  }

  private func locate(
    _ place: inout ConcordanceLine.Place, _ offset: Int, in corpus: Corpus
  ) throws {
    let filter = DocumentFilter(keys: [place.document])
    guard let summary = try corpus.documents(matching: filter).first, let ordinal = place.block
    else { return }
    place.file = summary.path
    place.line = summary.recordLine
    guard let block = try corpus.document(key: place.document)?.blocks[ordinal] else { return }
    place.page = block.page
    guard place.line == nil else { return }
    let position = block.source.position(at: offset)
    place.line = position.line
    place.column = position.column
  }
}
