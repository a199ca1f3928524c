import Foundation
import Testing

@testable import LunhengCore

/// The pairs of term and text in `Tests/Benchmarks/variants/contrast.tsv`: what folding alone can say of
/// them. That words part within a hit is for the matcher to see.
@Suite("Of terms and texts that fold alike")
struct ContrastTests {
  struct Line: Sendable, CustomTestStringConvertible {
    var term: String
    var text: String
    var isHit: Bool
    var testDescription: String { "\(term) in \(text)" }
  }

  private static let lines: [Line] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Benchmarks/variants/contrast.tsv").standardized
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(term: fields[0], text: fields[1], isHit: fields[2] == "hit")
    }
  }()

  /// For each place where the term is found, how its characters relate to those printed.
  private static func relations(_ line: Line) -> [Set<VariantRelation>] {
    let table = FoldTable.standard
    let term = FoldedText(Array(line.term.utf16)).units
    let units = Array(line.text.utf16)
    let text = FoldedText(units)
    let written = table.base(of: Array(line.term.utf16))
    return text.units.indices.filter { text.units[$0...].starts(with: term) }.map { start in
      let printed = table.base(of: Array(units[text.original(start..<start + term.count)]))
      return Set(
        zip(written, printed).map { $0 == $1 ? .same : table.relation(written: $0, printed: $1) })
    }
  }

  @Test("those that say the same are found and not refused", arguments: lines.filter(\.isHit))
  func thoseThatSayTheSameAreFound(line: Line) {
    let relations = Self.relations(line)
    #expect(!relations.isEmpty)
    #expect(relations.allSatisfy { $0.isSubset(of: [.same, .merged]) })
  }

  @Test("none that says another word is certain", arguments: lines.filter { !$0.isHit })
  func noneThatSaysAnotherWordIsCertain(line: Line) {
    #expect(Self.relations(line).allSatisfy { $0 != [.same] })
  }

  @Test("there are enough")
  func thereAreEnough() {
    #expect(Self.lines.count > 250)
    #expect(Self.lines.count { !$0.isHit && !Self.relations($0).isEmpty } > 150)
  }
}
