extension Schema {
  /// Version 3: keywords have positions, and those of a corpus are added up when they are asked for;
  /// an index of the words, made where it is asked for (see `Corpus+WordIndex.swift`).
  ///
  /// The keywords that were found before go: they were weighed by all documents of the corpus at once.
  static let changesOfVersion3 = """
    DROP TABLE corpus_keyword;
    DELETE FROM keyword;
    DELETE FROM stage WHERE name = 'keywords';
    -- Where the keyword stands: KeywordPositions.encode
    ALTER TABLE keyword ADD COLUMN positions BLOB NOT NULL DEFAULT x'';

    -- The words of all documents: each spelling and part of speech has a number.
    CREATE TABLE word (
      id INTEGER PRIMARY KEY,
      tag INTEGER NOT NULL,
      folded TEXT NOT NULL,
      -- The spelling before variants are folded; NULL where that is the same.
      form TEXT
    ) STRICT;
    CREATE INDEX word_folded ON word(folded);

    -- The words of a document in order: IndexedText.encoded
    CREATE TABLE document_words (
      document INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
      tokens INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;

    -- Which documents have a word. A segment is written at once and never changed; of a level there are
    -- fewer than eight, because eight become one of the next. What a segment says of documents that have
    -- since been replaced or removed is stale: document_words decides.
    CREATE TABLE posting_segment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      level INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE posting (
      segment INTEGER NOT NULL REFERENCES posting_segment(id) ON DELETE CASCADE,
      -- The first word of the chunk.
      first INTEGER NOT NULL,
      -- PostingChunk.bytes
      content BLOB NOT NULL,
      PRIMARY KEY (segment, first)
    ) STRICT, WITHOUT ROWID;
    """
}
