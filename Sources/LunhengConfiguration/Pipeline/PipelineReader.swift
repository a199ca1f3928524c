import LunhengCore
internal import Yams

/// Reads a pipeline from the nodes of a YAML document.
struct PipelineReader {
  private var reader: NodeReader
  /// Where each file that the pipeline writes is named, by resolved path.
  private var outputs: [String: Position] = [:]

  init(_ document: YAMLDocument) { reader = NodeReader(document) }

  var problems: [LocatedProblem] { reader.problems }

  /// Nil unless all that a pipeline needs is there; problems may have been met all the same.
  mutating func pipeline(from root: Node) -> PipelineConfiguration? {
    guard
      let fields = reader.fields(
        of: root, section: .pipeline,
        known: ["pipeline", "corpus", "ingest", "segment", "keywords", "themes", "coverage"])
    else { return nil }
    let id = reader.required("pipeline", in: fields).flatMap {
      reader.identifier(of: $0, key: "pipeline")
    }
    let corpus = reader.required("corpus", in: fields).flatMap {
      outputPath(from: $0, key: "corpus")
    }
    let ingest = reader.required("ingest", in: fields).flatMap { ingestSection(from: $0) }
    let segment = fields["segment"].flatMap { segmentSection(from: $0) }
    let keywords = fields["keywords"].flatMap { keywordsSection(from: $0) }
    let themes = fields["themes"].flatMap { themesSection(from: $0) }
    let coverage = fields["coverage"].map { coverageTables(from: $0) } ?? []
    if let field = fields["coverage"], fields["themes"] == nil, !coverage.isEmpty {
      reader.report(.coverageWithoutThemes, at: field.key)
    }
    guard let id, let corpus, let ingest else { return nil }
    return PipelineConfiguration(
      id: id, corpus: corpus, ingest: ingest, segment: segment ?? .init(), keywords: keywords,
      themes: themes, coverage: coverage)
  }

  // MARK: Sections

  private mutating func ingestSection(from field: Fields.Field) -> PipelineConfiguration.Ingest? {
    guard
      let fields = reader.fields(
        of: field, key: "ingest", section: .ingest, known: ["paths", "encoding"])
    else { return nil }
    let items = reader.required("paths", in: fields).flatMap {
      reader.someItems(of: $0, key: "paths")
    }
    let encoding = fields["encoding"].flatMap { encodingName(from: $0) }
    let paths = (items ?? []).compactMap { reader.name(of: Fields.Field(item: $0), key: "paths") }
    return PipelineConfiguration.Ingest(
      paths: paths, encoding: encoding == "auto" ? nil : encoding)
  }

  private mutating func segmentSection(from field: Fields.Field) -> PipelineConfiguration.Segment? {
    guard
      let fields = reader.fields(
        of: field, key: "segment", section: .segment, known: ["lexicons"])
    else { return nil }
    let items = fields["lexicons"].flatMap { reader.items(of: $0, key: "lexicons") } ?? []
    return PipelineConfiguration.Segment(
      lexicons: items.compactMap { reader.name(of: Fields.Field(item: $0), key: "lexicons") })
  }

  private mutating func keywordsSection(from field: Fields.Field) -> PipelineConfiguration.Keywords?
  {
    guard
      let fields = reader.fields(
        of: field, key: "keywords", section: .keywords, known: ["method", "top"])
    else { return nil }
    let standard = PipelineConfiguration.Keywords()
    let method = fields["method"].flatMap {
      reader.choice(of: $0, key: "method", as: KeywordMethod.self)
    }
    let top = fields["top"].flatMap { reader.positiveInteger(of: $0, key: "top") }
    return PipelineConfiguration.Keywords(
      method: method ?? standard.method, top: top ?? standard.top)
  }

  private mutating func themesSection(from field: Fields.Field) -> PipelineConfiguration.Themes? {
    guard
      let fields = reader.fields(
        of: field, key: "themes", section: .themes, known: ["codebook"])
    else { return nil }
    let codebook = reader.required("codebook", in: fields).flatMap {
      reader.name(of: $0, key: "codebook")
    }
    return codebook.map { PipelineConfiguration.Themes(codebook: $0) }
  }

  private mutating func coverageTables(from field: Fields.Field) -> [PipelineConfiguration.Coverage]
  {
    let items = reader.items(of: field, key: "coverage") ?? []
    return items.compactMap { coverageTable(from: $0) }
  }

  private mutating func coverageTable(from node: Node) -> PipelineConfiguration.Coverage? {
    guard
      let fields = reader.fields(
        of: node, section: .coverage, known: ["by", "measure", "output"])
    else { return nil }
    let grouping = reader.required("by", in: fields).flatMap {
      reader.choice(of: $0, key: "by", as: CoverageGrouping.self)
    }
    let measure = fields["measure"].flatMap {
      reader.choice(of: $0, key: "measure", as: CoverageMeasure.self)
    }
    guard let field = reader.required("output", in: fields),
      let output = outputPath(from: field, key: "output")
    else { return nil }
    typealias Format = PipelineConfiguration.Coverage.Format
    let format = reader.check(
      output, Format(path: output), of: field, key: "output",
      expected: .fileExtension(Format.allCases.map(\.rawValue)))
    guard let grouping, let format else { return nil }
    return PipelineConfiguration.Coverage(
      grouping: grouping, measure: measure ?? .matches, output: output, format: format)
  }

  // MARK: Values

  /// The path of a file that the pipeline writes: each has to be another.
  private mutating func outputPath(from field: Fields.Field, key: String) -> String? {
    guard let path = reader.name(of: field, key: key) else { return nil }
    let resolved = PathResolver(folder: "").resolve(path)
    if let first = outputs[resolved] {
      reader.report(.duplicateOutput(path, first: first), at: field.value.position)
    } else {
      outputs[resolved] = field.value.position
    }
    return path
  }

  /// `auto` or what ICU may know as a charset: printable ASCII without spaces. Whether it does, only
  /// reading can tell.
  private mutating func encodingName(from field: Fields.Field) -> String? {
    guard let name = reader.name(of: field, key: "encoding") else { return nil }
    let isValid = name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return reader.check(
      name, isValid ? name : nil, of: field, key: "encoding", expected: .encodingName)
  }
}
