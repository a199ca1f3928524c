import LunhengCore
import LunhengIngest

/// Segments the lines of one chunk after another on one thread. Nothing is allocated for a line or a
/// token: most of a filter's time would go there.
struct LineSegmenter: ~Copyable {
  /// What a chunk gives.
  struct Output {
    var bytes: [UInt8] = []
    var problems: [Diagnostic] = []
  }

  private var segmenter: SegmenterWorker
  private var tagger: Tagger?
  private var tags: [PartOfSpeech] = []
  private let terms: ThemeMatcher?
  private let format: SegmentFilter.Format
  private var line = UTF8Line()
  private var tokens: [Token] = []
  private var writer = TokenLineWriter()

  /// - Parameters:
  ///   - tagger: gives each token its part of speech; nil for none.
  ///   - terms: phrases that are words wherever they match.
  init(
    _ segmenter: consuming SegmenterWorker, tagger: consuming Tagger?, terms: ThemeMatcher?,
    format: SegmentFilter.Format
  ) {
    self.segmenter = segmenter
    self.tagger = tagger
    self.terms = terms
    self.format = format
  }

  /// Segments each line of a chunk of the file `path`.
  mutating func segment(_ chunk: LineChunks.Chunk, of path: String) -> Output {
    var output = Output()
    output.bytes.reserveCapacity(chunk.bytes.count * 2)
    chunk.bytes.withUnsafeBufferPointer { bytes in
      // A byte-order mark is no part of the first line.
      var start = chunk.offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var number = chunk.firstLine
      // A line feed at the end closes the last line and starts none.
      repeat {
        let end = FileSystem.firstIndex(of: 0x0A, in: bytes, from: start) ?? bytes.count
        let fault = segment(
          UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &output.bytes)
        if let fault {
          let before = bytes[start..<start + fault]
          output.problems.append(
            IngestError.undecodableBytes(
              path: path, encoding: "UTF-8",
              first: UndecodableBytes(
                offset: chunk.offset + start + fault, length: 1, line: number,
                column: before.count { $0 & 0xC0 != 0x80 } + 1), count: 1
            ).diagnostic)
        }
        start = end + 1
        number += 1
      } while start < bytes.count
    }
    return output
  }

  /// - Returns: the first byte of the line that is not UTF-8.
  private mutating func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> Int? {
    let hasReturn = bytes.last == 0x0D
    let fault = line.read(hasReturn ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes)
    segmenter.segment(line.units, into: &tokens)
    if let terms { tokens.overlay(terms.words(in: line.units)) }
    tagger?.tag(tokens, of: line.units, into: &tags)
    switch format {
    case .words: writer.appendWords(tokens, tags: tags, of: line, to: &output)
    case .ndjson: writer.appendRecord(tokens, tags: tags, of: line, to: &output)
    }
    return fault
  }
}
