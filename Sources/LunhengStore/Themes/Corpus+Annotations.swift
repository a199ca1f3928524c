import GRDB
import LunhengCore

extension Corpus {
  /// Stores what was found with a codebook in one transaction, in place of what was found with it
  /// before, and stamps the documents' stage `themes:<codebook>`; gives the number of documents
  /// stored, which leaves out those replaced or removed since they were read.
  ///
  /// - Parameters:
  ///   - codebook: the row that `register` gave.
  ///   - stamp: names everything that the matches depend on besides the documents.
  /// - Complexity: O(matches · log matches).
  /// - Throws: `StoreError`; nothing of the batch is stored then. A match in a block, or of a theme
  ///   or term, that does not exist is such an error.
  @discardableResult
  public func storeAnnotations(
    codebook: Int64, _ batch: [DocumentAnnotation], stamp: String
  ) throws(StoreError) -> Int {
    try write { database in
      let name = try Query("SELECT name FROM codebook WHERE id = ?", in: database)
        .first(codebook) { $0.text(0) }
      guard let name else {
        throw StoreError.writeFailed(path: path, reason: "no codebook with row \(codebook)")
      }
      // The plus keeps SQLite from going by the codebook, which has matches in all documents.
      let removals = try ["match", "coverage"].map {
        try Query("DELETE FROM \"\($0)\" WHERE document = ? AND +codebook = ?", in: database)
      }
      let insertMatch = try Query(
        "INSERT INTO \"match\" VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
      let insertScore = try Query("INSERT INTO coverage VALUES (?, ?, ?, ?, ?, ?)", in: database)
      let writer = try ResultWriter(database, stage: .themes(of: name), stamp: stamp)
      return try writer.store(batch, of: \.document) { annotation in
        let document = annotation.document.rowID
        for removal in removals { try removal.run(document, codebook) }
        for block in annotation.blocks {
          for match in block.matches {
            try insertMatch.run(
              document, block.ordinal, match.range.lowerBound, match.range.upperBound, codebook,
              match.theme, match.term, match.status.stored)
          }
        }
        for score in annotation.scores {
          try insertScore.run(
            document, codebook, score.theme, score.count, score.passages, score.score)
        }
      }
    }
  }
}
