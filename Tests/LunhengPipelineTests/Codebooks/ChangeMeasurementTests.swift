import LunhengCore
import Testing

@testable import LunhengPipeline

/// Random codebooks and texts of five characters, so that phrases overlap a lot.
private struct RandomCodebooks {
  var generator: SeededGenerator
  var alphabet = "金融中心區"

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

  mutating func text(_ range: ClosedRange<Int>, of alphabet: String) -> String {
    String((0..<number(range)).map { _ in alphabet.randomElement(using: &generator)! })
  }

  mutating func phrase() -> CodingRule { .phrase(text(1...3, of: alphabet)) }

  mutating func rule() -> CodingRule {
    let scope = TextScope.allCases.randomElement(using: &generator)!
    switch number(0...9) {
    case 0: return CodingRule(.any([phrase(), phrase()]))
    case 1: return CodingRule(.all([phrase(), phrase()], within: scope))
    case 2:
      return CodingRule(.near([phrase(), phrase()], within: .characters(2), isOrdered: false))
    case 3: return CodingRule(phrase().kind, unless: [phrase()])
    case 4:
      return CodingRule(phrase().kind, absence: CodingRule.Absence([phrase()], within: scope))
    case 5: return CodingRule(.pattern("金.心"))
    default: return phrase()
    }
  }

  mutating func theme(_ id: Int, parents: Int) -> Theme {
    Theme(
      id: "主題\(id)", name: LocalizedName([:]),
      parent: parents > 0 && number(0...2) == 0 ? number(0...parents - 1) : nil,
      terms: (0..<number(0...4)).map { _ in Term(rule()) },
      exclusions: number(0...4) == 0 ? [phrase()] : [])
  }

  mutating func codebook() -> Codebook {
    var themes: [Theme] = []
    for id in 0..<number(1...4) { themes.append(theme(id, parents: themes.count)) }
    return Codebook(
      id: "test", name: LocalizedName([:]),
      overlap: OverlapPolicy.allCases.randomElement(using: &generator)!,
      exclusions: number(0...3) == 0 ? [phrase()] : [], themes: themes)
  }

  /// The codebook with some things added, removed and changed.
  mutating func edited(_ codebook: Codebook) -> Codebook {
    var result = codebook
    for _ in 0..<number(1...6) {
      let theme = number(0...result.themes.count - 1)
      let terms = result.themes[theme].terms
      switch number(0...8) {
      case 0: result.overlap = OverlapPolicy.allCases.randomElement(using: &generator)!
      case 1: result.exclusions = number(0...1) == 0 ? [] : [phrase()]
      case 2: result.themes[theme].exclusions = [phrase()]
      case 3:
        result.themes.append(self.theme(number(10...20), parents: result.themes.count))
      case 4 where result.themes.count > 1 && !result.themes.contains { $0.parent == theme }:
        result.themes.remove(at: theme)
        for index in result.themes.indices {
          if let parent = result.themes[index].parent, parent > theme {
            result.themes[index].parent = parent - 1
          }
        }
      case 5: result.themes[theme].parent = theme > 0 ? number(0...theme - 1) : nil
      case 6 where !terms.isEmpty: result.themes[theme].terms.removeFirst()
      case 7 where !terms.isEmpty: result.themes[theme].terms[0].rule = rule()
      default: result.themes[theme].terms.append(Term(rule()))
      }
    }
    return result
  }
}

@Suite("What the edits of a codebook do")
struct ChangeMeasurementTests {
  private static func text(_ blocks: [String]) -> SourceText {
    SourceText(
      document: DocumentCoverage(key: "it", characters: 1, themes: []),
      blocks: blocks.map { Array($0.utf16) }, ordinals: Array(blocks.indices))
  }

  private static let segmenter = Segmenter()

  private static func worker(_ measurement: ChangeMeasurement) throws -> ChangeWorker {
    try measurement.makeWorker(try segmenter.makeWorker())
  }

  /// The hits of each theme and its subthemes, by number, found by the codebook as a whole.
  private static func counts(_ stage: CodebookChanges.Stage, _ text: SourceText) throws
    -> [Int: Int]
  {
    var worker = try ThemeMatcher(stage.codebook).makeWorker()
    let matches = worker.matches(in: text.blocks) { text.blocks.map { _ in [] } }
    var stretches: [Int: Set<String>] = [:]
    for (block, matches) in matches.enumerated() {
      for match in matches {
        for theme in stage.codebook.lineage(of: match.theme) {
          stretches[stage.numbers[theme], default: []].insert("\(block) \(match.range)")
        }
      }
    }
    return stretches.mapValues(\.count)
  }

  /// The stretches that a codebook finds, by the theme's id.
  private static func stretches(_ codebook: Codebook, _ text: SourceText) throws -> Set<String> {
    var worker = try ThemeMatcher(codebook).makeWorker()
    let matches = worker.matches(in: text.blocks) { text.blocks.map { _ in [] } }
    return Set(
      matches.enumerated().flatMap { block, matches in
        matches.map { "\(codebook.themes[$0.theme].id) \(block) \($0.range)" }
      })
  }

  @Test("adds up to the whole, and the last edit leads to the new codebook", arguments: 0..<200)
  func addsUp(seed: UInt64) throws {
    var random = RandomCodebooks(generator: SeededGenerator(seed: seed))
    let old = random.codebook()
    let new = random.edited(old)
    let changes = CodebookChanges(from: old, to: new)
    let measurement = ChangeMeasurement(changes, threads: 1)
    let worker = try Self.worker(measurement)
    let stages = changes.stages()
    for _ in 0..<3 {
      let blocks = (0..<random.number(1...3)).map { _ in random.text(0...24, of: "金融中心區。") }
      let text = Self.text(blocks)
      let found = measurement.measure(text, worker)

      #expect(try Self.stretches(stages.last!.codebook, text) == Self.stretches(new, text))
      let net = found.edits.reduce(0) { $0 + $1.effect.gained - $1.effect.lost }
      #expect(net == found.total.gained - found.total.lost)
      var sum: [Int: Int] = [:]
      for edit in found.edits { sum.merge(edit.effect.themes, uniquingKeysWith: +) }
      #expect(sum.filter { $0.value != 0 } == found.total.themes)

      // Each edit by itself, all text matched anew.
      #expect(found.before == (try Self.counts(stages[0], text)))
      for edit in changes.edits.indices {
        let before = try Self.counts(stages[edit], text)
        let after = try Self.counts(stages[edit + 1], text)
        let change = after.merging(before.mapValues { -$0 }, uniquingKeysWith: +)
          .filter { $0.value != 0 }
        let effect = found.edits.first { $0.edit == edit }?.effect
        #expect(effect?.themes ?? [:] == change)
        #expect(effect?.appears ?? false == after.keys.contains { before[$0] == nil })
        #expect(effect?.vanishes ?? false == before.keys.contains { after[$0] == nil })
      }
    }
  }

  @Test("is the same where stages are made when they are needed", arguments: 0..<300)
  func holdsNothing(seed: UInt64) throws {
    var random = RandomCodebooks(generator: SeededGenerator(seed: seed), alphabet: "金發复们們臺")
    let old = random.codebook()
    let changes = CodebookChanges(from: old, to: random.edited(old))
    let held = ChangeMeasurement(changes, threads: 1, mostHeld: .max)
    let lean = ChangeMeasurement(changes, threads: 1, mostHeld: 0)
    let workers = try (Self.worker(held), Self.worker(lean))
    for _ in 0..<3 {
      let text = Self.text(
        (0..<random.number(1...3)).map { _ in random.text(0...24, of: "金發髮发复復覆们們臺台。") })
      let found = held.measure(text, workers.0)
      let other = lean.measure(text, workers.1)
      #expect(found.edits.map(\.edit) == other.edits.map(\.edit))
      #expect(found.edits.map(\.effect) == other.edits.map(\.effect))
      #expect(found.total == other.total && found.before == other.before)
    }
  }

  @Test("tells hits that a theme gains from those that another loses by it")
  func gainsAndLoses() throws {
    func book(_ terms: [String]) -> Codebook {
      Codebook(
        id: "test", name: LocalizedName([:]),
        themes: [
          Theme(id: "甲", name: LocalizedName([:]), terms: [Term("金融")]),
          Theme(id: "乙", name: LocalizedName([:]), terms: terms.map { Term($0) }),
        ])
    }
    let changes = CodebookChanges(from: book([]), to: book(["國際金融", "無"]))
    let measurement = ChangeMeasurement(changes, threads: 1)
    let found = measurement.measure(
      Self.text(["國際金融", "金融和國際金融"]), try Self.worker(measurement))
    #expect(found.edits.map(\.edit) == [0])
    #expect(found.edits[0].effect.gained == 2 && found.edits[0].effect.lost == 2)
    #expect(found.edits[0].effect.themes == [0: -2, 1: 2])
    #expect(found.edits[0].effect.appears && !found.edits[0].effect.vanishes)
    #expect(found.before == [0: 3])
  }
}
