import LunhengConfiguration
import LunhengCore
import Testing

/// What each kind of rule, and each option of one, is read as.
struct CodebookRuleTests {
  private func term(_ item: String) throws -> Term {
    let checked = Codebook.parse(
      "{codebook: a, themes: [{id: b, terms: [\(item)]}]}", path: "a.yaml")
    #expect(checked.diagnostics.map(\.line) == [])
    return try #require(checked.value?.themes[0].terms.first)
  }

  @Test func aPhraseMayBeExact() throws {
    #expect(
      try term("{term: IPO, exact: true}") == Term(CodingRule(.phrase("IPO", isExact: true))))
  }

  @Test func aTermHasWeightLabelAndStatus() throws {
    #expect(
      try term("{term: 中試, weight: 2, label: 中間試驗, status: [aligned, nested, aligned]}")
        == Term(
          .phrase("中試"), weight: 2, label: "中間試驗", statuses: [.aligned, .nested]))
    #expect(try term("{term: 中試, status: aligned}").statuses == [.aligned])
  }

  @Test func wordingsAreAlternatives() throws {
    #expect(
      try term("{any: [算力, {term: IPO, exact: true}, {pattern: 'a+'}]}")
        == Term(
          CodingRule(
            .any([
              .phrase("算力"), CodingRule(.phrase("IPO", isExact: true)), CodingRule(.pattern("a+")),
            ]))))
  }

  @Test(arguments: [
    ("", TextScope.sentence), (", within: sentence", .sentence),
    (", within: paragraph", .paragraph),
    (", within: document", .document),
  ])
  func companyIsLookedForInAScope(_ option: String, _ scope: TextScope) throws {
    #expect(
      try term("{all: [房屋, {any: [供應, 短缺]}]\(option)}")
        == Term(
          CodingRule(
            .all(
              [.phrase("房屋"), CodingRule(.any([.phrase("供應"), .phrase("短缺")]))], within: scope))))
  }

  @Test(arguments: [
    ("within: 10", Distance.characters(10), false), ("within: 0", .characters(0), false),
    ("within: 2 sentences, ordered: true", .sentences(2), true),
    ("within: 1 sentence, ordered: false", .sentences(1), false),
  ])
  func nearnessIsCountedInCharactersOrSentences(
    _ options: String, _ distance: Distance, _ isOrdered: Bool
  ) throws {
    #expect(
      try term("{near: [削減, 開支], \(options)}")
        == Term(
          CodingRule(
            .near([.phrase("削減"), .phrase("開支")], within: distance, isOrdered: isOrdered))))
  }

  @Test func aPatternIsTakenAsItIsWritten() throws {
    #expect(
      try term("{pattern: '第[一二三]+次', label: 次數}")
        == Term(CodingRule(.pattern("第[一二三]+次")), label: "次數"))
  }

  @Test func hitsMayBeExcepted() throws {
    #expect(
      try term("{term: 幾內亞, unless: [幾內亞比紹, {pattern: '.+幾內亞'}]}")
        == Term(
          CodingRule(
            .phrase("幾內亞", isExact: false),
            unless: [.phrase("幾內亞比紹"), CodingRule(.pattern(".+幾內亞"))])))
  }

  @Test(arguments: [
    ("[白宮]", TextScope.sentence), ("{terms: [白宮]}", .sentence),
    ("{terms: [白宮], within: paragraph}", .paragraph),
  ])
  func companyMayBeForbidden(_ value: String, _ scope: TextScope) throws {
    #expect(
      try term("{term: 房屋, not: \(value)}")
        == Term(
          CodingRule(
            .phrase("房屋", isExact: false), absence: .init([.phrase("白宮")], within: scope))))
  }

  @Test func partsHaveConditionsOfTheirOwn() throws {
    #expect(
      try term("{all: [{term: 印度, unless: [印度尼西亞]}, {any: [貿易], not: [制裁]}]}").rule
        == CodingRule(
          .all(
            [
              CodingRule(.phrase("印度", isExact: false), unless: [.phrase("印度尼西亞")]),
              CodingRule(.any([.phrase("貿易")]), absence: .init([.phrase("制裁")])),
            ], within: .sentence)))
  }

  /// The innermost `exact` decides; that of a rule is for what it looks for, not for its conditions.
  @Test func exactnessIsInherited() throws {
    let codebook = try #require(
      Codebook.parse(
        """
        codebook: a
        exact: true
        exclude: [X]
        themes:
          - id: b
            terms: [A, {term: B, exact: false}, {any: [C, {term: D, exact: false}]}]
            themes:
              - {id: c, exact: false, terms: [E, {any: [F], exact: true, unless: [FF]}], exclude: [Y]}
        """, path: "a.yaml"
      ).value)
    func phrase(_ text: String, _ isExact: Bool) -> CodingRule {
      CodingRule(.phrase(text, isExact: isExact))
    }
    #expect(codebook.exclusions == [phrase("X", true)])
    #expect(
      codebook.themes[0].terms.map(\.rule) == [
        phrase("A", true), phrase("B", false),
        CodingRule(.any([phrase("C", true), phrase("D", false)])),
      ])
    #expect(
      codebook.themes[1].terms.map(\.rule) == [
        phrase("E", false), CodingRule(.any([phrase("F", true)]), unless: [phrase("FF", false)]),
      ])
    #expect(codebook.themes[1].exclusions == [phrase("Y", false)])
  }

  @Test func themesHaveNotesExclusionsExamplesAndSubthemes() throws {
    let checked = Codebook.parse(
      """
      codebook: a
      definition: 全部
      exclude: [印度尼西亞, {pattern: '第.{1,3}章'}]
      themes:
        - id: 房屋
          notes: 見手冊
          exclude: [白宮房屋]
          examples:
            positive: [公屋不足, {text: 增建房屋, leading: true}, {text: 居屋}]
            negative: [白宮, {text: 金屋}]
          themes:
            - {id: 公屋, terms: [公屋], themes: [{id: 輪候, terms: [輪候冊]}]}
            - {id: 居屋, terms: [居屋]}
        - {id: 土地, terms: [土地]}
      """, path: "a.yaml")
    #expect(checked.diagnostics.map(\.line) == [])
    let codebook = try #require(checked.value)
    #expect(codebook.definition == "全部")
    #expect(codebook.exclusions == [.phrase("印度尼西亞"), CodingRule(.pattern("第.{1,3}章"))])
    #expect(codebook.themes.map(\.id) == ["房屋", "公屋", "輪候", "居屋", "土地"])
    #expect(codebook.themes.map(\.parent) == [nil, 0, 1, 0, nil])
    #expect(codebook.themes[0].terms.isEmpty)
    #expect(codebook.themes[0].notes == "見手冊")
    #expect(codebook.themes[0].exclusions == [.phrase("白宮房屋")])
    #expect(
      codebook.themes[0].examples == [
        ThemeExample("公屋不足", .positive), ThemeExample("增建房屋", .leading),
        ThemeExample("居屋", .positive), ThemeExample("白宮", .negative),
        ThemeExample("金屋", .negative),
      ])
  }

  /// They find the same text, but not the same hits.
  @Test func oneSpellingMayServeSeveralTerms() throws {
    let checked = Codebook.parse(
      """
      codebook: a
      themes:
        - id: b
          terms:
            - {term: 中試, status: [aligned]}
            - {term: 中試, status: [nested], weight: 0.5}
            - {term: 中試, not: [年中]}
            - {term: 中試, exact: true}
      """, path: "a.yaml")
    #expect(checked.diagnostics.map(\.line) == [])
    #expect(checked.value?.themes[0].terms.count == 4)
  }
}
