import GRDB
import LunhengCore

/// The segments of the postings, within one transaction: a log-structured merge (O'Neil, Cheng, Gawlick
/// and O'Neil, "The log-structured merge-tree", Acta Informatica 33, 1996), so that a batch is added
/// without reading what is there, and a search reads few segments.
struct PostingSegments {
  private let insertSegment: Query
  private let insertChunk: Query
  private let lastRow: Query
  private let segmentsOfLevel: Query
  private let nextChunk: Query
  private let remove: Query
  private let hasDocument: Query

  /// Segments of a level that become one of the next.
  static let fanout = 8

  init(_ database: Database) throws {
    insertSegment = try Query("INSERT INTO posting_segment VALUES (NULL, ?)", in: database)
    insertChunk = try Query("INSERT INTO posting VALUES (?, ?, ?)", in: database)
    lastRow = try Query("SELECT last_insert_rowid()", in: database)
    segmentsOfLevel = try Query(
      "SELECT id FROM posting_segment WHERE level = ? ORDER BY id", in: database)
    nextChunk = try Query(
      """
      SELECT first, content FROM posting WHERE segment = ? AND first > ? ORDER BY first LIMIT 1
      """, in: database)
    remove = try Query("DELETE FROM posting_segment WHERE id = ?", in: database)
    hasDocument = try Query("SELECT 1 FROM document_words WHERE document = ?", in: database)
  }

  /// A new segment; gives its row.
  func begin(level: Int) throws -> Int {
    try insertSegment.run(level)
    return try lastRow.first { $0.int(0) } ?? 0
  }

  func write(_ chunk: PostingChunk, to segment: Int) throws {
    try insertChunk.run(segment, chunk.first, chunk.bytes)
  }

  /// Joins the segments of each level that has enough of them.
  func compact() throws {
    var level = 0
    while true {
      let segments = try segmentsOfLevel.map(level) { $0.int(0) }
      guard segments.count >= Self.fanout else { return }
      try merge(segments, into: try begin(level: level + 1))
      for segment in segments { try remove.run(segment) }
      level += 1
    }
  }

  /// Memory does not grow with the segments: a chunk of each is held.
  private func merge(_ segments: [Int], into target: Int) throws {
    var cursors = try segments.compactMap { try cursor(of: $0, after: -1) }
    var exists: [Int64: Bool] = [:]
    var writer = PostingWriter()
    while let word = cursors.map(\.word).min() {
      var documents: [Int64] = []
      for index in cursors.indices where cursors[index].word == word {
        documents += cursors[index].documents
      }
      documents = try documents.sortedUnique.filter { document in
        if let known = exists[document] { return known }
        let found = try hasDocument.first(document) { _ in true } ?? false
        exists[document] = found
        return found
      }
      if !documents.isEmpty, let chunk = writer.append(word: word, documents: documents) {
        try write(chunk, to: target)
      }
      var index = 0
      while index < cursors.count {
        if cursors[index].word == word, try !advance(&cursors[index]) {
          cursors.remove(at: index)
        } else {
          index += 1
        }
      }
    }
    if let chunk = writer.finish() { try write(chunk, to: target) }
  }

  // MARK: Cursors

  /// A place in a segment: a word of a chunk.
  private struct Cursor {
    let segment: Int
    var first: Int
    var entries: [(word: Int, documents: [Int64])]
    var index = 0

    var word: Int { entries[index].word }
    var documents: [Int64] { entries[index].documents }
  }

  /// At the first word of the first chunk after the one that starts with `first`; nil at the end.
  private func cursor(of segment: Int, after first: Int) throws -> Cursor? {
    let chunk = try nextChunk.first(segment, first) {
      PostingChunk(first: $0.int(0), bytes: $0.bytes(1))
    }
    guard let chunk else { return nil }
    var entries: [(word: Int, documents: [Int64])] = []
    var isDamaged = false
    let isWhole = chunk.forEachWord { word, list in
      if let documents = PostingChunk.documents(list) {
        entries.append((word, documents))
      } else {
        isDamaged = true
      }
    }
    guard isWhole, !isDamaged, !entries.isEmpty else {
      throw DamagedValue("postings from \(chunk.first)")
    }
    return Cursor(segment: segment, first: chunk.first, entries: entries)
  }

  /// Goes to the next word; false at the end of the segment.
  private func advance(_ cursor: inout Cursor) throws -> Bool {
    cursor.index += 1
    if cursor.index < cursor.entries.count { return true }
    guard let next = try self.cursor(of: cursor.segment, after: cursor.first) else { return false }
    cursor = next
    return true
  }
}
