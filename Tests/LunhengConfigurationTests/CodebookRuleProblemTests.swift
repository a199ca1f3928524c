import LunhengConfiguration
import LunhengCore
import Testing

struct CodebookRuleProblemTests {
  private func codes(_ item: String) -> [String] {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [中試, \(item)]}]}", path: "a.yaml")
    #expect(checked.value == nil, "the codebook was accepted")
    return checked.diagnostics.map(\.code)
  }

  @Test func everyProblemOfARuleHasItsPlace() {
    let text: MarkedText = """
      codebook: a
      themes:
        - id: b
          terms:
            - 1️⃣{weight: 2, label: x}
            - {term: c, 2️⃣any: [d]}
            - {term: e, 3️⃣ordered: true, 4️⃣within: 3}
            - {5️⃣all: [f]}
            - {near: [g, h], within: 6️⃣far}
            - {any: [{term: i, 7️⃣weight: 2}, 8️⃣{exact: true}]}
            - {pattern: 9️⃣'第(一'}
      """
    #expect(
      Codebook.parse(text.text, path: "a.yaml").diagnostics.map(\.summary) == [
        text.expect(1, "rule-kind"), text.expect(2, "rule-kind"),
        text.expect(3, "misplaced-key"), text.expect(4, "misplaced-key"),
        text.expect(5, "too-few-members"), text.expect(6, "invalid-value"),
        text.expect(7, "misplaced-key"), text.expect(8, "rule-kind"),
        text.expect(9, "invalid-pattern"),
      ])
  }

  @Test(arguments: [
    ("{pattern: 'a+', exact: true}", "misplaced-key"),
    ("{any: [c], within: document}", "misplaced-key"),
    ("{all: [c, d], ordered: true, within: document}", "misplaced-key"),
    ("{any: [{term: c, label: d}]}", "misplaced-key"),
    ("{any: [{term: c, status: [aligned]}]}", "misplaced-key"),
    ("{term: c, unless: [{term: d, weight: 2}]}", "misplaced-key"),
    ("{all: [c, {lexicon: d.txt}]}", "misplaced-key"),
    ("{near: [c, d]}", "missing-key"), ("{near: [c], within: 3}", "too-few-members"),
    ("{near: [c, d], within: -1}", "invalid-value"),
    ("{near: [c, d], within: 0 sentences}", "invalid-value"),
    ("{near: [c, d], within: 2 pages}", "invalid-value"),
    ("{near: [c, d], within: 99999999999999999999}", "invalid-value"),
    ("{near: [c, d], within: sentence}", "invalid-value"),
    ("{near: [c, d], within: 3, ordered: maybe}", "invalid-value"),
    ("{all: [c, d], within: page}", "invalid-value"), ("{all: [c, d], within: 3}", "invalid-value"),
    ("{any: []}", "empty-list"), ("{any: c}", "wrong-type"), ("{any: [[c]]}", "wrong-type"),
    ("{any: ['、']}", "punctuation-term"), ("{term: c, exact: yes}", "invalid-value"),
    ("{term: c, status: [straight]}", "invalid-value"), ("{term: c, status: []}", "empty-list"),
    ("{term: c, label: ''}", "empty-value"), ("{term: c, unless: []}", "empty-list"),
    ("{term: c, unless: d}", "wrong-type"), ("{term: c, not: d}", "wrong-type"),
    ("{term: c, not: {within: paragraph}}", "missing-key"),
    ("{term: c, not: {terms: [d], within: page}}", "invalid-value"),
    ("{term: c, not: {any: [d], terms: [e]}}", "unknown-key"),
    ("{any: [{trem: c}]}", "unknown-key"), ("{trem: c}", "unknown-key"),
    ("{term: c, any: [d], pattern: e}", "rule-kind"),
    ("{pattern: ''}", "empty-value"), ("{pattern: 'a*'}", "empty-match"),
    ("{pattern: '(?=c)'}", "empty-match"), (#"{pattern: '\y'}"#, "invalid-pattern"),
    ("{pattern: '[一'}", "invalid-pattern"), (#"{pattern: '\p{Xyz}'}"#, "invalid-pattern"),
    ("\"\\u115F\\uFE0F\"", "empty-term"),
  ])
  func aRuleThatMakesNoSenseIsAnError(_ item: String, _ code: String) {
    #expect(codes(item) == [code])
  }

  @Test(arguments: [
    "{term: 印度, unless: [印度]}", "{term: ＡＩ, unless: [印度, ai]}",
    "{any: [幾內亞, 印度], unless: [印度]}", "{any: [幾內亞, 印度], unless: [{any: [印度, 印尼]}]}",
    "{all: [印度, 貿易], unless: [印度]}", "{term: IPO, exact: true, unless: [ipo]}",
    "{term: 印度, not: [印度]}", "{term: 印度尼西亞, not: [印度]}",
    "{all: [印度, 貿易], not: [貿易]}",
    "{all: [印度, 貿易], within: paragraph, not: {terms: [貿易], within: paragraph}}",
    "{near: [印度, 貿易], within: 3, ordered: true, not: [印度]}",
    "{all: [印度, 貿易, 印度]}", "{all: [AI, {term: ａｉ}]}",
  ])
  func rulesThatLeaveNothingAreContradictory(_ item: String) {
    #expect(codes(item) == ["contradictory-rule"])
  }

  @Test(arguments: [
    "{term: 印度, unless: [印度尼西亞]}", "{term: 印度尼西亞, unless: [印度]}",
    "{term: IPO, unless: [{term: IPO, exact: true}]}",
    "{term: 印度, unless: [{term: 印度, not: [貿易]}]}", "{term: 印度, not: [印度尼西亞]}",
    "{term: IPOs, not: [IPO]}", "{all: [印度, 貿易], within: paragraph, not: [貿易]}",
    "{all: [印度, {any: [貿易, 投資]}], not: [投資]}", "{near: [金融, 金融], within: 3}",
    "{near: [印度, 貿易], within: 3, unless: [印度]}",
  ])
  func rulesThatLeaveSomethingAreNot(_ item: String) {
    let checked = Codebook.parse("{codebook: a, themes: [{id: b, terms: [\(item)]}]}", path: "a")
    #expect(checked.diagnostics.map(\.line) == [])
  }

  @Test func aTermThatIsExcludedIsContradictory() {
    let text: MarkedText = """
      codebook: a
      exclude: [印尼, {any: [白宮, 印度]}, {term: 房屋, not: [白宮]}]
      themes:
        - id: b
          exclude: [{term: IPO, exact: true}]
          terms: [1️⃣印度, 房屋, IPO]
          themes:
            - id: c
              terms: [{term: 2️⃣IPO, exact: true}, {3️⃣any: [巴西, 印尼]}, 印尼盾]
      """
    let checked = Codebook.parse(text.text, path: "a.yaml")
    #expect(
      checked.diagnostics.map(\.summary) == [
        text.expect(1, "contradictory-rule"), text.expect(2, "contradictory-rule"),
        text.expect(3, "contradictory-rule"),
      ])
    #expect(checked.diagnostics.dropFirst().first?.message.contains("of theme 'b'") == true)
  }

  @Test func whatIsNestedTooDeepIsAnError() {
    func nested(_ depth: Int) -> String {
      let open = String(repeating: "{any: [", count: depth)
      return open + "c" + String(repeating: "]}", count: depth)
    }
    #expect(codes(nested(16)) == ["nested-too-deep"])
    #expect(
      Codebook.parse("{codebook: a, themes: [{id: b, terms: [\(nested(15))]}]}", path: "a").value
        != nil)
    func themes(_ depth: Int) -> String {
      (1...depth).map { "themes: [{id: t\($0), " }.joined() + "terms: [c]"
        + String(repeating: "}]", count: depth)
    }
    #expect(Codebook.parse("{codebook: a, \(themes(16))}", path: "a").value != nil)
    #expect(
      Codebook.parse("{codebook: a, \(themes(17))}", path: "a").diagnostics.map(\.code)
        == ["nested-too-deep"])
  }

  @Test(arguments: [
    ("examples: {}", "empty-value"), ("examples: [d]", "wrong-type"),
    ("examples: {positive: []}", "empty-list"),
    ("examples: {positive: [{leading: true}]}", "missing-key"),
    ("examples: {positive: ['']}", "empty-value"), ("examples: {neutral: [d]}", "unknown-key"),
    ("examples: {positive: [{text: d, leading: perhaps}]}", "invalid-value"),
    ("examples: {negative: [{text: d, leading: true}]}", "misplaced-key"),
    ("exclude: []", "empty-list"), ("exclude: [{term: d, weight: 2}]", "misplaced-key"),
    ("exact: 1", "invalid-value"), ("notes: [d]", "wrong-type"), ("themes: []", "empty-list"),
    ("themes: [{id: b, terms: [d]}]", "duplicate-theme"),
  ])
  func aThemeThatIsMisshapenIsRejected(_ entry: String, _ code: String) {
    let checked = Codebook.parse(
      "codebook: a\nthemes: [{id: b, terms: [c], \(entry)}]\n", path: "a.yaml")
    #expect(checked.value == nil)
    #expect(checked.diagnostics.map(\.code) == [code])
  }

  @Test(arguments: [
    ("near: [a1, b1, c1, d1, e1, f1, g1, h1, i1], within: 2", "too-many-members"),
    ("near: [甲, 乙], within: 1001", "invalid-value"), ("term: 甲, weight: 1e308", "invalid-value"),
  ])
  func whatWouldCostOrCountTooMuchIsRejected(_ entry: String, _ code: String) {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [{\(entry)}]}]}", path: "a.yaml")
    #expect(checked.diagnostics.map(\.code) == [code])
  }

  @Test func subthemesMayShareTerms() {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [c], themes: [{id: d, terms: [C]}]}]}", path: "a.yaml")
    #expect(checked.value != nil)
    #expect(checked.diagnostics.isEmpty)
  }

  @Test func rulesThatFindTheSameAreDuplicates() {
    #expect(
      codes("{any: [AI, 算力], weight: 2}, {any: [ａｉ, 算力], label: d}") == ["duplicate-term"])
  }

  @Test(arguments: [
    (
      "{weight: 2}",
      "the item says nothing to look for; write one of 'term', 'any', 'all', 'near', 'pattern', 'lexicon'"
    ),
    ("{term: c, any: [d]}", "the item has 'term', 'any' together; keep one of them"),
    ("{term: c, ordered: true}", "'ordered' means nothing here; it belongs to 'near'"),
    (
      "{pattern: '第(一'}",
      "no regular expression: a parenthesis has no partner at character 3 of the pattern; write it as ICU does"
    ),
    (
      "{term: c, not: [C]}",
      "'not' lists 'C', which is wherever the rule has a hit; delete one of them"
    ),
  ])
  func messagesNameTheRemedy(_ item: String, _ message: String) {
    let checked = Codebook.parse("{codebook: a, themes: [{id: b, terms: [\(item)]}]}", path: "a")
    #expect(checked.diagnostics.first?.message == message)
  }
}
