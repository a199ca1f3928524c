import RealModule
import Testing

@testable import LunhengCore

@Suite("Counts of the strings of an inventory")
struct StringCountsTests {
  @Test("are those of a reader who looks for each in turn, in one piece or in several")
  func agreeWithAReader() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<30 {
      let sample = RandomText(&generator, documents: 9, alphabet: "甲乙丙丁")
      let ranks = (0..<9).map { Int32($0) }.shuffled(using: &generator)
      var inventory = StringInventory()
      for _ in 0..<20 {
        inventory.insert(Array(generator.text(of: "甲乙丙丁", length: 2...5).utf16))
      }
      let text = sample.text
      let whole = StringCounts(of: inventory, in: text, ranks: ranks[...])
      var parts = StringCounts(of: inventory, in: sample.text(0..<4), ranks: ranks[0..<4])
      parts.add(StringCounts(of: inventory, in: sample.text(4..<9), ranks: ranks[4..<9]))
      #expect(parts.candidates == whole.candidates)
      #expect(parts.strings == whole.strings)
      #expect(parts.size == whole.size)
      for number in inventory.candidates.indices {
        check(number, inventory, whole, text, ranks)
        check(number, inventory, parts, text, ranks)
      }
    }
  }

  private func check(
    _ number: Int, _ inventory: StringInventory, _ counts: StringCounts, _ text: CandidateText,
    _ ranks: [Int32]
  ) {
    let string = inventory.units(ofCandidate: number)
    let positions = text.occurrences(length: string.count)[string] ?? []
    let count = counts.candidates[number]
    #expect(Int(count.occurrences) == positions.count)
    let documents = Set(positions.map { text.documents[$0] })
    #expect(Int(count.documents) == documents.count)
    #expect(count.firstRank == documents.map { ranks[Int($0)] }.min() ?? .max)
    let aligned = positions.filter {
      text.marks[$0].contains(.wordStart)
        && text.marks[$0 + string.count - 1].contains(.wordEnd)
    }
    #expect(Int(count.aligned) == aligned.count)
    guard !positions.isEmpty else { return }
    let before = positions.map { $0 > 0 ? text.units[$0 - 1] : 0 }
    let after = positions.map { text.units[$0 + string.count] }
    for (neighbours, found) in [(before, counts.before), (after, counts.after)] {
      let variety = found.variety(of: number, count: positions.count)
      #expect(
        variety.entropy.isApproximatelyEqual(to: entropy(neighbours), absoluteTolerance: 1e-9))
    }
  }

  /// Each gap is a character of its own.
  private func entropy(_ units: [UInt16]) -> Double {
    var counts: [Int: Double] = [:]
    for (place, unit) in units.enumerated() {
      counts[unit == CandidateText.gap ? -1 - place : Int(unit), default: 0] += 1
    }
    let total = Double(units.count)
    return -counts.values.reduce(0) { $0 + $1 / total * .log($1 / total) }
  }

  @Test(
    "find what is quoted, a name before a title, and the name of a body",
    arguments: [
      ("重 提 「 能級 」 躍遷", "能級", TermEvidence.Kind.quoted),
      ("看 《 海濱 條例 》", "海濱條例", .quoted),
      ("， 陳 大文 議員 說", "陳大文", .person),
      ("， 海濱 事務 委員會 說", "海濱事務委員會", .body),
    ])
  func findEvidence(sentence: String, term: String, kind: TermEvidence.Kind) {
    let words = sentence.split(separator: " ").map { String($0) }
    let text = Self.text(words)
    #expect(
      text.evidence.contains {
        $0.kind == kind
          && String(units: text.units[$0.range])
            == String(
              units: FoldedText(Array(term.utf16)).units)
      })
  }

  @Test(
    "take no clause for a quoted term",
    arguments: [
      "「 甲 ， 乙 」", "「 甲 乙 》", "「 12 」", "「 甲 」", "「 一 二 三 四 五 六 七 八 九 十 十一 」",
    ])
  func areNotDeceived(sentence: String) {
    let text = Self.text(sentence.split(separator: " ").map { String($0) })
    #expect(!text.evidence.contains { $0.kind == .quoted })
  }

  private static func text(_ words: [String]) -> CandidateText {
    let (units, tokens) = divided(words)
    var text = CandidateText()
    var known = CandidateWords()
    text.append(document: [(units, tokens, [])], &known)
    return text
  }
}
