import LunhengConfiguration
import LunhengCore
import Testing

struct CodebookTests {
  @Test func readsEveryField() throws {
    let checked = Codebook.parse(
      """
      codebook: clusters
      name: {zh-Hant: 產業集群, en: Clusters}
      overlap: theme
      themes:
        - id: 國際金融
          name: {zh-Hant: 國際金融, en: International finance}
          definition: |
            金融市場
            與機構
          terms:
            - 金融中心
            - {term: 金融科技, weight: 2.5}
      """, path: "clusters.yaml")
    #expect(checked.diagnostics.isEmpty)
    #expect(
      checked.value
        == Codebook(
          id: "clusters", name: LocalizedName(["zh-Hant": "產業集群", "en": "Clusters"]),
          overlap: .theme,
          themes: [
            Theme(
              id: "國際金融",
              name: LocalizedName(["zh-Hant": "國際金融", "en": "International finance"]),
              definition: "金融市場\n與機構",
              terms: [Term("金融中心"), Term("金融科技", weight: 2.5)])
          ]))
  }

  @Test func optionalFieldsHaveDefaults() throws {
    let codebook = try #require(
      Codebook.parse(
        """
        codebook: small
        themes:
          - id: 算力
            terms: [算力]
        """, path: "small.yaml"
      ).value)
    #expect(codebook.overlap == .codebook)
    #expect(codebook.name.preferred("zh-Hant") == "small")
    #expect(codebook.themes[0].name.preferred("en") == "算力")
    #expect(codebook.themes[0].definition == nil)
    #expect(codebook.themes[0].terms == [Term("算力", weight: 1)])
  }

  @Test func aPlainNameServesForEveryLanguage() throws {
    let codebook = try #require(
      Codebook.parse(
        "{codebook: a, name: 集群, themes: [{id: b, name: Compute, terms: [算力]}]}", path: "a.yaml"
      ).value)
    #expect(codebook.name.preferred("en") == "集群")
    #expect(codebook.themes[0].name.preferred("zh-Hant") == "Compute")
  }

  /// YAML takes these for numbers, truth values, dates and nothing.
  @Test(arguments: [
    "2047", "5G", "no", "true", "1.50", "0x1F", "2023-12-18", "null", "1_000", "on",
  ])
  func aTermIsTakenAsItIsWritten(_ term: String) throws {
    let codebook = try #require(
      Codebook.parse("{codebook: a, themes: [{id: b, terms: [\(term)]}]}", path: "a.yaml").value)
    #expect(codebook.themes[0].terms == [Term(term)])
  }

  @Test func idsAndNamesAreTakenAsTheyAreWritten() throws {
    let codebook = try #require(
      Codebook.parse(
        "{codebook: 2047, themes: [{id: no, name: 1.0, terms: [a]}]}", path: "a.yaml"
      ).value)
    #expect(codebook.id == "2047")
    #expect(codebook.themes[0].id == "no")
    #expect(codebook.themes[0].name.preferred("en") == "1.0")
  }

  @Test func anchorsStandForWhatTheyName() throws {
    let codebook = try #require(
      Codebook.parse(
        """
        codebook: a
        themes:
          - id: 算力
            name: &name {zh-Hant: 算力}
            definition: &rule 只計基建
            terms: [算力]
          - {id: 中試, name: *name, definition: *rule, terms: [中試]}
        """, path: "a.yaml"
      ).value)
    #expect(codebook.themes[1].name == codebook.themes[0].name)
    #expect(codebook.themes[1].definition == "只計基建")
  }

  @Test func aByteOrderMarkIsNotPartOfTheFirstKey() {
    let text = "codebook: a\nthemes: [{id: b, terms: [c]}]\n"
    #expect(Codebook.parse([0xEF, 0xBB, 0xBF] + Array(text.utf8), path: "a.yaml").value != nil)
  }

  @Test func windowsLineEndsAreLineEnds() {
    let text: MarkedText = "codebook: a\r\nthemes:\r\n  - id: b\r\n    terms: [1️⃣、]\r\n"
    let checked = Codebook.parse(text.text, path: "a.yaml")
    #expect(checked.diagnostics.map(\.summary) == [text.expect(1, "punctuation-term")])
  }
}
