import LunhengCore
import LunhengStore

/// Asks which words tell some documents from others.
public struct KeynessQuery: Sendable {
  /// The documents of the target.
  public var target: DocumentFilter
  /// Those that they are compared with; nil for all others. A document of both is in the target only.
  public var reference: DocumentFilter?
  public var reader: WordReader
  public var selection: KeyWordSelection

  public init(
    target: DocumentFilter, reference: DocumentFilter? = nil, reader: WordReader,
    selection: KeyWordSelection
  ) {
    self.target = target
    self.reference = reference
    self.reader = reader
    self.selection = selection
  }

  public struct Result: Sendable {
    public var words: [KeyWord]
    public var analysis: KeyWordAnalysis
  }

  /// - Parameter other: where the reference is taken from, in place of the source of the target.
  /// - Throws: `IngestError`, `StoreError`, `ICUError`, `PipelineError.emptyTarget` or
  ///   `PipelineError.emptyReference`.
  public func run(
    on source: TextSource, against other: TextSource? = nil, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> Result {
    let (target, reference, isApart) = (target, reference, other != nil)
    let (words, documents) = try reader.sequence(
      of: [source] + (other.map { [$0] } ?? []), context, report: report,
      accepts: { source, document -> KeyWordAnalysis.Side? in
        if source == 0, target.selects(document) { return .target }
        if isApart, source == 0 { return nil }
        return reference?.selects(document) ?? true ? .reference : nil
      })
    let order = documents.map(\.document).chronological
    let analysis = KeyWordAnalysis(
      words, sides: order.map { (document: $0, side: documents[$0].mark) })
    guard analysis.targetSize > 0 else { throw PipelineError.emptyTarget(target.summary) }
    guard analysis.referenceSize > 0 else {
      throw PipelineError.emptyReference(reference?.summary ?? "")
    }
    return Result(words: analysis.keyWords(selection), analysis: analysis)
  }
}
