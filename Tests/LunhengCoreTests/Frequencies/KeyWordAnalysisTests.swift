import Testing

@testable import LunhengCore

@Suite("Key words")
struct KeyWordAnalysisTests {
  private static func everything() -> KeyWordSelection {
    var selection = KeyWordSelection()
    selection.minimumCount = 1
    selection.use = .both
    selection.limit = 1000
    return selection
  }

  private func analyse(
    _ documents: [[String]], target: Set<Int>
  ) -> (KeyWordAnalysis, [KeyWord]) {
    let analysis = KeyWordAnalysis(
      WordSequence(documents),
      sides: documents.indices.map { ($0, target.contains($0) ? .target : .reference) })
    return (analysis, analysis.keyWords(Self.everything()))
  }

  /// Counts each word of each document by itself.
  @Test("have the figures of a naive count")
  func agreesWithOracle() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      let documents = (0..<8).map { _ in SpacedText.random(&random) }
      let target = Set((0..<8).filter { _ in Bool.random(using: &random) })
      let (_, words) = analyse(documents, target: target)
      let bags: [[String]] = documents.map { $0.flatMap(SpacedText.plainWords) }
      for word in words {
        func side(_ isTarget: Bool) -> [(count: Int, size: Int)] {
          bags.indices.filter { target.contains($0) == isTarget && !bags[$0].isEmpty }.map {
            index in
            (bags[index].count { $0 == word.word }, bags[index].count)
          }
        }
        let (one, other) = (side(true), side(false))
        func sum(_ values: [Int]) -> Int { values.reduce(0, +) }
        #expect(
          word.occurrences
            == Keyness(
              target: sum(one.map(\.count)), targetSize: sum(one.map(\.size)),
              rest: sum(other.map(\.count)), restSize: sum(other.map(\.size))))
        #expect(
          word.documents
            == Keyness(
              target: one.count { $0.count > 0 }, targetSize: one.count,
              rest: other.count { $0.count > 0 }, restSize: other.count))
        let welch = WelchTest(
          .init(one.map { Double($0.count) / Double($0.size) }),
          .init(other.map { Double($0.count) / Double($0.size) }))
        #expect((welch == nil) == (word.welch == nil))
        if let welch, let found = word.welch {
          #expect(abs(welch.statistic - found.statistic) < 1e-9 * max(1, abs(welch.statistic)))
          #expect(abs(welch.significance - found.significance) < 1e-9)
        }
        for (side, found) in [(one, word.deviation), (other, word.restDeviation)] {
          let dispersion = Dispersion(counts: side.map(\.count), sizes: side.map(\.size))
          let expected = dispersion.deviationOfProportions
          #expect((expected == nil) == (found == nil))
          if let expected, let found { #expect(abs(expected - found) < 1e-12) }
        }
      }
    }
  }

  private static let sample = [
    ["甲 甲 甲 乙", "丙 丙 丙 丙"], ["甲 甲 丁 乙"], ["乙 乙 丁 戊 戊"], ["乙 丁 丁 戊 戊 戊"],
  ]

  @Test("are overused or underused, the strongest first")
  func areSorted() {
    let (_, words) = analyse(Self.sample, target: [0, 1])
    // 甲 5 and 丙 4 of 12 in the target only; 戊 5 of 11 and 丁, 乙 more often in the reference.
    #expect(words.map(\.word) == ["甲", "丙", "戊", "丁", "乙"])
    #expect(words.map(\.isOverused) == [true, true, false, false, false])
    var selection = Self.everything()
    for (use, expected) in [(KeyWordSelection.Use.over, ["甲", "丙"]), (.under, ["戊"])] {
      selection.use = use
      selection.limit = use == .over ? 2 : 1
      let analysis = KeyWordAnalysis(
        WordSequence(Self.sample),
        sides: [(0, .target), (1, .target), (2, .reference), (3, .reference)])
      #expect(analysis.keyWords(selection).map(\.word) == expected)
    }
  }

  @Test("of one document only are marked")
  func marksOneDocument() {
    let (_, words) = analyse(Self.sample, target: [0, 1])
    #expect(words.filter(\.isOfOneDocument).map(\.word) == ["丙"])
  }

  @Test("are corrected for all that were tested, not for those shown")
  func correctsForAllTested() throws {
    var selection = Self.everything()
    let analysis = KeyWordAnalysis(
      WordSequence(Self.sample),
      sides: [(0, .target), (1, .target), (2, .reference), (3, .reference)])
    let all = analysis.keyWords(selection)
    selection.minimumLogRatio = 1
    selection.use = .over
    let some = analysis.keyWords(selection)
    #expect(some.map(\.adjustedSignificance) == all.prefix(2).map(\.adjustedSignificance))
    // 戊 is the surest of five words, and 甲 the next.
    #expect(some[0].adjustedSignificance == 4 * some[0].occurrences.significance)
    selection.minimumCount = 5
    // 甲, 乙 and 戊 are left.
    #expect(
      analysis.keyWords(selection)[0].adjustedSignificance
        == 2 * some[0].occurrences.significance)
    selection.maximumSignificance = 0
    #expect(analysis.keyWords(selection).isEmpty)
  }

  @Test("are the same in whatever order words were numbered")
  func doesNotDependOnOrder() {
    let order = [2, 0, 3, 1]
    let (_, words) = analyse(Self.sample, target: [0, 1])
    let shuffled = KeyWordAnalysis(
      WordSequence(order.map { Self.sample[$0] }),
      sides: [1, 3, 0, 2].map { ($0, $0 == 1 || $0 == 3 ? .target : .reference) })
    #expect(shuffled.keyWords(Self.everything()) == words)
  }

  @Test("do not come out of nothing")
  func mayBeNone() {
    for documents in [[], [[]], [["，"], []], [["甲"], []]] as [[[String]]] {
      let (analysis, words) = analyse(documents, target: [0])
      #expect(words.isEmpty)
      #expect(analysis.referenceSize == 0)
    }
  }
}
