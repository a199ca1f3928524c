import Testing

@testable import LunhengCore

@Suite("Background frequencies")
struct BackgroundFrequenciesTests {
  private static func hash(_ word: String) -> UInt64 {
    FoldedText(Array(word.utf16)).units.withUnsafeBufferPointer { WordHash.of($0) }
  }

  private static func load(_ file: [UInt8]) throws -> BackgroundFrequencies {
    let memory = AlignedMemory(file)
    return try BackgroundFrequencies(bytes: memory.bytes, owner: memory)
  }

  private static func file() -> [UInt8] {
    BackgroundEntry.encode(
      [
        (hash("香港"), 0.25, .properNoun), (hash("發展"), 0.1, .verbalNoun),
        (hash("算力"), 1e-5, .unknown),
      ], information: "name: test\n")
  }

  @Test("give the share of documents and the class of a word, however it is written")
  func giveShareAndClass() throws {
    let background = try Self.load(Self.file())
    #expect(background.count == 3)
    #expect(background.information == "name: test\n")
    #expect(background.documentFrequency(of: Self.hash("香港")) == 0.25)
    #expect(background.wordClass(of: Self.hash("香港")) == .properNoun)
    #expect(abs(background.documentFrequency(of: Self.hash("发展")) / 0.1 - 1) < 0.03)
    #expect(background.wordClass(of: Self.hash("发展")) == .verbalNoun)
    #expect(abs(background.documentFrequency(of: Self.hash("算力")) / 1e-5 - 1) < 0.03)
  }

  @Test("do not know other words")
  func doNotKnowOthers() throws {
    let background = try Self.load(Self.file())
    for word in ["", "港", "香港人", "policy"] {
      #expect(background.documentFrequency(of: Self.hash(word)) == 0)
      #expect(background.wordClass(of: Self.hash(word)) == .unknown)
    }
    let empty = try Self.load(BackgroundEntry.encode([], information: ""))
    #expect(empty.documentFrequency(of: Self.hash("香港")) == 0)
  }

  @Test("give every word its own figures, in whatever order they were written")
  func giveEveryWordItsOwn() throws {
    var random = SeededGenerator(seed: 7)
    var words = (0..<20_000).map { _ in
      (
        hash: UInt64.random(in: 0 ... .max, using: &random),
        share: Float.random(in: 1e-6...1, using: &random),
        wordClass: WordClass.allCases.randomElement(using: &random)!
      )
    }
    let file = BackgroundEntry.encode(words, information: "")
    let background = try Self.load(file)
    for word in words {
      #expect(abs(background.documentFrequency(of: word.hash) / word.share - 1) < 0.03)
      #expect(background.wordClass(of: word.hash) == word.wordClass)
    }
    words.shuffle(using: &random)
    #expect(BackgroundEntry.encode(words, information: "") == file)
  }

  @Test("are refused if any byte is not as written")
  func areRefusedIfDamaged() throws {
    let file = Self.file()
    var random = SeededGenerator(seed: 1)
    for _ in 0..<40 {
      var damaged = file
      let index = Int.random(in: ModelFile.headerLength..<file.count, using: &random)
      damaged[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      #expect(throws: SegmenterModelError.wrongHash) { try Self.load(damaged) }
    }
    #expect(throws: SegmenterModelError.self) { try Self.load(Array(file.dropLast())) }
    #expect(throws: SegmenterModelError.notAModel) { try Self.load([1, 2, 3]) }
  }

  @Test("are refused if they are a model of something else, or their parts do not fit")
  func areRefusedIfPartsDoNotFit() throws {
    #expect(throws: SegmenterModelError.badSection(name: "frequencyStarts")) {
      try Self.load(ModelFile.encode([(.information, [])]))
    }
    let starts = [UInt32](repeating: 9, count: BackgroundEntry.buckets + 1)
    #expect(throws: SegmenterModelError.badSection(name: "frequencyEntries")) {
      try Self.load(
        ModelFile.encode([
          (.information, []), (.frequencyStarts, ModelFile.littleEndian(starts)),
          (.frequencyEntries, [0, 0, 0, 0]),
        ]))
    }
  }
}
