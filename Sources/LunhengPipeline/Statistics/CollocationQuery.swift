import LunhengCore
import LunhengReport
import LunhengStore

/// Asks which words stand together.
public struct CollocationQuery: Sendable {
  public var documents: DocumentFilter
  public var reader: WordReader
  public var selection: CollocationSelection

  public init(
    documents: DocumentFilter = DocumentFilter(), reader: WordReader,
    selection: CollocationSelection
  ) {
    self.documents = documents
    self.reader = reader
    self.selection = selection
  }

  /// What stands near each of the words that the reader was asked for, in their order; strongest first.
  ///
  /// - Parameter report: also gets a warning for each word that does not occur.
  /// - Throws: `IngestError`, `StoreError` or `ICUError`.
  public func neighbours(
    in source: TextSource, window: CollocationWindow, _ context: RunContext,
    report: (Diagnostic) -> Void
  ) throws -> [CollocationLine] {
    let asked = reader.asked?.folded ?? []
    var table = WordTable(asked: asked)
    var found = Array(repeating: NodeCollocations(), count: asked.count)
    var examples: [CollocationExample] = []
    let documents = documents
    try source.forEach(
      context, order: .stored, report: report, makeWorker: { try reader.makeWorker() },
      body: { worker, document -> ReadText? in
        guard documents.selects(document.document) else { return nil }
        let words = worker.words(of: document)
        return ReadText(
          words: words,
          found: asked.indices.map {
            NodeNeighbours(of: Int32($0), in: words, window: window)
          }, source: document)
      },
      collect: { read in
        guard let read else { return }
        let numbers = table.add(read.words)
        let rank = CandidateCounts.Evidence.Rank(read.source.document)
        for node in asked.indices where read.found[node].nodes > 0 {
          found[node].add(read.found[node], numbers: numbers) { neighbour, present in
            if present >= 0, !(rank < examples[present].rank) { return present }
            let example = CollocationExample(neighbour.example, read.words, read.source, rank)
            guard present < 0 else {
              examples[present] = example
              return present
            }
            examples.append(example)
            return examples.count - 1
          }
        }
      })
    let surfaces = table.surfaces()
    for node in asked.indices where found[node].nodes == 0 {
      report(PipelineError.absentWord(reader.asked!.texts[node]).diagnostic)
    }
    return asked.indices.flatMap { node in
      found[node].collocations(
        of: Int32(node), in: table, surfaces: surfaces, selection
      ).map { collocation in
        CollocationLine(
          collocation: collocation, example: examples[collocation.example].text,
          document: examples[collocation.example].rank.key)
      }
    }
  }

  /// The strongest pairs of words that follow each other, strongest first.
  ///
  /// - Parameter window: how many words on the second may stand; 1 for the next.
  /// - Throws: `IngestError`, `StoreError` or `ICUError`.
  public func pairs(
    in source: TextSource, window: Int, _ context: RunContext, report: (Diagnostic) -> Void
  ) throws -> [CollocationLine] {
    let documents = documents
    let (words, _) = try reader.sequence(
      of: [source], context, report: report,
      accepts: { documents.selects($1) ? true : nil })
    return WordPairs(words, window: window).collocations(selection).map {
      CollocationLine(collocation: $0)
    }
  }
}

private struct ReadText: Sendable {
  var words: TextWords
  var found: [NodeNeighbours]
  var source: SourceText
}

/// A passage in which two words stand together.
private struct CollocationExample {
  var text: String
  var rank: CandidateCounts.Evidence.Rank

  /// Characters shown before and after the two.
  private static let context = 8

  init(
    _ places: (node: Int, word: Int), _ words: TextWords, _ source: SourceText,
    _ rank: CandidateCounts.Evidence.Rank
  ) {
    self.rank = rank
    let units = source.blocks[words.block(of: places.node)]
    func range(_ place: Int) -> Range<Int> {
      Int(words.places[place].lowerBound)..<Int(words.places[place].upperBound)
    }
    let both = [range(places.node), range(places.word)].sorted { $0.lowerBound < $1.lowerBound }
    func text(_ range: Range<Int>) -> String { String(units: units[range]) }
    self.text =
      String(text(0..<both[0].lowerBound).unicodeScalars.suffix(Self.context))
      + "【\(text(both[0]))】" + text(both[0].upperBound..<both[1].lowerBound)
      + "【\(text(both[1]))】"
      + String(text(both[1].upperBound..<units.count).unicodeScalars.prefix(Self.context))
  }
}
