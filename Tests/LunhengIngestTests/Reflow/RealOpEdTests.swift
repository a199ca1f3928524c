import Foundation
import LunhengCore
import Testing

@testable import LunhengIngest

/// The real op-ed that the project was started for; it is not in the repository.
private let folder = URL(filePath: #filePath)
  .deletingLastPathComponent().appending(path: "../../../../shared/data/op-ed").standardized
private let isPresent = FileManager.default.fileExists(atPath: folder.path)

private struct Expected: Decodable {
  struct Title: Decodable {
    var text: String
    var lines: [Int]
  }
  var title: Title
  var authors: [String]
  var publication: String
  var date: String
  var page: String
  var headings: [[Int]]
  var paragraphs: [[Int]]
  var citation: [Int]
}

@Suite("The real op-ed", .enabled(if: isPresent, "../shared/data is not here"))
struct RealOpEdTests {
  @Test("is read as a careful reader reads it")
  func isReadAsACarefulReaderReadsIt() throws {
    let expected = try JSONDecoder().decode(
      Expected.self,
      from: Data(contentsOf: folder.appending(path: "five-clusters-2023-12-18.expected.json")))
    let text = SourceText(
      try String(
        contentsOf: folder.appending(path: "five-clusters-2023-12-18.txt"), encoding: .utf8))

    let document = Reflow.document(id: "op-ed", text: text.units, source: text.map)

    func lines(_ role: BlockRole) -> [[Int]] {
      document.blocks.filter { $0.role == role }.map { [$0.lines.lowerBound, $0.lines.upperBound] }
    }
    #expect(document.metadata.title?.value == expected.title.text)
    #expect(lines(.title) == [expected.title.lines])
    #expect(document.metadata.authors.map(\.value) == expected.authors)
    #expect(document.metadata.publication?.value == expected.publication)
    #expect(document.metadata.date?.value.description == expected.date)
    #expect(document.metadata.page?.value == expected.page)
    #expect(lines(.heading) == expected.headings)
    #expect(lines(.paragraph) == expected.paragraphs)
    #expect(lines(.citation) == [expected.citation])
  }
}
