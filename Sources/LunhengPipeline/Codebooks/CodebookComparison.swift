import LunhengConfiguration
import LunhengCore

/// Says what the edits of a codebook do to the hits in texts, edit by edit.
///
/// The edits are applied one after the other, and each is held against the codebook before it, so that
/// what they do adds up to the whole.
public struct CodebookComparison: Sendable {
  public let changes: CodebookChanges
  private let grouping: CoverageGrouping
  private let oldPlaces: CodebookPlaces?
  private let newPlaces: CodebookPlaces?

  /// - Parameters:
  ///   - grouping: what the rows of the matrix are whose cells are compared.
  ///   - oldPlaces: where the codebooks' themes and terms stand in their files.
  public init(
    from old: Codebook, to new: Codebook, by grouping: CoverageGrouping = .document,
    oldPlaces: CodebookPlaces? = nil, newPlaces: CodebookPlaces? = nil
  ) {
    changes = CodebookChanges(from: old, to: new)
    self.grouping = grouping
    self.oldPlaces = oldPlaces
    self.newPlaces = newPlaces
  }

  /// Where the edit shows: in the new file, or in the old one if it removes something.
  public func place(of edit: CodebookEdit) -> DiagnosticLocation? {
    edit.source.flatMap { (edit.isRemoval ? oldPlaces : newPlaces)?[$0.theme, $0.term] }
  }

  /// What an edit does.
  public struct Effect: Hashable, Sendable {
    /// Stretches of text that become hits of a theme, and ones that are no more.
    public var gained = 0
    public var lost = 0
    /// Documents in which a theme has hits for the first time, or has none any more.
    public var documentsGained = 0
    public var documentsLost = 0
    /// Cells of the matrix (rows × themes) with another number of hits.
    public var cells = 0

    public var net: Int { gained - lost }
  }

  /// A cell of the matrix that the edits change.
  public struct Cell: Hashable, Sendable {
    /// Nil where the documents lack the field.
    public var row: String?
    public var theme: String
    /// Hits by the old and the new codebook, subthemes included.
    public var before: Int
    public var after: Int
    /// The edits that changed it, in order, and by how much.
    public var shares: [Share]
  }

  public struct Share: Hashable, Sendable {
    /// Index of the edit.
    public var edit: Int
    public var hits: Int
  }

  public struct Report: Sendable {
    /// One an edit.
    public var effects: [Effect]
    /// Of the new codebook against the old one, found without the edits.
    public var total: Effect
    /// By row, then theme.
    public var cells: [Cell]
    public var documents: Int
  }

  /// Tries both codebooks, and what lies between them, on texts: one pass over them.
  ///
  /// - Parameter report: gets what was wrong with the texts.
  /// - Complexity: O(text × edits that may change something in it).
  /// - Throws: `StoreError`, `IngestError`, `ICUError` or `PatternError`.
  public func run(
    on source: TextSource, segmenter: Segmenter, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> Report {
    let measurement = ChangeMeasurement(changes, threads: context.threads)
    var sum = ChangeSum(edits: changes.edits.count, grouping: grouping)
    try source.forEach(
      context, order: .matrix, report: report,
      makeWorker: { try measurement.makeWorker(try segmenter.makeWorker()) },
      body: { worker, text in (text.document, measurement.measure(text, worker)) },
      collect: { document, found in
        for fault in found.faults { report(fault.diagnostic(document: document.key)) }
        sum.add(found, of: document)
      })
    return sum.report(themes: changes.themes)
  }
}
