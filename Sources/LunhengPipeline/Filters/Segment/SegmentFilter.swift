import Foundation
import LunhengCore
import LunhengIngest

/// Segments lines of text, a line out for each line in.
public struct SegmentFilter: Sendable {
  /// How a line's tokens are written.
  public enum Format: String, CaseIterable, Sendable {
    /// The tokens separated by one space, each with "/TAG" if they are tagged.
    case words
    /// A JSON object a line: `{"tokens":[{"text","start","end","kind","pos"}]}`; offsets count Unicode scalars
    /// of the line from 0, kinds are word, number and symbol.
    case ndjson
  }

  private let segmenter: Segmenter
  /// Codebook terms count as words where they match.
  private let terms: ThemeMatcher?
  private let format: Format
  private let tagModel: SegmenterModel?

  /// - Parameter tagModel: gives tokens their parts of speech; nil for none.
  public init(
    segmenter: Segmenter, tagModel: SegmenterModel? = nil, codebook: Codebook? = nil,
    format: Format = .words
  ) {
    self.segmenter = segmenter
    self.tagModel = tagModel
    terms = codebook.map { ThemeMatcher($0) }
    self.format = format
  }

  /// Gives the output for each chunk of input to `write`, in order. Undecodable bytes become U+FFFD and
  /// are reported.
  ///
  /// - Parameter path: a file of lines in UTF-8, or "-" for standard input.
  /// - Throws: `IngestError`, `ICUError`, or what `write` throws.
  public func run(
    _ path: String, threads: Int, report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void
  ) throws {
    // Small enough for the threads to share a short file.
    var chunks = try LineChunks(path, size: 1 << 18)
    // More threads than processors would only hold more chunks in memory.
    let threads = min(threads, ProcessInfo.processInfo.activeProcessorCount)
    try parallelStream(
      threads: threads, next: { try chunks.next() },
      makeWorker: { [segmenter, tagModel, terms, format] in
        LineSegmenter(
          try segmenter.makeWorker(), tagger: try tagModel?.makeTagger(), terms: terms,
          format: format)
      },
      body: { worker, chunk in worker.segment(chunk, of: path) },
      collect: { output in
        output.problems.forEach(report)
        try write(output.bytes)
      })
  }
}
