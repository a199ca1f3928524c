import LunhengCore
import LunhengIngest

/// Reads texts that were divided by hand: UTF-8, one sentence a line, words separated by one space; in a
/// file whose name ends in ".pos", each word is followed by "/" and its universal part of speech.
enum GoldFile {
  /// The sentences of the file, in order; lines without words are none.
  ///
  /// - Parameter path: a file, or "-" for standard input.
  /// - Throws: `IngestError`, `PipelineError`.
  static func sentences(_ path: String, joinsAll: Bool = false) throws -> [GoldSentence] {
    let isTagged = isTagged(path)
    let sentences = try lines(path).enumerated().compactMap { index, content in
      let units = Array(String(decoding: content, as: UTF8.self).utf16)
      var words = units.split(separator: 0x20)
      let tags = isTagged ? try takeTags(of: &words, path: path, line: index + 1) : []
      let sentence = GoldSentence(words: words, tags: tags, joinsAll: joinsAll)
      return sentence.words.isEmpty ? nil : sentence
    }
    guard !sentences.isEmpty else { throw PipelineError.noWords(path: path) }
    return sentences
  }

  /// The lines of a gold standard, without what ends them.
  ///
  /// - Throws: `IngestError`, or `PipelineError` if it is not UTF-8.
  static func lines(_ path: String) throws -> [ArraySlice<UInt8>] {
    let file = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    var bytes = file.withBytes { Array($0) }
    // A byte-order mark is no part of the first word.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    try validate(bytes, path: path)
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }

  /// Whether the words of a file have tags.
  static func isTagged(_ path: String) -> Bool { path.hasSuffix(".pos") }

  /// Takes the tags off words.
  private static func takeTags(
    of words: inout [ArraySlice<UInt16>], path: String, line: Int
  ) throws(PipelineError) -> [PartOfSpeech] {
    var tags: [PartOfSpeech] = []
    for index in words.indices {
      let word = words[index]
      guard let slash = word.lastIndex(of: 0x2F), slash > word.startIndex,
        let tag = PartOfSpeech(name: String(decoding: word[(slash + 1)...], as: UTF16.self))
      else {
        throw .badTag(word: String(decoding: word, as: UTF16.self), path: path, line: line)
      }
      tags.append(tag)
      words[index] = word[..<slash]
    }
    return tags
  }

  /// A gold standard with U+FFFD in it would measure nothing, so that one bad byte refuses the file.
  static func validate(_ bytes: [UInt8], path: String) throws(PipelineError) {
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
