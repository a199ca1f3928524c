import GRDB
import LunhengCore

extension Corpus {
  /// The matches of a codebook that `filter` selects, in the order of documents, blocks and text.
  ///
  /// - Parameters:
  ///   - codebook: the row that `register` gave.
  ///   - limit: matches at most.
  ///   - offset: matches to pass over first.
  /// - Complexity: O(documents · log documents + matches of the documents that have some).
  /// - Throws: `StoreError`.
  public func matches(
    codebook: Int64, filter: MatchFilter = MatchFilter(), limit: Int? = nil, offset: Int = 0
  ) throws(StoreError) -> [StoredMatch] {
    try read { database in
      var matches: [StoredMatch] = []
      let limit = limit ?? .max
      guard limit > 0 else { return [] }
      try Self.scanMatches(codebook, filter, offset: offset, database) { match in
        matches.append(match)
        return matches.count < limit
      }
      return matches
    }
  }

  /// Gives the matches of a codebook that `filter` selects to `body`, in the order of documents,
  /// blocks and text. Memory does not grow with the corpus.
  ///
  /// All of them are of one state of the corpus; what `body` reads through the corpus is too.
  ///
  /// - Complexity: O(documents · log documents + matches of the documents that have some).
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachMatch(
    codebook: Int64, filter: MatchFilter = MatchFilter(), _ body: (StoredMatch) throws -> Void
  ) throws {
    try stream { database in
      try Self.scanMatches(codebook, filter, offset: 0, database) { match in
        try body(match)
        return true
      }
    }
  }

  /// How often the documents that `filter` selects have each term, in the order of documents, themes
  /// and terms. A document without matches has no entry.
  ///
  /// - Complexity: O(documents · log documents + matches of the documents that have some).
  /// - Throws: `StoreError`.
  public func matchCounts(
    codebook: Int64, filter: MatchFilter = MatchFilter()
  ) throws(StoreError) -> [MatchCount] {
    try read { database in
      let condition = try MatchCondition(codebook: codebook, filter: filter, database)
      guard !condition.isEmpty else { return [] }
      let counting = try Query(
        separate: """
          SELECT m.theme, m.term, sum(m.status = \(BoundaryStatus.aligned.stored)),
            sum(m.status = \(BoundaryStatus.nested.stored)),
            sum(m.status = \(BoundaryStatus.crossing.stored))
          FROM "match" m WHERE m.document = ? AND \(condition.sqlInDocument)
          GROUP BY m.theme, m.term ORDER BY m.theme, m.term
          """, in: database)
      var counts: [MatchCount] = []
      try Self.documents(with: condition, filter.documents).read(database) { document in
        try counting.read(document.rowID) { row in
          counts.append(
            MatchCount(
              document: document.key, theme: row.int(0), term: row.int(1), aligned: row.int(2),
              nested: row.int(3), crossing: row.int(4)))
        }
      }
      return counts
    }
  }

  /// Goes by document and then by match, so that nothing needs to be sorted but the documents.
  private static func scanMatches(
    _ codebook: Int64, _ filter: MatchFilter, offset: Int, _ database: Database,
    while body: (StoredMatch) throws -> Bool
  ) throws {
    let condition = try MatchCondition(codebook: codebook, filter: filter, database)
    guard !condition.isEmpty else { return }
    let matches = try Query(
      separate: """
        SELECT m.block, m.start, m."end", m.theme, m.term, m.status
        FROM "match" m WHERE m.document = ? AND \(condition.sqlInDocument)
        ORDER BY m.block, m.start, m."end", m.codebook, m.theme, m.term
        """, in: database)
    let blocks = try Query(
      separate: "SELECT \(Block.storedColumns) FROM block WHERE document = ? AND ordinal = ?",
      in: database)
    var passed = 0
    try documents(with: condition, filter.documents).scan(database) { document in
      var block: (ordinal: Int, block: Block)?
      var goesOn = true
      try matches.scan(document.rowID) { row in
        passed += 1
        guard passed > offset else { return true }
        let ordinal = row.int(0)
        if block?.ordinal != ordinal {
          block = try blocks.first(document.rowID, ordinal) { (ordinal, try Block($0)) }
        }
        guard let block = block?.block else { throw DamagedValue("match in block \(ordinal)") }
        let match = try ThemeMatch(row, in: block)
        goesOn = try body(
          StoredMatch(document: document, ordinal: ordinal, block: block, match: match))
        return goesOn
      }
      return goesOn
    }
  }

  /// The documents that have such matches; or more of them, where that costs less to know.
  private static func documents(
    with condition: MatchCondition, _ filter: DocumentFilter
  ) throws -> DocumentSelection {
    var selection = try DocumentSelection(filter)
    if condition.isSelective {
      selection.restrict(
        "d.id IN (SELECT m.document FROM \"match\" m WHERE \(condition.sql))")
    }
    return selection
  }
}

extension ThemeMatch {
  /// The match in a row of block, start, end, theme, term and status.
  fileprivate init(_ row: Columns, in block: Block) throws {
    let start = row.int(1)
    let end = row.int(2)
    guard start >= 0, start <= end, end <= block.units.count else {
      throw DamagedValue("match from \(start) to \(end)")
    }
    self.init(
      theme: row.int(3), term: row.int(4), range: start..<end,
      status: try BoundaryStatus(stored: row.int(5)))
  }
}
