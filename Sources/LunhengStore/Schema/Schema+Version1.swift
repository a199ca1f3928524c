extension Schema {
  /// Version 1. Never edited once files of it exist: changes are new migrations.
  ///
  /// Roles of blocks and fields of evidence are the names that the program prints (`paragraph`):
  /// the rows are few and long, and people read them with other SQLite tools. Boundary statuses are
  /// integers (see `BoundaryStatus+Stored.swift`): match rows are many and short. A block is known
  /// by its document and ordinal, not by a row id, so that a match row costs a few bytes and does
  /// not depend on the order of ingestion.
  ///
  /// Each table that belongs to a document has its key start with the document, which is what
  /// deleting and replacing documents goes by; the indexes serve the other direction.
  static let tablesOfVersion1 = """
    CREATE TABLE document (
      -- Never used again after a removal, so that a late result cannot hit another document.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      -- Counts replacements of the content.
      revision INTEGER NOT NULL,
      path TEXT NOT NULL,
      -- The line in an NDJSON file.
      record_line INTEGER,
      -- Of the bytes the document was read from.
      sha256 TEXT NOT NULL,
      encoding TEXT NOT NULL,
      title TEXT,
      -- ISO 8601, so that text order is time order.
      date TEXT,
      publication TEXT,
      page TEXT,
      url TEXT,
      -- Of all content blocks, white space not counted.
      characters INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX document_date ON document(date);
    CREATE INDEX document_publication ON document(publication);

    CREATE TABLE document_author (
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_author_name ON document_author(name);

    -- Where a metadata field was read from. Position counts the values of a field.
    CREATE TABLE evidence (
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      byte INTEGER NOT NULL,
      scalar INTEGER NOT NULL,
      PRIMARY KEY (document, field, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE block (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      role TEXT NOT NULL,
      page INTEGER,
      first_line INTEGER NOT NULL,
      last_line INTEGER NOT NULL,
      text TEXT NOT NULL,
      characters INTEGER NOT NULL,
      -- SourceMap.encoded
      source BLOB NOT NULL,
      tokens BLOB,
      UNIQUE (document, ordinal)
    ) STRICT;

    CREATE TABLE codebook (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      sha256 TEXT NOT NULL,
      name_json TEXT NOT NULL,
      overlap TEXT NOT NULL
    ) STRICT;

    CREATE TABLE theme (
      codebook INTEGER NOT NULL REFERENCES codebook(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      theme_id TEXT NOT NULL,
      name_json TEXT NOT NULL,
      definition TEXT,
      PRIMARY KEY (codebook, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE term (
      codebook INTEGER NOT NULL,
      theme INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      text TEXT NOT NULL,
      weight REAL NOT NULL,
      PRIMARY KEY (codebook, theme, ordinal),
      FOREIGN KEY (codebook, theme) REFERENCES theme(codebook, ordinal) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- A hit: UTF-16 units from start to end (exclusive) of the block's text.
    CREATE TABLE "match" (
      document INTEGER NOT NULL,
      block INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      codebook INTEGER NOT NULL,
      theme INTEGER NOT NULL,
      term INTEGER NOT NULL,
      status INTEGER NOT NULL,
      PRIMARY KEY (document, block, start, "end", codebook, theme, term),
      FOREIGN KEY (document, block) REFERENCES block(document, ordinal) ON DELETE CASCADE,
      FOREIGN KEY (codebook, theme, term)
        REFERENCES term(codebook, theme, ordinal) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX match_theme ON "match"(codebook, theme, term, document);

    -- The matches of each document summed up, so that matrices need not count them.
    CREATE TABLE coverage (
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      codebook INTEGER NOT NULL,
      theme INTEGER NOT NULL,
      matches INTEGER NOT NULL,
      passages INTEGER NOT NULL,
      score REAL NOT NULL,
      PRIMARY KEY (document, codebook, theme),
      FOREIGN KEY (codebook, theme) REFERENCES theme(codebook, ordinal) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX coverage_theme ON coverage(codebook, theme);

    CREATE TABLE keyword (
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      term TEXT NOT NULL,
      score REAL NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (document, rank)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE corpus_keyword (
      rank INTEGER PRIMARY KEY,
      term TEXT NOT NULL,
      score REAL NOT NULL,
      count INTEGER NOT NULL,
      documents INTEGER NOT NULL
    ) STRICT;

    -- Which version of a stage's result a document carries; no row where the stage is still to run.
    CREATE TABLE stage (
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      stamp TEXT NOT NULL,
      PRIMARY KEY (document, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- ISO 8601 in UTC.
      finished_at TEXT NOT NULL,
      manifest TEXT NOT NULL
    ) STRICT;
    """
}
