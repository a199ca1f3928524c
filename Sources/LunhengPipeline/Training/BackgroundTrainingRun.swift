import LunhengCore
import LunhengIngest
import LunhengTraining

/// Makes a file of background frequencies from documents and lists of words.
public struct BackgroundTrainingRun: Sendable {
  /// Files of NDJSON documents.
  public var documents: [String]
  /// Files of "word<TAB>count<TAB>class" lines, the count being documents in a thousand million; the class
  /// is NOUN, PROPN, VERB, VN, ADJ, AFFIX or X, and may be missing.
  public var lists: [String]
  public var training: BackgroundTraining

  public init(
    documents: [String], lists: [String], training: BackgroundTraining = BackgroundTraining()
  ) {
    self.documents = documents
    self.lists = lists
    self.training = training
  }

  /// - Returns: the bytes of the file.
  /// - Throws: `IngestError`, `Diagnostic` or `ICUError`.
  public func run(threads: Int, report: (String) -> Void) throws -> [UInt8] {
    var training = training
    for path in lists { training.add(try TrainingFile.lexicon(path)) }
    let segmenter = try Segmenter.standard()
    let reader = DocumentReader()
    var counts = BackgroundCounts()
    for path in documents {
      try RecordFilter(path: path, threads: threads).run(
        report: { report($0.message) }, makeWorker: { try segmenter.makeWorker() },
        body: { worker, record in
          let blocks = reader.document(from: record).blocks.filter(\.role.isContent).map(\.units)
          return zip(blocks, worker.tokens(of: blocks, authors: record.authors)).map { ($0, $1) }
        },
        collect: { (blocks: [(units: [UInt16], tokens: [Token])]) in counts.add(blocks) })
    }
    training.add(counts)
    report("\(counts.documents) documents, \(training.count) words and phrases")
    return training.file()
  }
}
