import LunhengCore
import LunhengIngest
import LunhengReport

/// Documents made by drawing sentences at random from real pieces, some of them cut short. The same on
/// every run.
struct GeneratedCorpus {
  private let sentences: [String]
  private var random = SeededGenerator(seed: 0x1_2EAF)
  private var count = 0

  /// - Parameter folder: texts to draw the sentences from.
  init(folder: String) throws {
    var splitter = try SentenceSplitter()
    var sentences: [String] = []
    for path in FileFinder.find([folder]).paths {
      for reading in try DocumentReader().readAll(FileBytes.read(path), report: { _ in }) {
        for block in reading.document.blocks where block.role == .paragraph {
          sentences += splitter.sentences(of: block.units).map {
            String(decoding: block.units[$0], as: UTF16.self)
          }
        }
      }
    }
    guard !sentences.isEmpty else { throw IngestError.emptyFile(path: folder) }
    self.sentences = sentences
  }

  /// The next document as a line of NDJSON: 5 to 20 paragraphs of 3 to 6 sentences.
  mutating func nextLine() -> [UInt8] {
    count += 1
    let paragraphs = (0..<number(5, 20)).map { _ in
      (0..<number(3, 6)).map { _ in sentence() }.joined()
    }
    let month = number(1, 12)
    var line: [UInt8] = []
    JSONWriter().write(
      [
        "id": .string("generated-\(count)"),
        "date": .string("\(number(2012, 2025))-\(month < 10 ? "0" : "")\(month)-15"),
        "publication": .string("生成樣本"),
        "text": .string(paragraphs.joined(separator: "\n")),
      ], to: &line)
    line.append(0x0A)
    return line
  }

  /// A sentence; one in four is cut at its first comma.
  private mutating func sentence() -> String {
    let sentence = sentences[number(0, sentences.count - 1)]
    guard number(1, 4) == 1, let comma = sentence.firstIndex(of: "，") else { return sentence }
    return sentence[..<comma] + "。"
  }

  private mutating func number(_ first: Int, _ last: Int) -> Int {
    Int.random(in: first...last, using: &random)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
