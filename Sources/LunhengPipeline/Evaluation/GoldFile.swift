import LunhengCore
import LunhengIngest

/// Reads texts that were divided by hand: UTF-8, one sentence a line, words separated by one space.
enum GoldFile {
  /// The sentences of the file, in order; lines without words are none.
  ///
  /// - Parameter path: a file, or "-" for standard input.
  /// - Throws: `IngestError`, `PipelineError.invalidUTF8` or `PipelineError.noWords`.
  static func sentences(_ path: String, joinsAll: Bool = false) throws -> [GoldSentence] {
    let file = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    var bytes = file.withBytes { Array($0) }
    // A byte-order mark is no part of the first word.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    try validate(bytes, path: path)
    let sentences = bytes.split(separator: 0x0A).compactMap { line in
      let content = line.last == 0x0D ? line.dropLast() : line
      let units = Array(String(decoding: content, as: UTF8.self).utf16)
      let sentence = GoldSentence(words: units.split(separator: 0x20), joinsAll: joinsAll)
      return sentence.words.isEmpty ? nil : sentence
    }
    guard !sentences.isEmpty else { throw PipelineError.noWords(path: path) }
    return sentences
  }

  /// A gold standard with U+FFFD in it would measure nothing, so that one bad byte refuses the file.
  private static func validate(_ bytes: [UInt8], path: String) throws(PipelineError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      let line = before.suffix(from: before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
      throw .invalidUTF8(
        path: path, line: before.count { $0 == 0x0A } + 1,
        column: line.count { !UTF8.isContinuation($0) } + 1)
    }
  }
}
