import Testing

@testable import LunhengCore

@Suite("Names that a document gives away")
struct DocumentNamesTests {
  private static func words(_ blocks: [String], authors: [String] = []) throws -> [[String]] {
    var worker = try Segmenter(model: SampleModel.model.get()).makeWorker()
    let units = blocks.map { Array($0.utf16) }
    var words: [[String]] = []
    worker.segment(blocks: units, authors: authors) { index, tokens in
      words.append(tokens.map { String(decoding: units[index][$0.range], as: UTF16.self) })
    }
    return words
  }

  private static func quoted(_ text: String) -> [String] {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { DocumentNames.quoted(in: $0) }
      .map { String(decoding: units[$0], as: UTF16.self) }
  }

  @Test("are short and wholly Chinese between a pair of marks")
  func areShort() {
    #expect(Self.quoted("「能級」與《論衡》、『人』及〈一二三四五六七〉") == ["能級", "論衡"])
    #expect(Self.quoted("「能，級」「AI」「能級》「算力」") == ["算力"])
    #expect(Self.quoted("」能級「」「") == [])
  }

  @Test("help in all blocks of the document")
  func helpInAllBlocks() throws {
    let alone = try Self.words(["政府的能級高。"])
    #expect(!alone[0].contains("能級"))
    let named = try Self.words(["政府的能級高。", "發展「能級」。"])
    #expect(named[0].contains("能級"))
    #expect(try Self.words(["政府的能級高。"], authors: ["能 級"])[0].contains("能級"))
  }

  @Test("end with the document")
  func endWithTheDocument() throws {
    var worker = try Segmenter(model: SampleModel.model.get()).makeWorker()
    let text = Array("政府的能級高。".utf16)
    var before: [Token] = []
    var after: [Token] = []
    worker.segment(text, into: &before)
    worker.segment(blocks: [Array("「能級」".utf16)], authors: ["能級"]) { _, _ in }
    worker.segment(text, into: &after)
    #expect(before == after)
  }
}
