import LunhengConfiguration
import LunhengCore
import LunhengReport

/// A coverage matrix in the formats that it can be written in.
public struct CoverageRendering: Sendable {
  private let matrix: CoverageMatrix
  private let measure: CoverageMeasure
  private let language: String
  private let manifest: JSONValue?

  public init(
    matrix: CoverageMatrix, measure: CoverageMeasure, language: String = "zh-Hant",
    manifest: JSONValue? = nil
  ) {
    self.matrix = matrix
    self.measure = measure
    self.language = language
    self.manifest = manifest
  }

  /// - Parameter evidence: passages behind the cells, for HTML.
  public func text(
    _ format: PipelineConfiguration.Coverage.Format, evidence: [CellEvidence] = []
  ) -> String {
    let table = matrix.table(measure, language: language)
    switch format {
    case .csv: return table.csv()
    case .markdown: return table.markdown()
    case .text: return table.terminal(TerminalStyle(width: nil, usesColour: false))
    case .json:
      return JSONWriter(isPretty: true).string(matrix.jsonValue(measure, manifest: manifest)) + "\n"
    case .html:
      return matrix.htmlPage(
        measure, language: language,
        notes: manifest.map { ["manifest: " + JSONWriter().string($0)] } ?? [],
        evidence: evidence)
    }
  }
}
