import LunhengCore

/// What `SegmentFilter` has to give, made the plain way: a String for each line and each token.
struct PlainSegmentation {
  let segmenter: Segmenter
  let codebook: Codebook?

  func words(of input: [UInt8]) throws -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines = input.dropFirst(input.starts(with: mark) ? 3 : 0)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    // A line feed at the end closes the last line and starts none; an empty file has no line.
    if input.isEmpty || input.last == 0x0A { lines.removeLast() }
    let terms = codebook.map { ThemeMatcher($0) }
    var worker = try segmenter.makeWorker()
    var tokens: [Token] = []
    var output: [UInt8] = []
    for line in lines {
      let content = line.last == 0x0D ? line.dropLast() : line
      let units = Array(String(decoding: content, as: UTF8.self).utf16)
      worker.segment(units, into: &tokens)
      if let terms { tokens.overlay(terms.words(in: units)) }
      let words = tokens.filter { $0.kind != .space }
        .map { units[$0.range].filter { CharacterClass($0) != .space } }
        .filter { !$0.isEmpty }
        .map { Array(String(decoding: $0, as: UTF16.self).utf8) }
      output += words.joined(separator: [0x20]) + [0x0A]
    }
    return output
  }
}
