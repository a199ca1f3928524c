import LunhengCore

/// Reads the words of documents for counting.
public struct WordReader: Sendable {
  private let segmenter: Segmenter
  /// Codebook terms count as words.
  private let terms: ThemeMatcher?
  let asked: AskedWords?
  private let dividesSentences: Bool

  /// - Parameters:
  ///   - codebook: its terms count as words.
  ///   - asked: and so do these.
  ///   - dividesSentences: whether it matters where a sentence ends.
  public init(
    segmenter: Segmenter, codebook: Codebook? = nil, asked: AskedWords? = nil,
    dividesSentences: Bool = false
  ) {
    self.segmenter = segmenter
    terms = codebook.map { ThemeMatcher($0) }
    self.asked = asked
    self.dividesSentences = dividesSentences
  }

  /// - Throws: `ICUError`.
  func makeWorker() throws -> Worker {
    Worker(
      reader: self, segmenter: try segmenter.makeWorker(), splitter: try SentenceSplitter())
  }

  struct Worker: ~Copyable {
    fileprivate let reader: WordReader
    fileprivate var segmenter: SegmenterWorker
    fileprivate var splitter: SentenceSplitter

    /// The words of a document.
    mutating func words(of document: SourceText) -> TextWords {
      var blocks: [(units: [UInt16], tokens: [Token])] = []
      for (units, tokens) in zip(document.blocks, document.tokens(&segmenter)) {
        var tokens = tokens
        if let terms = reader.terms { tokens.overlay(terms.words(in: units)) }
        reader.asked?.overlay(&tokens, of: units)
        blocks.append((units, tokens))
      }
      var sentences: [[Range<Int>]] = []
      if reader.dividesSentences {
        for block in document.blocks { sentences.append(splitter.sentences(of: block)) }
      }
      return TextWords(
        asked: reader.asked?.folded ?? [], blocks: blocks,
        sentences: reader.dividesSentences ? sentences : nil)
    }
  }
}

extension WordReader {
  /// The words of the documents that `accepts` does not give nil for, with what it gives and their
  /// metadata, in the order of the source.
  ///
  /// - Throws: what `TextSource.forEach` does.
  func sequence<Mark: Sendable>(
    of sources: [TextSource], _ context: RunContext, report: (Diagnostic) -> Void,
    accepts: @escaping @Sendable (_ source: Int, DocumentCoverage) -> Mark?
  ) throws -> (words: WordSequence, documents: [(mark: Mark, document: DocumentCoverage)]) {
    var sequence = WordSequence(asked: asked?.folded ?? [])
    var documents: [(mark: Mark, document: DocumentCoverage)] = []
    for (number, source) in sources.enumerated() {
      try source.forEach(
        context, order: .stored, report: report, makeWorker: makeWorker,
        body: { worker, document -> (mark: Mark, words: TextWords, document: DocumentCoverage)? in
          guard let mark = accepts(number, document.document) else { return nil }
          return (mark, worker.words(of: document), document.document)
        },
        collect: { read in
          guard let read else { return }
          sequence.append(read.words)
          documents.append((read.mark, read.document))
        })
    }
    return (sequence, documents)
  }
}

extension [DocumentCoverage] {
  /// The documents' indices by date, those without one last, then by name: the order in which figures are
  /// added up, so that they do not depend on that of files.
  var chronological: [Int] {
    let ranks = map { CandidateCounts.Evidence.Rank($0) }
    return indices.sorted { left, right in
      if ranks[left] < ranks[right] { return true }
      return ranks[right] < ranks[left] ? false : left < right
    }
  }
}
