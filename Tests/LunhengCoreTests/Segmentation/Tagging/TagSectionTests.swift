import LunhengTraining
import Testing

@testable import LunhengCore

@Suite("Sections for tags")
struct TagSectionTests {
  private static let sections: [(ModelFile.Section, Int)] = [
    (.tagTransitions, 18 * 32), (.tagSlots, 16 * 4), (.tagRows, 3 * 16), (.tagLexicon, 8 + 3 * 2),
  ]

  /// - Parameter byte: that all sections are filled with.
  private static func model(
    _ lengths: [(ModelFile.Section, Int)], byte: UInt8 = 0
  ) throws -> Result<TagModel, any Error> {
    // Where a mapped file would have them.
    let memory = AlignedMemory([UInt8](repeating: byte, count: 4096))
    return Result {
      try TagModel { name in
        lengths.first { $0.0 == name }.map {
          UnsafeRawBufferPointer(rebasing: memory.bytes[..<$0.1])
        }
      }
    }
  }

  @Test("are all there or none")
  func areAllThereOrNone() throws {
    _ = try Self.model(Self.sections).get()
    #expect(throws: SegmenterModelError.noTags) { try Self.model([]).get() }
    for (name, _) in Self.sections {
      #expect(throws: SegmenterModelError.badSection(name: "\(name)")) {
        try Self.model(Self.sections.filter { $0.0 != name }).get()
      }
    }
  }

  @Test("are refused if of the wrong length")
  func areRefusedIfOfTheWrongLength() throws {
    for (index, (name, length)) in Self.sections.enumerated() {
      for wrong in [0, 1, length - 1, length + 1, length + 3] {
        var sections = Self.sections
        sections[index].1 = wrong
        #expect(throws: SegmenterModelError.badSection(name: "\(name)")) {
          try Self.model(sections).get()
        }
      }
    }
  }

  @Test("are refused if a transition outweighs the decoder", arguments: [0x40, 0xC0] as [UInt8])
  func areRefusedIfATransitionWeighsTooMuch(byte: UInt8) throws {
    #expect(throws: SegmenterModelError.badSection(name: "tagTransitions")) {
      try Self.model(Self.sections, byte: byte).get()
    }
  }

  @Test("leave out what is white space, whatever divides the text")
  func leaveOutWhiteSpace() throws {
    var training = SegmenterTraining()
    training.leastLexicons = 1
    let file = try training.model(
      sentences: [
        TrainingSentence(words: [("用", "VERB"), ("電腦", "NOUN"), ("。", "PUNCT")]),
        TrainingSentence(words: [("用", "VERB"), ("電話", "NOUN"), ("。", "PUNCT")]),
      ], lexicons: [SampleModel.lexicon], report: { _ in })
    var tagger = try SampleModel.load(file).makeTagger()
    var icu = try Segmenter().makeWorker()
    var tokens: [Token] = []
    var tags: [PartOfSpeech] = []
    func names(_ text: String) -> [String] {
      let units = Array(text.utf16)
      icu.segment(units, into: &tokens)
      tagger.tag(tokens, of: units, into: &tags)
      return tags.map(\.name)
    }
    #expect(names("用 電腦。") == ["VERB", "X", "NOUN", "PUNCT"])
    #expect(names("用電話｡") == ["VERB", "NOUN", "PUNCT"])
    #expect(names("") == [])
    #expect(names(" \u{3000}\n").allSatisfy { $0 == "X" })
    // A sentence does not see the one before it.
    #expect(names("用電腦。用電話。") == ["VERB", "NOUN", "PUNCT", "VERB", "NOUN", "PUNCT"])
  }
}
