import Testing

@testable import LunhengCore

@Suite("Model files")
struct ModelFileTests {
  @Test("say what they are")
  func sayWhatTheyAre() throws {
    let model = try SampleModel.model.get()
    #expect(model.information == "name: sample\n")
    #expect(model.hash.count == 16)
    #expect(Segmenter(model: model).identity.contains(model.hash))
    #expect(Segmenter(model: model).identity != Segmenter().identity)
  }

  @Test("are refused if any byte is not as written")
  func areRefusedIfDamaged() throws {
    let file = try SampleModel.file()
    var random = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      var damaged = file
      let index = Int.random(in: ModelFile.headerLength - 8..<file.count, using: &random)
      damaged[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      #expect(throws: SegmenterModelError.wrongHash) { try SampleModel.load(damaged) }
    }
  }

  @Test("are refused if they end too early or too late")
  func areRefusedIfCutShort() throws {
    let file = try SampleModel.file()
    for count in [ModelFile.headerLength, 100, file.count - 1] {
      #expect(
        throws: SegmenterModelError.wrongLength(found: count, expected: UInt64(file.count))
      ) { try SampleModel.load(Array(file.prefix(count))) }
    }
    #expect(throws: SegmenterModelError.self) { try SampleModel.load(file + [0]) }
  }

  @Test(
    "are refused if they are something else",
    arguments: [[], [1, 2, 3], Array(repeating: 65, count: 99)])
  func areRefusedIfSomethingElse(bytes: [UInt8]) {
    #expect(throws: SegmenterModelError.notAModel) { try SampleModel.load(bytes) }
  }

  @Test("are refused if another version wrote them")
  func areRefusedIfOfAnotherVersion() throws {
    var file = try SampleModel.file()
    file[8] = 99
    #expect(throws: SegmenterModelError.unsupportedVersion(found: 99, supported: ModelFile.version))
    {
      try SampleModel.load(file)
    }
  }

  @Test("are refused without a section that is needed", arguments: ModelFile.Section.needed)
  func areRefusedWithoutASection(section: ModelFile.Section) {
    let sections = ModelFile.Section.needed.filter { $0 != section }
      .map { ($0, [UInt8](repeating: 0, count: $0 == .kinds ? 16 : 1 << 18)) }
    #expect(throws: SegmenterModelError.badSection(name: "\(section)")) {
      try SampleModel.load(ModelFile.encode(sections))
    }
  }

  @Test(
    "are hashed by XXH64",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func areHashedByXXH64(text: String, hash: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { XXH64.hash($0) } == hash)
  }
}
