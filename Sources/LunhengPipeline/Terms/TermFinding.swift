import LunhengCore
import LunhengIngest
import LunhengReport
import LunhengStore

/// Finds the terms of a collection that segmentation does not know as words.
///
/// The documents are read once. What their analysis gives is kept in pieces, of which a few are in memory
/// at a time, and gone through three times: for what recurs in a piece, for its figures in everything, and
/// for how the best terms are printed.
public struct TermFinding: Sendable {
  /// What is asked for.
  public struct Options: Sendable {
    /// Occurrences and documents that a term must have; by the size of the collection if nil.
    public var minimumCount: Int?
    public var minimumDocuments: Int?
    public var limit = 100
    /// Terms that first occur before that day are left out, and those of which no date is known.
    public var since: CalendarDate?
    /// Of these kinds.
    public var kinds = DiscoveredTerm.Kind.allCases
    /// Whether to give also what segmentation gives as one word.
    public var includesKnown = false
    public var known = KnownTerms()

    public init() {}
  }

  private let segmenter: Segmenter
  private let tagModel: SegmenterModel?
  private let options: Options
  private let pieceSize: Int

  /// - Parameters:
  ///   - tagModel: tells nouns from verbs; without one, every word may be a noun.
  ///   - pieceSize: units of text in a piece. Smaller ones take less memory; the terms are the same.
  public init(
    segmenter: Segmenter, tagModel: SegmenterModel?, _ options: Options,
    pieceSize: Int = 4_000_000
  ) {
    self.segmenter = segmenter
    self.tagModel = tagModel
    self.options = options
    self.pieceSize = pieceSize
  }

  /// The terms, best first.
  ///
  /// - Throws: `IngestError`, `StoreError`, `ICUError`, or `PipelineError.outputFailed` if the texts do
  ///   not fit into memory and the temporary folder.
  public func run(
    on source: TextSource, _ context: RunContext, report: (Diagnostic) -> Void
  ) throws -> [FoundTerm] {
    let pieces = TextPieces(pieceSize: pieceSize, mostHeld: 3 * pieceSize)
    let documents = try analyse(source, into: pieces, context, report: report)
    let order = documents.indices.sorted { documents[$0] < documents[$1] }
    let ranks = Self.ranks(order)

    var discovery = TermDiscovery(
      pieces: pieces.count, selection(pieces, documents: documents.count))
    try forEachPiece(
      of: pieces, context, { [discovery] text, _ in discovery.mine(text) },
      { discovery.add($0) })
    discovery.endMining()
    let numbered = discovery
    try forEachPiece(
      of: pieces, context,
      { text, first in numbered.count(text, ranks: ranks[first..<first + text.documentCount]) },
      { discovery.add($0) })

    let filter = try TermFilter(options)
    let ranked = discovery.terms { filter.accepts($0, first: documents[order[$0.firstRank]].date) }
    var found: [FoundTerm] = []
    // Only what is printed can be looked up; most of it is new.
    var next = 0
    while next < ranked.count, found.count < options.limit {
      let terms = Array(ranked[next..<min(ranked.count, next + 64 + 2 * options.limit)])
      next += terms.count
      let places = try places(of: terms, in: pieces, ranks: ranks, context)
      for (index, term) in terms.enumerated() where found.count < options.limit {
        let text = places.printed(index)
        if filter.isKnown(term, text) { continue }
        found.append(
          try foundTerm(
            term, text, places.example(index), documents[order[term.firstRank]],
            of: documents.count, source))
      }
    }
    return found
  }

  private func foundTerm(
    _ term: DiscoveredTerm, _ text: String, _ example: TermPlaces.Example,
    _ document: DatedDocument, of count: Int, _ source: TextSource
  ) throws -> FoundTerm {
    FoundTerm(
      text: text, term: term, allDocuments: count, firstDocument: document.key,
      firstDate: document.date,
      example: ConcordanceLine(
        left: example.left, hit: example.hit, right: example.right,
        place: try source.place(of: term.folded, in: document), theme: "", term: ""))
  }

  /// By document, its place in the order.
  private static func ranks(_ order: [Int]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, document) in order.enumerated() { ranks[document] = Int32(rank) }
    return ranks
  }

  // MARK: Rounds

  /// Reads the documents; gives what is to be known of each, in their order.
  private func analyse(
    _ source: TextSource, into pieces: TextPieces, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> [DatedDocument] {
    var documents: [DatedDocument] = []
    try source.forEach(
      context, order: .stored, report: report,
      makeWorker: {
        AnalysingWorker(
          segmenter: try segmenter.makeWorker(),
          tagger: try tagModel.map { WorkerBox(try $0.makeTagger()) })
      },
      body: { worker, document in
        (
          worker.text(of: document),
          DatedDocument(
            date: document.document.date, key: document.document.key, line: document.line)
        )
      },
      collect: { (analysed: (CandidateText, DatedDocument)) in
        documents.append(analysed.1)
        try pieces.append(analysed.0)
      })
    try pieces.close()
    return documents
  }

  private func places(
    of terms: [DiscoveredTerm], in pieces: TextPieces, ranks: [Int32], _ context: RunContext
  ) throws -> TermPlaces {
    let empty = TermPlaces(terms)
    var places = empty
    try forEachPiece(
      of: pieces, context,
      { text, first in empty.found(in: text, ranks: ranks[first..<first + text.documentCount]) },
      { places.add($0) })
    return places
  }

  private func forEachPiece<Result: Sendable>(
    of pieces: TextPieces, _ context: RunContext,
    _ body: @escaping @Sendable (CandidateText, Int) -> Result, _ collect: (Result) -> Void
  ) throws {
    var next = 0
    try parallelStream(
      threads: min(context.threads, pieces.count),
      next: {
        next += 1
        return next <= pieces.count ? next - 1 : nil
      },
      makeWorker: {},
      body: { _, index -> Swift.Result<Result, PipelineError> in
        do throws(PipelineError) {
          let piece = try pieces.piece(index)
          return .success(body(piece.text, piece.firstDocument))
        } catch {
          return .failure(error)
        }
      },
      collect: { collect(try $0.get()) })
  }

  // MARK: Thresholds

  /// What is asked of terms, where nothing else is said: the more, the larger the collection. One
  /// occurrence in a piece is never enough, so that mining the pieces misses nothing.
  private func selection(_ pieces: TextPieces, documents: Int) -> TermSelection {
    var selection = TermSelection()
    let bySize = (Double(pieces.unitCount) / 250_000).squareRoot()
    selection.minimumCount =
      options.minimumCount
      ?? (pieces.unitCount < 1_000
        ? 2 : max(3, Int(bySize), pieces.count > 1 ? pieces.count + 1 : 0))
    selection.minimumDocuments =
      options.minimumDocuments ?? (documents < 10 ? 1 : documents < 100 ? 2 : 3)
    selection.minimumRareCount = max(2, selection.minimumCount / 2)
    selection.minimumRareDocuments = min(2, selection.minimumDocuments)
    selection.minimumEvidence = max(1, selection.minimumRareCount - 1)
    return selection
  }
}

private struct AnalysingWorker: ~Copyable {
  var segmenter: SegmenterWorker
  let tagger: WorkerBox<Tagger>?
  var words = CandidateWords()
  var tags: [PartOfSpeech] = []

  init(segmenter: consuming SegmenterWorker, tagger: WorkerBox<Tagger>?) {
    self.segmenter = segmenter
    self.tagger = tagger
  }

  mutating func text(of document: SourceText) -> CandidateText {
    let tokens = document.tokens(&segmenter)
    var blocks: [(units: [UInt16], tokens: [Token], tags: [PartOfSpeech])] = []
    for (units, tokens) in zip(document.blocks, tokens) {
      tagger?.worker.tag(tokens, of: units, into: &tags)
      blocks.append((units, tokens, tags))
    }
    var text = CandidateText()
    text.append(document: blocks, &words)
    return text
  }
}

extension TextSource {
  /// Where a term stands first in a document.
  ///
  /// - Throws: `StoreError`.
  fileprivate func place(
    of folded: [UInt16], in document: DatedDocument
  ) throws -> ConcordanceLine.Place {
    switch self {
    case .records(let path):
      return ConcordanceLine.Place(document: document.key, file: path, line: document.line)
    case .corpus(let corpus):
      var place = ConcordanceLine.Place(document: document.key, file: document.key)
      guard
        let summary = try corpus.documents(matching: DocumentFilter(keys: [document.key])).first,
        let stored = try corpus.document(key: document.key)
      else { return place }
      place.file = summary.path
      place.line = summary.recordLine
      for (ordinal, block) in stored.blocks.enumerated() where block.role.isContent {
        let text = FoldedText(block.units)
        guard let start = text.units.firstRange(of: folded)?.lowerBound else { continue }
        place.block = ordinal
        place.page = block.page
        if place.line == nil {
          let position = block.source.position(at: Int(text.origins[start]))
          place.line = position.line
          place.column = position.column
        }
        break
      }
      return place
    }
  }
}
