import Testing

@testable import LunhengCore

@Suite("Codebook changes")
struct CodebookChangesTests {
  private static func theme(
    _ id: String, _ terms: [Term] = [], parent: Int? = nil, exclusions: [CodingRule] = []
  ) -> Theme {
    Theme(
      id: id, name: LocalizedName(["en": id]), parent: parent, terms: terms,
      exclusions: exclusions)
  }

  private static func book(
    _ themes: [Theme], overlap: OverlapPolicy = .codebook, exclusions: [CodingRule] = []
  ) -> Codebook {
    Codebook(
      id: "test", name: LocalizedName([:]), overlap: overlap, exclusions: exclusions,
      themes: themes)
  }

  private static func edits(_ old: Codebook, _ new: Codebook) -> [String] {
    CodebookChanges(from: old, to: new).edits.map { edit in
      [edit.kind.rawValue, edit.themeID, edit.subject, edit.detail].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  @Test("are in the order of the new codebook, then what it lacks")
  func order() {
    let old = Self.book(
      [
        Self.theme("甲", [Term("一"), Term("二"), Term("三")]), Self.theme("乙", [Term("四")]),
        Self.theme("丙", [Term("五")]), Self.theme("丁", [Term("六")], parent: 2),
      ], exclusions: [.phrase("舊")])
    let new = Self.book(
      [
        Self.theme("戊", [Term("七"), Term("八")]),
        Self.theme("甲", [Term("九"), Term("三", weight: 2), Term("一")], parent: 0),
        Self.theme("己", [Term("四")]),
      ], overlap: .all, exclusions: [.phrase("新")])
    #expect(
      Self.edits(old, new) == [
        "overlap-changed codebook → all", "exclusion-added 新", "theme-added 戊 2 terms",
        "theme-moved 甲 top → 戊", "term-added 甲 九", "term-changed 甲 三 weight 1.0 → 2.0",
        "theme-renamed 己 乙 → 己", "exclusion-removed 舊", "term-removed 甲 二",
        "theme-removed 丁 1 term", "theme-removed 丙 1 term",
      ])
  }

  @Test("pair terms that are called alike in order, whatever else stands between them")
  func pairs() {
    let old = Self.book([Self.theme("甲", [Term("一"), Term("二"), Term("一", weight: 3)])])
    let new = Self.book([
      Self.theme("甲", [Term("一", weight: 2), Term("三"), Term("一"), Term("一", weight: 4)])
    ])
    #expect(
      Self.edits(old, new) == [
        "term-changed 甲 一 weight 3.0 → 2.0", "term-added 甲 三", "term-added 甲 一",
        "term-removed 甲 二",
      ])
  }

  @Test("of thousands of terms take no time", .timeLimit(.minutes(1)))
  func thousands() {
    let old = (0..<20_000).map { Term("甲\($0)") }
    let new = (0..<20_000).map { Term("乙\($0)") }
    #expect(
      Self.edits(Self.book([Self.theme("甲", old)]), Self.book([Self.theme("甲", new)])).count
        == 40_000)
  }

  @Test("tell what of a term was changed")
  func terms() {
    let old = Self.book([Self.theme("甲", [Term("一"), Term("二", weight: 1)])])
    let new = Self.book([
      Self.theme(
        "甲",
        [
          Term(CodingRule(.phrase("一", isExact: true), unless: [.phrase("一二")]), label: "壹"),
          Term(.phrase("二"), statuses: [.aligned]),
        ])
    ])
    #expect(
      Self.edits(old, new) == [
        "term-changed 甲 壹 label 一 → 壹; rule 一 → 一 exact unless 一二",
        "term-changed 甲 二 status any → aligned",
      ])
  }

  @Test("are none where only the order, notes and examples are others")
  func none() {
    let old = Self.book([Self.theme("甲", [Term("一"), Term("二")]), Self.theme("乙")])
    var other = Self.theme("甲", [Term("二"), Term("一")])
    other.notes = "…"
    other.examples = [ThemeExample("一", .positive)]
    #expect(Self.edits(old, Self.book([Self.theme("乙"), other])) == [])
  }

  @Test("know where an edit stands")
  func sources() {
    let old = Self.book([Self.theme("乙"), Self.theme("甲", [Term("一"), Term("二")])])
    let new = Self.book([Self.theme("甲", [Term("一"), Term("三")]), Self.theme("乙")])
    let edits = CodebookChanges(from: old, to: new).edits
    #expect(edits.map(\.isRemoval) == [false, true])
    #expect(edits.map { $0.source?.theme } == [0, 1])
    #expect(edits.map { $0.source?.term } == [1, 1])
  }

  @Test("turn a theme and its subtheme round without a cycle on the way")
  func turnsRound() {
    let old = Self.book([Self.theme("甲"), Self.theme("乙", parent: 0)])
    let new = Self.book([Self.theme("乙"), Self.theme("甲", parent: 0)])
    let stages = CodebookChanges(from: old, to: new).stages()
    #expect(stages.map(\.lineages).map { $0.map(\.count) } == [[2, 1], [1, 1], [1, 2]])
  }
}
