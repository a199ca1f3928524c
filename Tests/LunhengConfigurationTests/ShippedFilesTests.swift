import Foundation
import LunhengConfiguration
import LunhengCore
import Testing

/// The pipeline and codebook that come with the project.
struct ShippedFilesTests {
  private func read(_ path: String) throws -> [UInt8] {
    let project = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: project.appending(path: path)))
  }

  private func codebook() throws -> Checked<Codebook> {
    let path = "Pipelines/codebooks/industry-clusters.yaml"
    return Codebook.parse(try read(path), path: path)
  }

  @Test func theCodebookHasNothingToComplainAbout() throws {
    let checked = try codebook()
    #expect(checked.diagnostics.map(\.line) == [])
    #expect(
      checked.value?.themes.map(\.id) == ["國際金融", "國際算力", "中間試驗", "技術交易", "創業服務"])
  }

  @Test func everyThemeIsDefinedAndNamedInTwoLanguages() throws {
    for theme in try #require(try codebook().value).themes {
      #expect(theme.definition?.contains("不包括") == true)
      #expect(Set(theme.name.byLanguage.keys) == ["zh-Hant", "en"])
      #expect((25...50).contains(theme.terms.count))
      #expect(theme.terms.contains(Term(theme.id)))
    }
  }

  @Test func noTermIsSoGeneralThatItHitsEverything() throws {
    let general: Set = [
      "香港", "本港", "創新", "市場", "企業", "投資", "經濟", "科技", "科研", "金融", "銀行", "服務", "技術",
      "發展", "產業", "人工智能", "大灣區", "政府", "政策",
    ]
    for term in try #require(try codebook().value).themes.flatMap(\.terms) {
      #expect(!general.contains(term.text))
      #expect((2...10).contains(term.text.unicodeScalars.count), "\(term.text)")
    }
  }

  @Test func thePipelineNamesTheCodebookAndWritesUnderOutput() throws {
    let path = "Pipelines/hong-kong-clusters.yaml"
    let checked = PipelineConfiguration.parse(try read(path), path: path)
    #expect(checked.diagnostics.map(\.line) == [])
    let pipeline = try #require(checked.value)
    let resolver = PathResolver(file: path)
    let codebook = try #require(pipeline.themes).codebook
    #expect(resolver.resolve(codebook) == "Pipelines/codebooks/industry-clusters.yaml")
    #expect(resolver.resolve(pipeline.ingest.paths[0]) == "Pipelines/../Corpus/op-eds")
    for output in [pipeline.corpus] + pipeline.coverage.map(\.output) {
      #expect(resolver.resolve(output).hasPrefix("Pipelines/output/hong-kong-clusters/"))
    }
    func formats(_ grouping: CoverageGrouping) -> Set<PipelineConfiguration.Coverage.Format> {
      Set(pipeline.coverage.filter { $0.grouping == grouping }.map(\.format))
    }
    #expect(formats(.document) == [.html, .csv, .json, .markdown])
    #expect(formats(.publication) == [.csv])
    #expect(formats(.author) == [.csv])
    #expect(formats(.month) == [.csv, .html])
  }
}
