import LunhengCore
import LunhengIngest

/// Segments lines of text: each line's tokens separated by one space, a line out for each line in.
public struct SegmentFilter: Sendable {
  private let segmenter: Segmenter
  /// Codebook terms count as words where they match.
  private let terms: ThemeMatcher?

  public init(segmenter: Segmenter, codebook: Codebook? = nil) {
    self.segmenter = segmenter
    terms = codebook.map { ThemeMatcher($0) }
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var tokens: [Token] = []
    var folded = FoldedText()
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
    var chunks = try LineChunks(path)
    while let chunk = try chunks.next() {
      // A byte-order mark is no part of the first line.
      let hasMark = chunk.offset == 0 && chunk.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let lines = chunk.bytes[(hasMark ? 3 : 0)...]
        .split(separator: 0x0A, omittingEmptySubsequences: false)
      // A line feed at the end closes the last line and starts none.
      let count = chunk.bytes.last == 0x0A ? lines.count - 1 : lines.count
      let slices = Self.slices(of: count, into: threads * 4)
      let outputs = try parallelMap(
        slices, threads: threads,
        makeWorker: { Worker(segmenter: try segmenter.makeWorker()) },
        body: { worker, slice in
          var output: [UInt8] = []
          for line in lines[slice] { segment(line, &worker, into: &output) }
          return output
        })
      for (index, line) in lines.prefix(count).enumerated() {
        if let fault = Self.firstFault(in: line) {
          report(
            IngestError.undecodableBytes(
              path: path, encoding: "UTF-8",
              first: UndecodableBytes(
                offset: chunk.offset + line.startIndex + fault, length: 1,
                line: chunk.firstLine + index,
                column: String(decoding: line.prefix(fault), as: UTF8.self).unicodeScalars.count
                  + 1), count: 1
            ).diagnostic)
        }
      }
      for output in outputs { try write(output) }
    }
  }

  private func segment(
    _ line: ArraySlice<UInt8>, _ worker: inout Worker, into output: inout [UInt8]
  ) {
    let content = line.last == 0x0D ? line.dropLast() : line
    let units = Array(String(decoding: content, as: UTF8.self).utf16)
    worker.segmenter.segment(units, into: &worker.tokens)
    if let terms {
      worker.folded.fold(units)
      worker.tokens.overlay(terms.words(in: worker.folded))
    }
    var isFirst = true
    for token in worker.tokens where token.kind != .space {
      // Spaces inside a token (a term such as "data centre") are dropped like all others.
      let visible = units[token.range].filter { CharacterClass($0) != .space }
      guard !visible.isEmpty else { continue }
      if !isFirst { output.append(0x20) }
      isFirst = false
      output.append(contentsOf: String(decoding: visible, as: UTF16.self).utf8)
    }
    output.append(0x0A)
  }

  /// The first byte that is not UTF-8.
  private static func firstFault(in line: ArraySlice<UInt8>) -> Int? {
    if line.allSatisfy({ $0 < 0x80 }) || String(validating: line, as: UTF8.self) != nil {
      return nil
    }
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { valid += UTF8.width(scalar) }
    return valid
  }

  private static func slices(of count: Int, into parts: Int) -> [Range<Int>] {
    let size = max(1, (count + parts - 1) / parts)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
