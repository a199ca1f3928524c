import Foundation
import LunhengCore
import LunhengIngest
import LunhengStore

/// What became of the inputs of an ingest.
public struct IngestSummary: Hashable, Sendable {
  public var new = 0
  public var unchanged = 0
  public var replaced = 0
  /// Files or records that gave no document.
  public var failed = 0
  /// All that was wrong, in the order of the inputs.
  public var diagnostics: [Diagnostic] = []
  /// The files that were read, with their SHA-256.
  public var inputs: [Input] = []

  /// A file that was read.
  public struct Input: Hashable, Sendable {
    /// As it is named in the corpus.
    public var name: String
    public var sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  public init() {}

  public var documents: Int { new + unchanged + replaced }

  mutating func count(_ outcome: IngestOutcome) {
    switch outcome {
    case .new: new += 1
    case .unchanged: unchanged += 1
    case .replaced: replaced += 1
    }
  }
}

/// Takes files into a corpus.
///
/// A file of text is a document named by its path; a file of NDJSON holds documents that name
/// themselves. What the corpus has already, byte for byte, is not read again. A file that cannot be
/// read is reported and does not stop the others.
public struct IngestStage: Sendable {
  private let reader: DocumentReader
  /// The folder that names of documents are relative to: names do not change with the place that the
  /// program is run from.
  private let base: PathBase

  public init(reader: DocumentReader, base: PathBase = PathBase()) {
    self.reader = reader
    self.base = base
  }

  /// Documents are stored a batch at a time, each batch in one transaction.
  private static let filesPerBatch = 64
  private static let recordBytesPerBatch = 1 << 20

  /// - Parameter paths: files, folders and patterns, as `FileFinder` takes them.
  /// - Throws: `StoreError`; what was stored before stays.
  public func run(
    _ paths: [String], into corpus: Corpus, _ context: RunContext
  ) throws -> IngestSummary {
    var summary = IngestSummary()
    var found = FileFinder.find(paths)
    // A corpus that lies among its inputs is none of them.
    let own = ["", "-wal", "-shm"].map { corpus.path + $0 }
    found.paths.removeAll { own.contains(URL(filePath: $0).standardizedFileURL.path) }
    summary.diagnostics = found.problems.map(\.diagnostic)
    summary.failed = found.problems.count
    var session = Session(
      corpus: corpus, context: context, version: reader.version,
      known: try corpus.knownInputs(readerVersion: reader.version).mapValues(\.sha256))
    var rest = found.paths[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(Self.filesPerBatch))
      rest = rest.dropFirst(batch.count)
      try ingest(files: batch, &session, &summary)
    }
    return summary
  }

  /// What lasts for one run.
  private struct Session {
    var corpus: Corpus
    var context: RunContext
    var version: String
    /// SHA-256 of what each document of the corpus was read from.
    var known: [String: String]
    /// Names of the documents of this run.
    var seen: Set<String> = []
  }

  // MARK: Files

  /// What reading one file gives.
  private enum FileResult: Sendable {
    case document(IngestedDocument, [Diagnostic])
    case unchanged(key: String, sha256: String)
    /// A file of records, to be read a part at a time.
    case records(FileBytes, sha256: String)
    case failure(Diagnostic)
  }

  private func ingest(
    files: [String], _ session: inout Session, _ summary: inout IngestSummary
  ) throws {
    let known = session.known
    let results = parallelMap(files, threads: session.context.threads) { path in
      read(path, known: known)
    }
    var documents: [IngestedDocument] = []
    for (path, result) in zip(files, results) {
      let name = base.name(of: path)
      switch result {
      case .document(let document, let warnings):
        summary.diagnostics += warnings
        summary.inputs.append(IngestSummary.Input(name: name, sha256: document.sha256))
        if claim(document.document.id, path: path, line: nil, &session, &summary) {
          documents.append(document)
        }
      case .unchanged(let key, let sha256):
        summary.inputs.append(IngestSummary.Input(name: name, sha256: sha256))
        if claim(key, path: path, line: nil, &session, &summary) { summary.unchanged += 1 }
      case .records(let file, let sha256):
        // Documents are stored in the order of their files.
        try store(&documents, &session, &summary)
        summary.inputs.append(IngestSummary.Input(name: name, sha256: sha256))
        try ingest(records: file, name: name, &session, &summary)
      case .failure(let diagnostic):
        summary.diagnostics.append(diagnostic)
        summary.failed += 1
      }
    }
    try store(&documents, &session, &summary)
  }

  private func read(_ path: String, known: [String: String]) -> FileResult {
    do throws(IngestError) {
      let file = try FileBytes.read(path)
      let sha256 = file.sha256()
      if DocumentReader.hasRecords(file) { return .records(file, sha256: sha256) }
      let key = base.name(of: path)
      if known[key] == sha256 { return .unchanged(key: key, sha256: sha256) }
      let reading = try reader.readText(file, id: key)
      return .document(
        IngestedDocument(
          document: reading.document, path: key, sha256: sha256, encoding: reading.encoding),
        reading.warnings)
    } catch {
      return .failure(error.diagnostic)
    }
  }

  // MARK: Records

  private struct RecordResult: Sendable {
    var documents: [IngestedDocument] = []
    /// Keys of records that the corpus has already, and their lines.
    var unchanged: [(key: String, line: Int)] = []
    var diagnostics: [Diagnostic] = []
    var failed = 0
  }

  private func ingest(
    records file: FileBytes, name: String, _ session: inout Session,
    _ summary: inout IngestSummary
  ) throws {
    let lines = NDJSONReader(path: file.path)
    var ranges = lines.split(file, length: Self.recordBytesPerBatch / 8)[...]
    while !ranges.isEmpty {
      let batch = Array(ranges.prefix(8))
      ranges = ranges.dropFirst(batch.count)
      let known = session.known
      let results = parallelMap(batch, threads: session.context.threads) { range in
        read(range, of: file, name: name, lines: lines, known: known)
      }
      var documents: [IngestedDocument] = []
      for result in results {
        let first = summary.diagnostics.count
        summary.diagnostics += result.diagnostics
        summary.failed += result.failed
        for (key, line) in result.unchanged
        where claim(key, path: file.path, line: line, &session, &summary) {
          summary.unchanged += 1
        }
        documents += result.documents.filter { document in
          claim(
            document.document.id, path: file.path, line: document.recordLine, &session, &summary)
        }
        summary.diagnostics[first...].sort {
          ($0.location?.line ?? 0, $0.location?.column ?? 0)
            < ($1.location?.line ?? 0, $1.location?.column ?? 0)
        }
      }
      try store(&documents, &session, &summary)
    }
  }

  private func read(
    _ range: LineRange, of file: FileBytes, name: String, lines: NDJSONReader,
    known: [String: String]
  ) -> RecordResult {
    var result = RecordResult()
    file.withBytes { bytes in
      lines.forEachRecord(in: range, of: bytes) { parsed in
        switch parsed {
        case .failure(let error):
          result.diagnostics.append(error.diagnostic)
          result.failed += 1
        case .success(let record):
          result.diagnostics += record.problems
          let sha256 = file.sha256(of: record.byteRange)
          if known[record.id] == sha256 {
            result.unchanged.append((record.id, record.line))
            return
          }
          result.documents.append(
            IngestedDocument(
              document: reader.document(from: record), path: name, recordLine: record.line,
              sha256: sha256, encoding: record.text.encoding))
        }
      }
    }
    return result
  }

  // MARK: Storing

  private func store(
    _ documents: inout [IngestedDocument], _ session: inout Session,
    _ summary: inout IngestSummary
  ) throws {
    if !documents.isEmpty {
      for outcome in try session.corpus.ingest(documents, readerVersion: session.version) {
        summary.count(outcome)
      }
      documents = []
    }
    session.context.report(StageProgress(stage: .ingest, done: summary.documents, total: nil))
  }

  /// Whether no document of this run had the name before; else reports the one that has it now.
  private func claim(
    _ key: String, path: String, line: Int?, _ session: inout Session,
    _ summary: inout IngestSummary
  ) -> Bool {
    if session.seen.insert(key).inserted { return true }
    summary.diagnostics.append(
      PipelineError.sameKey(key, path: path, line: line).diagnostic)
    summary.failed += 1
    return false
  }
}
