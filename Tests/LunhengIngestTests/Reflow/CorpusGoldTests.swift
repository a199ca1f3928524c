import Foundation
import LunhengCore
import Testing

@testable import LunhengIngest

private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().appending(path: "../../../Corpus").standardized

struct Gold: Decodable, Sendable, CustomTestStringConvertible {
  struct Title: Decodable {
    var text: String
    var lines: [Int]
  }
  struct Paragraph: Decodable {
    var lines: [Int]
  }
  var file: String
  var encoding: String
  var title: Title
  var authors: [String]
  var publication: String?
  var date: String?
  var page: String?
  var headings: [[Int]]
  var citation: [Int]?
  var furniture: [Int]
  var paragraphs: [Paragraph]

  var testDescription: String { file }

  static let all: [Gold] = {
    let names = try! FileManager.default.contentsOfDirectory(
      atPath: corpus.appending(path: "gold").path)
    return names.sorted().map {
      try! JSONDecoder().decode(
        Gold.self, from: Data(contentsOf: corpus.appending(path: "gold/\($0)")))
    }
  }()
}

@Suite("The sample op-eds")
struct CorpusGoldTests {
  @Test("are read as their gold says", arguments: Gold.all.filter { $0.encoding == "utf-8" })
  func areReadAsTheirGoldSays(gold: Gold) throws {
    let text = SourceText(
      try String(contentsOf: corpus.appending(path: gold.file), encoding: .utf8))

    let document = Reflow.document(id: gold.file, text: text.units, source: text.map)

    func lines(_ role: BlockRole) -> [[Int]] {
      document.blocks.filter { $0.role == role }.map { [$0.lines.lowerBound, $0.lines.upperBound] }
    }
    let metadata = document.metadata
    #expect(metadata.title?.value == gold.title.text)
    #expect(lines(.title) == [gold.title.lines])
    #expect(metadata.authors.map(\.value) == gold.authors)
    #expect(metadata.publication?.value == gold.publication)
    #expect(metadata.date?.value.description == gold.date)
    #expect(metadata.page?.value == gold.page)
    #expect(lines(.heading) == gold.headings)
    #expect(lines(.paragraph) == gold.paragraphs.map(\.lines))
    #expect(lines(.citation) == (gold.citation.map { [$0] } ?? []))
    #expect(lines(.furniture) == gold.furniture.map { [$0, $0] })
  }
}
