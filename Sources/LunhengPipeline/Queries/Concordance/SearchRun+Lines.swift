import LunhengCore
import LunhengReport
import LunhengStore

/// Lines of a concordance.
extension SearchRun {
  /// A hit with what its line shows beside the text and its source.
  private struct Found: Sendable {
    var hit: TextHit
    var ordinal: Int
    var words: [Word]
    var status: BoundaryStatus

    /// A word of the hit, and its number in the index; nil where that is not known.
    struct Word: Sendable {
      var text: String
      var number: Int?
    }
  }

  /// The lines of `places`, in that order.
  func lines(_ places: [Place], context: Int) throws -> [ConcordanceLine] {
    let wanted = Dictionary(grouping: places, by: \.document).mapValues { Set($0.map(\.hit)) }
    var found: [Place: Found] = [:]
    try forEachHitDocument(
      wanted.keys.sorted(),
      { document, hits in
        (wanted[document.place] ?? []).sorted().filter { $0 < hits.count }.map {
          ($0, Self.found(hits[$0], in: document))
        }
      },
      { document, hits in
        for (hit, line) in hits { found[Place(document: document, hit: hit)] = line }
      })
    let tags = try corpus.tags(
      ofWords: found.values.flatMap { $0.words.compactMap(\.number) })
    var block: (document: Int, ordinal: Int, block: Block)?
    return try places.compactMap { place in
      guard let line = found[place] else { return nil }
      if block?.document != place.document || block?.ordinal != line.ordinal {
        let read = try corpus.block(
          ofDocument: summaries[place.document].rowID, ordinal: line.ordinal)
        block = read.map { (place.document, line.ordinal, $0) }
      }
      guard let block else { return nil }
      return ConcordanceLine(
        line.hit.range, of: block.block, ordinal: line.ordinal, summaries[place.document],
        context: context, status: line.status,
        words: line.words.map { word in
          word.text + (word.number.flatMap { tags[$0] }.map { "/\($0.name)" } ?? "")
        })
    }
  }

  private static func found(_ hit: TextHit, in document: SearchedDocument) -> Found {
    let block = document.blocks[hit.block]
    let words = block.words
    let first = words.firstIndex { Int($0.end) > hit.range.lowerBound } ?? words.count
    let touched = words[first...].prefix { Int($0.start) < hit.range.upperBound }
    var text = IndexedText()
    var numbers: ArraySlice<UInt32> = []
    if document.indexed.withUnsafeBufferPointer({ text.decode($0) }),
      let index = text.ordinals.firstIndex(of: Int32(block.ordinal))
    {
      let start = index == 0 ? 0 : Int(text.blockEnds[index - 1])
      numbers = text.words[start..<Int(text.blockEnds[index])]
    }
    return Found(
      hit: hit, ordinal: block.ordinal,
      words: zip(touched.indices, touched).map { place, token in
        let number = place < numbers.count ? Int(numbers[numbers.startIndex + place]) : nil
        return Found.Word(text: String(units: block.units[token.range]), number: number)
      },
      status: BoundaryStatus(of: hit.range, among: block.decodedTokens))
  }
}

extension ConcordanceLine {
  /// The line of a stretch of a block.
  ///
  /// - Parameter context: characters on each side.
  init(
    _ range: Range<Int>, of block: Block, ordinal: Int, _ document: DocumentSummary, context: Int,
    theme: String? = nil, term: String? = nil, status: BoundaryStatus, words: [String] = []
  ) {
    func text(_ units: ArraySlice<UInt16>) -> String { String(decoding: units, as: UTF16.self) }
    // A character has at most two units.
    let before = block.units[max(0, range.lowerBound - 2 * context - 1)..<range.lowerBound]
    let after = block.units[range.upperBound...].prefix(2 * context + 1)
    let position = block.source.position(at: range.lowerBound)
    self.init(
      left: String(text(before).unicodeScalars.suffix(context)), hit: text(block.units[range]),
      right: String(text(after).unicodeScalars.prefix(context)),
      place: ConcordanceLine.Place(
        document: document.key, file: document.path, block: ordinal, page: block.page,
        line: document.recordLine ?? position.line,
        column: document.recordLine == nil ? position.column : nil,
        bytes: block.source.byteRanges(of: range)),
      theme: theme, term: term, status: status, words: words)
  }
}
