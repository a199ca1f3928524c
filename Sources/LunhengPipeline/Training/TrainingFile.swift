import LunhengCore
import LunhengIngest
import LunhengTraining

/// Reads what a segmenter is trained on.
enum TrainingFile {
  /// The sentences of a file, one a line, words separated by spaces. In a file whose name ends in
  /// ".pos", each word is followed by "/" and its universal part of speech.
  ///
  /// - Throws: `IngestError`, `PipelineError` or `Diagnostic`.
  static func sentences(_ path: String) throws -> [TrainingSentence] {
    let isTagged = GoldFile.isTagged(path)
    return try lines(path).compactMap { line, number in
      let words = line.split(separator: UInt8(ascii: " "))
      guard !words.isEmpty else { return nil }
      return TrainingSentence(
        words: try words.map { word in
          guard isTagged else { return (String(decoding: word, as: UTF8.self), nil) }
          // CONJ is a tag of version 1, which training revises.
          guard let slash = word.lastIndex(of: UInt8(ascii: "/")), slash > word.startIndex,
            case let tag = String(decoding: word[(slash + 1)...], as: UTF8.self),
            tag == "CONJ" || PartOfSpeech(name: tag) != nil
          else {
            throw PipelineError.badTag(
              word: String(decoding: word, as: UTF8.self), path: path, line: number)
          }
          return (String(decoding: word[..<slash], as: UTF8.self), tag)
        })
    }
  }

  /// A lexicon, named as its file is without folder and ending.
  ///
  /// - Throws: `IngestError`, `PipelineError` or `Diagnostic`.
  static func lexicon(_ path: String) throws -> TrainingLexicon {
    let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    return TrainingLexicon(
      name: String(name),
      entries: try lines(path).compactMap { line, number in
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        guard !fields[0].isEmpty, !fields[0].hasPrefix("#") else { return nil }
        guard let count = fields.count > 1 ? Int(fields[1]) : 0, count >= 0 else {
          throw Diagnostic(
            .error, code: "bad-count",
            message: "\"\(fields[1])\" is no count; write word, tab, a whole number",
            location: DiagnosticLocation(path: path, line: number))
        }
        return TrainingLexicon.Entry(
          word: fields[0], count: count, tag: fields.count > 2 ? fields[2] : "")
      })
  }

  /// The lines of a file in UTF-8 that are not empty, with their numbers.
  private static func lines(_ path: String) throws -> [(ArraySlice<UInt8>, Int)] {
    let bytes = try FileBytes.read(path).withBytes { Array($0) }
    try GoldFile.validate(bytes, path: path)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return line.isEmpty ? nil : (line, index + 1)
    }
  }
}
