import ArgumentParser
import LunhengCore
import LunhengPipeline
import LunhengReport
import LunhengStore

extension ConcordanceLayout.Order: ExpressibleByArgument {}

/// What hits are counted by.
enum ConcordanceGrouping: ExpressibleByArgument {
  case documents(CoverageGrouping)
  case spellings(HitSide)

  init?(argument: String) {
    if let grouping = CoverageGrouping(rawValue: argument) {
      self = .documents(grouping)
    } else if let side = HitSide(rawValue: argument) {
      self = .spellings(side)
    } else {
      return nil
    }
  }

  static let allValueStrings =
    CoverageGrouping.allCases.map(\.rawValue) + HitSide.allCases.map(\.rawValue)

  var name: String {
    switch self {
    case .documents(let grouping): grouping.rawValue
    case .spellings(let side): side.rawValue
    }
  }
}

extension ConcordanceCommand {
  func printLines(
    _ search: ConcordanceSearch, of corpus: Corpus, _ console: Console, _ runContext: RunContext
  ) throws {
    let layout = ConcordanceLayout(order: sort, context: context, limit: limit, sample: sample)
    let found = try search.lines(of: corpus, layout, runContext)
    let language = display.language
    try console.write(
      format == .table
        ? found.concordance.terminal(display.style, language: language)
        : format.text(found.concordance.table(language: language), display.style))
    let shown = found.concordance.lines.count
    if shown < found.chosen {
      console.note("\(shown) of \(found.chosen) hits; --limit N shows more")
    } else if found.chosen < found.hits {
      console.note("a sample of \(found.chosen) of \(found.hits) hits")
    }
  }

  func printCounts(
    _ search: ConcordanceSearch, of corpus: Corpus, _ console: Console, _ runContext: RunContext
  ) throws {
    var rows: [HitCount]
    switch by {
    case .spellings(let side):
      rows = try search.counts(of: corpus, by: side, runContext)
      if rows.count > limit {
        console.note("\(limit) of \(rows.count) rows; --limit N shows more")
        rows.removeLast(rows.count - limit)
      }
    case .documents(let grouping): rows = try search.counts(of: corpus, by: grouping, runContext)
    case nil: rows = try search.counts(of: corpus, by: nil as CoverageGrouping?, runContext)
    }
    let table = Table(
      rows, by: by, countsTokens: search.countsTokens, language: display.language)
    try console.write(format.text(table, display.style))
  }
}

extension CorpusOptions {
  /// The corpus, opened for reading, with all its documents in the index of words.
  func openIndexed(_ console: Console, _ context: RunContext) throws -> Corpus {
    do {
      let corpus = try open()
      if try !IndexStage.isPending(in: corpus) { return corpus }
    } catch StoreError.olderVersion {
      // Opening it for writing converts it.
    }
    let corpus = try openForWriting()
    let indexed = try IndexStage(
      segmenter: try .standard(), model: try .shippedForTagging()
    ).run(corpus, context)
    console.note("documents indexed: \(indexed)")
    return corpus
  }
}
