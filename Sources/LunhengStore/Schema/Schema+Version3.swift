extension Schema {
  /// Version 3: keywords have positions, and those of a corpus are added up when they are asked for.
  ///
  /// What was found before goes: it was weighed by all documents of the corpus at once.
  static let changesOfVersion3 = """
    DROP TABLE corpus_keyword;
    DELETE FROM keyword;
    DELETE FROM stage WHERE name = 'keywords';
    -- Where the keyword stands: KeywordPositions.encode
    ALTER TABLE keyword ADD COLUMN positions BLOB NOT NULL DEFAULT x'';
    """
}
