import GRDB
import LunhengCore

/// Writes the words of documents, and then a segment of postings for them, within one transaction.
final class WordIndexWriter {
  private let database: Database
  private let numbering: WordNumbering
  private let find: Query
  private let insert: Query
  private let lastRow: Query
  private let insertText: Query
  /// What documents of this transaction have which words.
  private var pairs: [(word: Int, document: Int64)] = []

  init(_ database: Database, numbering: WordNumbering) throws {
    self.database = database
    self.numbering = numbering
    find = try Query(
      "SELECT id FROM word WHERE folded = ? AND tag = ? AND form IS ?", in: database)
    insert = try Query("INSERT INTO word VALUES (NULL, ?, ?, ?)", in: database)
    lastRow = try Query("SELECT last_insert_rowid()", in: database)
    insertText = try Query("INSERT OR REPLACE INTO document_words VALUES (?, ?, ?)", in: database)
  }

  func store(_ words: DocumentWords) throws {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(words.table.count)
    for index in 0..<words.table.count {
      let number = try numbering.number(of: index, in: words.table, find, insert, lastRow)
      numbers.append(UInt32(number))
      pairs.append((number, words.document.rowID))
    }
    let text = words.text.numbered(by: numbers)
    try insertText.run(words.document.rowID, text.words.count, text.encoded)
  }

  /// Writes what documents the words of this transaction are in, and joins segments where there are many.
  func writePostings() throws {
    guard !pairs.isEmpty else { return }
    pairs.sort { ($0.word, $0.document) < ($1.word, $1.document) }
    let segments = try PostingSegments(database)
    let segment = try segments.begin(level: 0)
    var writer = PostingWriter()
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].word == pairs[start].word { end += 1 }
      let chunk = writer.append(
        word: pairs[start].word, documents: pairs[start..<end].map(\.document))
      if let chunk { try segments.write(chunk, to: segment) }
      start = end
    }
    if let chunk = writer.finish() { try segments.write(chunk, to: segment) }
    try segments.compact()
  }
}
