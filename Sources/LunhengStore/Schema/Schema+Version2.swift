extension Schema {
  /// Version 2: a codebook is more than themes and phrases, and is kept whole.
  ///
  /// What version 1 found goes: it was matched by other rules, and its codebooks are files that people
  /// have, so that every document is pending again for them.
  static let changesOfVersion2 = """
    DELETE FROM "match";
    DELETE FROM coverage;
    DELETE FROM term;
    DELETE FROM theme;
    DELETE FROM codebook;
    DELETE FROM stage WHERE name LIKE 'themes:%';
    -- The codebook as JSON: the program reads this; the tables theme and term are for joins, and for
    -- people with other SQLite tools.
    ALTER TABLE codebook ADD COLUMN content TEXT NOT NULL DEFAULT '';
    ALTER TABLE theme ADD COLUMN parent INTEGER;
    """
}
