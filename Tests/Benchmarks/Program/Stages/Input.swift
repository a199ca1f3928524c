import LunhengCore
import LunhengIngest
import LunhengPipeline

/// The input file, in the forms that the stages start from. Each is made when asked for, so that a row
/// holds no more than it needs.
struct Input {
  /// A file of NDJSON documents.
  var path: String

  /// A file with a term on each line, and a codebook; from the top of the checkout.
  static let terms = "Tests/Benchmarks/terms.txt"
  static let codebook = "Pipelines/codebooks/industry-clusters.yaml"

  /// A block with the words that the segmenter finds in it.
  typealias SegmentedBlock = (units: [UInt16], tokens: [Token])

  func file() throws -> FileBytes { try FileBytes.read(path) }

  /// The text of each document.
  func texts() throws -> [[UInt16]] {
    let file = try file()
    let reader = NDJSONReader(path: path)
    return reader.split(file).flatMap { reader.parse($0, of: file).records.map(\.text.units) }
  }

  /// How many documents there are, and the bytes of their texts in UTF-8.
  func size() throws -> (documents: Int, bytes: Int) {
    let texts = try texts()
    return (texts.count, texts.reduce(0) { $0 + String(decoding: $1, as: UTF16.self).utf8.count })
  }

  /// The lines of each document that are not empty: paragraphs, in the texts that are used here.
  func blocks() throws -> [[[UInt16]]] {
    try texts().map { $0.split(separator: 0x0A).map(Array.init) }
  }

  /// The texts cut into documents of so many units, each as its lines: keywords are a matter of
  /// abstracts and op-eds, and speed is compared by the document.
  static let shortLength = 500

  func shortDocuments() throws -> [[[UInt16]]] {
    try texts().flatMap { units in
      stride(from: 0, to: units.count, by: Self.shortLength).map { start in
        units[start..<min(start + Self.shortLength, units.count)].split(separator: 0x0A)
          .map(Array.init)
      }
    }
  }

  func segmentedBlocks() throws -> [[SegmentedBlock]] {
    var worker = try Segmenter.standard().makeWorker()
    var tokens: [Token] = []
    return try blocks().map { blocks in
      blocks.map { units in
        worker.segment(units, into: &tokens)
        return (units, tokens)
      }
    }
  }

  /// Each document's bytes in UTF-8, as a file would have them.
  func utf8() throws -> [[UInt8]] {
    try texts().map { Array(String(decoding: $0, as: UTF16.self).utf8) }
  }

  /// Each document's bytes in Big5-HKSCS; what that lacks is left out.
  func big5() throws -> [[UInt8]] {
    let encoder = try Big5Encoder()
    return try utf8().map { encoder.encode($0) }
  }

  /// Each document as a PDF would give it: with a line break after every 28 characters.
  func torn() throws -> [DecodedText] {
    try texts().map { units in
      let lines = String(decoding: units, as: UTF16.self).split(separator: "\n").flatMap { line in
        var rest = Substring(line).unicodeScalars
        var pieces: [String] = []
        while !rest.isEmpty {
          pieces.append(String(rest.prefix(28)))
          rest = rest.dropFirst(28)
        }
        return pieces
      }
      return try TextDecoder.decode(Array(lines.joined(separator: "\n").utf8))
    }
  }

  /// The codebook of the industry clusters.
  func clusters() throws -> ThemeMatcher {
    ThemeMatcher(try ConfigurationFile.codebook(Self.codebook).value)
  }

  /// Phrases for matching: the file of terms.
  func termList() throws -> [String] {
    let lines = try FileBytes.read(Self.terms).withBytes { String(decoding: $0, as: UTF8.self) }
    return lines.split(separator: "\n").map(String.init)
  }

  /// As many words of two to six characters, taken evenly from the dictionary of the ICU that is
  /// installed.
  func dictionaryWords(_ count: Int) throws -> [String] {
    let words = try BreakDictionary.chinese().map(\.word).filter { word in
      (2...6).contains(word.utf16.count)
        && word.utf16.allSatisfy { (0x4E00...0x9FFF).contains($0) }
    }
    return (0..<min(count, words.count)).map { words[$0 * words.count / count] }
  }

  /// The terms as a codebook, a theme each. Of overlapping hits the leftmost and longest counts.
  func termThemes() throws -> ThemeMatcher { ThemeMatcher(Self.codebook(try termList())) }

  /// The same, where a hundred terms more are rules over pairs of them, of each kind as many.
  func ruleThemes() throws -> ThemeMatcher {
    let terms = try termList()
    var codebook = Self.codebook(terms)
    for index in stride(from: 0, to: terms.count - 1, by: 2) {
      let first = CodingRule.phrase(terms[index])
      let second = CodingRule.phrase(terms[index + 1])
      let rule =
        switch index / 2 % 4 {
        case 0: CodingRule(.all([first, second], within: .sentence))
        case 1: CodingRule(.near([first, second], within: .characters(20), isOrdered: false))
        case 2: CodingRule(first.kind, unless: [second])
        default: CodingRule(first.kind, absence: CodingRule.Absence([second], within: .paragraph))
        }
      codebook.themes[index].terms.append(Term(rule))
    }
    return ThemeMatcher(codebook)
  }

  private static func codebook(_ terms: [String]) -> Codebook {
    Codebook(
      id: "terms", name: LocalizedName([:]),
      themes: terms.map { Theme(id: $0, name: LocalizedName([:]), terms: [Term($0)]) })
  }
}
