import LunhengCore
import LunhengStore

/// Asks how evenly words are spread.
public struct DispersionQuery: Sendable {
  /// What the parts are that words are spread over.
  public enum Parts: Hashable, Sendable {
    /// Documents, or groups of them. One with several authors is a part of the text of each.
    case groups(CoverageGrouping)
    /// So many stretches of the same length, documents in the order of their dates.
    case equal(Int)
  }

  public var documents: DocumentFilter
  public var parts: Parts
  public var reader: WordReader
  /// Stretches in which the place of occurrences is shown.
  public var columns: Int

  public init(
    documents: DocumentFilter = DocumentFilter(), parts: Parts, reader: WordReader, columns: Int
  ) {
    self.documents = documents
    self.parts = parts
    self.reader = reader
    self.columns = columns
  }

  public struct Result: Sendable {
    public var words: [WordDispersion]
    /// Names of the parts that have text, in the order of each word's counts; nil for documents that lack
    /// the field.
    public var parts: [String?]
  }

  /// The spread of the words that the reader was asked for, in their order, or of the `top` commonest,
  /// commonest first.
  ///
  /// - Parameter report: also gets a warning for each word that does not occur.
  /// - Throws: `IngestError`, `StoreError` or `ICUError`.
  public func run(
    on source: TextSource, top: Int, hasFunctionWords: Bool, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> Result {
    let filter = documents
    let (words, read) = try reader.sequence(
      of: [source], context, report: report, accepts: { filter.selects($1) ? true : nil })
    let documents = read.map(\.document)
    let order = documents.chronological
    let (division, names) = divide(documents, order, sizes: words.sizes)
    let analysis = DispersionAnalysis(words, order: order, parts: division, columns: columns)
    let asked = reader.asked?.texts ?? []
    let chosen =
      asked.isEmpty
      ? analysis.commonest(top, hasFunctionWords: hasFunctionWords)
      : asked.indices.map { Int32($0) }
    var dispersions = analysis.dispersions(of: chosen)
    for (index, text) in asked.enumerated() where dispersions[index].dispersion.count == 0 {
      dispersions[index].word = text
      report(PipelineError.absentWord(text).diagnostic)
    }
    return Result(words: dispersions, parts: names(dispersions.first?.dispersion.parts ?? 0))
  }

  /// The parts, and their names by how many there are.
  private func divide(
    _ documents: [DocumentCoverage], _ order: [Int], sizes: [Int]
  ) -> (DispersionAnalysis.Parts, (Int) -> [String?]) {
    switch parts {
    case .equal(let count):
      return (.equal(count), { count in (0..<count).map { String($0 + 1) } })
    case .groups(.document):
      // Several records may have the same name, and are documents of their own all the same.
      var numbers = [[Int]](repeating: [], count: documents.count)
      for (number, document) in order.enumerated() { numbers[document] = [number] }
      let named = order.filter { sizes[$0] > 0 }.map { documents[$0].key as String? }
      return (.groups(numbers, count: documents.count), { _ in named })
    case .groups(let grouping):
      var sized: Set<String?> = []
      for document in documents.indices where sizes[document] > 0 {
        sized.formUnion(documents[document].groups(by: grouping))
      }
      let names = sized.sorted(by: CoverageMatrix.precedes)
      let places = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
      let numbers = documents.map { $0.groups(by: grouping).compactMap { places[$0] } }
      return (.groups(numbers, count: names.count), { _ in names })
    }
  }
}
