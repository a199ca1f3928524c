import GRDB
import LunhengCore

extension Corpus {
  // MARK: Words

  /// Gives the number, part of speech and folded UTF-8 of each word to `body`.
  ///
  /// - Complexity: O(words).
  /// - Throws: `StoreError`.
  public func forEachWord(
    _ body: (Int, UInt8, UnsafeBufferPointer<UInt8>) -> Void
  ) throws(StoreError) {
    try read { database in
      try Query(separate: "SELECT id, tag, folded FROM word", in: database).read { row in
        row.withBytes(2) { body(row.int(0), UInt8(truncatingIfNeeded: row.int(1)), $0) }
      }
    }
  }

  /// Gives the number, part of speech and folded text of each word to `body`.
  ///
  /// - Complexity: O(words).
  /// - Throws: `StoreError`.
  public func forEachWordText(_ body: (Int, UInt8, [UInt16]) -> Void) throws(StoreError) {
    try read { database in
      try Query(separate: "SELECT id, tag, folded FROM word", in: database).read { row in
        body(row.int(0), UInt8(truncatingIfNeeded: row.int(1)), row.units(2))
      }
    }
  }

  /// Gives the number, part of speech and spelling of the words that fold to `folded` to `body`.
  ///
  /// - Complexity: O(log words + words found).
  /// - Throws: `StoreError`.
  public func forEachWord(
    folded: [UInt16], _ body: (Int, UInt8, [UInt16]) -> Void
  ) throws(StoreError) {
    try read { database in
      try Query(
        separate: "SELECT id, tag, coalesce(form, folded) FROM word WHERE folded = ?",
        in: database
      ).read(UTF16Text(folded)) { row in
        body(row.int(0), UInt8(truncatingIfNeeded: row.int(1)), row.units(2))
      }
    }
  }

  /// The greatest number of a word; 0 if there is none.
  ///
  /// - Throws: `StoreError`.
  public func lastWord() throws(StoreError) -> Int {
    try read { try Query("SELECT max(id) FROM word", in: $0).first { $0.int(0) } ?? 0 }
  }

  // MARK: Documents

  /// The rows of the documents that have one of `words`, in order; stale ones may be among them.
  ///
  /// - Complexity: O(segments · words · log chunks + postings).
  /// - Throws: `StoreError`.
  public func documents(withWords words: [Int]) throws(StoreError) -> [Int64] {
    try read { database in
      let words = words.sorted()
      let segments = try Query("SELECT id FROM posting_segment", in: database).map { $0.int(0) }
      let find = try Query(
        """
        SELECT first, content FROM posting WHERE segment = ? AND first <= ?
        ORDER BY first DESC LIMIT 1
        """, in: database)
      var documents: [Int64] = []
      for segment in segments {
        var next = 0
        while next < words.count {
          let chunk = try find.first(segment, words[next]) {
            PostingChunk(first: $0.int(0), bytes: $0.bytes(1))
          }
          guard let chunk else {
            next += 1
            continue
          }
          var isDamaged = false
          let asked = next
          let isWhole = chunk.forEachWord { word, list in
            while next < words.count, words[next] < word { next += 1 }
            guard next < words.count, words[next] == word else { return }
            guard let found = PostingChunk.documents(list) else {
              isDamaged = true
              return
            }
            documents += found
            next += 1
          }
          guard isWhole, !isDamaged else { throw DamagedValue("postings from \(chunk.first)") }
          // A word between this chunk and the next is in neither.
          if next == asked { next += 1 }
        }
      }
      return documents.sortedUnique
    }
  }

  /// The rows of the documents in which a theme of a codebook was found, in order.
  ///
  /// - Complexity: O(matches of the themes).
  /// - Throws: `StoreError`.
  public func documents(
    withThemes themes: [Int], codebook: Int64
  ) throws(StoreError) -> [Int64] {
    try read { database in
      let find = try Query(
        "SELECT DISTINCT document FROM coverage WHERE codebook = ? AND theme = ?", in: database)
      return try themes.flatMap { try find.map(codebook, $0) { $0.int64(0) } }.sortedUnique
    }
  }

  /// Gives the row and the encoded `IndexedText` of documents to `body`, in order of rows; those that are not
  /// indexed are passed over.
  ///
  /// - Parameter rows: in order; nil for all.
  /// - Complexity: O(size of their texts).
  /// - Throws: `StoreError`.
  public func forEachIndexedText(
    of rows: [Int64]?, _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try stream { database in
      guard let rows else {
        try Query(
          separate: "SELECT document, content FROM document_words ORDER BY document", in: database
        ).read { row in try row.withBytes(1) { try body(row.int64(0), $0) } }
        return
      }
      let find = try Query(
        separate: "SELECT content FROM document_words WHERE document = ?", in: database)
      for row in rows { try find.read(row) { try $0.withBytes(0) { try body(row, $0) } } }
    }
  }

  /// The stretches of a document that themes of a codebook were found in.
  ///
  /// - Complexity: O(matches of the document).
  /// - Throws: `StoreError`.
  public func matchedStretches(
    ofDocument row: Int64, codebook: Int64
  ) throws(StoreError) -> [MatchedStretch] {
    try read { database in
      try Query(
        #"SELECT block, start, "end", theme FROM "match" WHERE document = ? AND +codebook = ?"#,
        in: database
      ).map(row, codebook) {
        MatchedStretch(
          ordinal: $0.int(0), start: $0.int(1), end: $0.int(2), theme: $0.int(3))
      }
    }
  }

  /// The content blocks of a document, with their tokens.
  ///
  /// - Complexity: O(size of the document).
  /// - Throws: `StoreError`.
  public func contentBlocks(ofDocument row: Int64) throws(StoreError) -> [StoredBlock] {
    try read { try StoredBlock.content(of: row, $0) }
  }

  /// A block of a document with its place in the source.
  ///
  /// - Throws: `StoreError`.
  public func block(ofDocument row: Int64, ordinal: Int) throws(StoreError) -> Block? {
    try read { database in
      try Query(
        "SELECT \(Block.storedColumns) FROM block WHERE document = ? AND ordinal = ?",
        in: database
      ).first(row, ordinal) { try Block($0) }
    }
  }

  /// The parts of speech of words, by number; words that there are not are left out.
  ///
  /// - Throws: `StoreError`.
  public func tags(ofWords words: some Sequence<Int>) throws(StoreError) -> [Int: PartOfSpeech] {
    try read { database in
      let find = try Query("SELECT tag FROM word WHERE id = ?", in: database)
      var tags: [Int: PartOfSpeech] = [:]
      for word in words where tags[word] == nil {
        tags[word] =
          try find.first(word) {
            PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: $0.int(0)))
          } ?? nil
      }
      return tags
    }
  }

  /// How many tokens each indexed document has, by row.
  ///
  /// - Complexity: O(documents).
  /// - Throws: `StoreError`.
  public func tokenCounts() throws(StoreError) -> [Int64: Int] {
    try read { database in
      var counts: [Int64: Int] = [:]
      try Query("SELECT document, tokens FROM document_words", in: database).read {
        counts[$0.int64(0)] = $0.int(1)
      }
      return counts
    }
  }
}

extension [Int64] {
  /// The numbers in order, each once.
  var sortedUnique: [Int64] {
    var result: [Int64] = []
    for number in sorted() where number != result.last { result.append(number) }
    return result
  }
}
