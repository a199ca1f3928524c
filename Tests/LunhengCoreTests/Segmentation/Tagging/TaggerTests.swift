import LunhengTraining
import Testing

@testable import LunhengCore

@Suite("Parts of speech")
struct TaggerTests {
  private static let sentences = [
    "香港/PROPN 要/AUX 發展/VERB 產業/NOUN 。/PUNCT", "政府/NOUN 發展/VERB 香港/PROPN 。/PUNCT",
    "他/PRON 說/VERB 市民/NOUN 要/AUX 房屋/NOUN ，/PUNCT",
    "三/NUM 個/NOUN 很/ADV 大/ADJ 的/PART 問題/NOUN 。/PUNCT",
  ]

  private static func file() throws -> [UInt8] {
    var training = SegmenterTraining()
    training.leastLexicons = 1
    return try training.model(
      sentences: sentences.map { line in
        TrainingSentence(
          words: line.split(separator: " ").map { word in
            let parts = word.split(separator: "/")
            return (String(parts[0]), String(parts[1]))
          })
      }, lexicons: [SampleModel.lexicon], report: { _ in })
  }

  static let model = Result { try SampleModel.load(try file()) }

  private static func tagged(_ text: String) throws -> String {
    let model = try model.get()
    let units = Array(text.utf16)
    var tokens: [Token] = []
    var tags: [PartOfSpeech] = []
    var worker = try Segmenter(model: model).makeWorker()
    var tagger = try model.makeTagger()
    worker.segment(units, into: &tokens)
    tagger.tag(tokens, of: units, into: &tags)
    #expect(tags.count == tokens.count)
    return zip(tokens, tags).map {
      "\(String(decoding: units[$0.range], as: UTF16.self))/\($1.name)"
    }
    .joined(separator: " ")
  }

  @Test("are given as learnt", arguments: sentences)
  func areGivenAsLearnt(sentence: String) throws {
    let text = sentence.split(separator: " ").map { $0.prefix { $0 != "/" } }.joined()
    #expect(try Self.tagged(text) == sentence)
  }

  @Test("do not depend on what was tagged before")
  func doNotDependOnWhatCameBefore() throws {
    let model = try Self.model.get()
    let units = Array("政府發展香港。他說要發展".utf16)
    var worker = try Segmenter(model: model).makeWorker()
    var tokens: [Token] = []
    worker.segment(units, into: &tokens)
    var fresh = try model.makeTagger()
    var used = try model.makeTagger()
    var (first, second): ([PartOfSpeech], [PartOfSpeech]) = ([], [])
    used.tag(tokens.reversed().reversed().dropLast(3), of: units, into: &second)
    used.tag(tokens, of: units, into: &second)
    fresh.tag(tokens, of: units, into: &first)
    #expect(first == second)
  }

  @Test("are those that a plain reckoning gives", arguments: 0..<8 as Range<UInt64>)
  func areThoseOfAPlainReckoning(seed: UInt64) throws {
    let model = try Self.model.get()
    let plain = try PlainTagger(model)
    var tagger = try model.makeTagger()
    var random = SeededGenerator(seed: seed)
    // Known characters, and so many others that words push each other out of the tagger's memory.
    let known = Array(Self.sentences.joined().utf16.filter { $0 >= 0x3000 }) + [0x20, 0x41, 0x0301]
    for length in [0, 1, 2, 3, 40, 3_000] {
      let units = (0..<length).map { _ in
        Bool.random(using: &random)
          ? known.randomElement(using: &random)! : .random(in: 0x4E00...0x5200, using: &random)
      }
      var tokens: [Token] = []
      while let start = .some(Int(tokens.last?.end ?? 0)), start < length {
        let end = min(start + Int.random(in: 1...3, using: &random), length)
        tokens.append(Token(start: start, end: end, kind: units[start] == 0x20 ? .space : .word))
      }
      var tags: [PartOfSpeech] = []
      tagger.tag(tokens, of: units, into: &tags)
      let expected = plain.tag(tokens, of: units)
      let different = zip(tags, expected).enumerated().first { $0.element.0 != $0.element.1 }
      #expect(different == nil)
      #expect(tags.count == expected.count)
    }
  }

  @Test("are learnt to the same bytes each time")
  func areLearntToTheSameBytes() throws {
    #expect(try Self.file() == Self.file())
  }

  @Test("are refused by a model that was trained without")
  func areRefusedByAModelWithout() throws {
    let model = try SampleModel.model.get()
    #expect(!model.hasTags)
    #expect(throws: SegmenterModelError.noTags) { _ = try model.makeTagger() }
  }

  @Test("have the names of Universal Dependencies")
  func haveNames() {
    for tag in PartOfSpeech.allCases {
      #expect(PartOfSpeech(name: tag.name) == tag)
      #expect(tag.name.count <= PartOfSpeech.longestName)
    }
    #expect(PartOfSpeech(name: "NN") == nil)
  }

  @Test("are decoded to the best of all sequences", arguments: 0..<60 as Range<UInt64>)
  func areDecodedToTheBest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...3, using: &random)
    let widest = seed % 2 == 0 ? TagModel.mostTransition : 50
    func row(most: Int16) -> SIMD16<Int16> {
      SIMD16((0..<16).map { _ in .random(in: -most...most, using: &random) })
    }
    let scores = (0..<count).map { _ in row(most: 2_540) }
    let transitions = (0...PartOfSpeech.allCases.count).map { _ in row(most: widest) }
    func value(_ tags: [UInt8]) -> Int {
      var before = TagModel.start
      return zip(tags, scores).reduce(0) { sum, word in
        defer { before = Int(word.0) }
        return word.0 == 16
          ? sum : sum + Int(word.1[Int(word.0)]) + Int(transitions[before][Int(word.0)])
      }
    }
    var found = [UInt8](repeating: 0, count: count)
    var decoder = TagDecoder(transitions)
    decoder.decode(scores, count: count, tags: &found)
    var sequences: [[UInt8]] = [[]]
    for _ in 0..<count { sequences = sequences.flatMap { start in (0..<17).map { start + [$0] } } }
    #expect(value(found) == sequences.map(value).max())
  }
}
