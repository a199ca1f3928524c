/// What ingesting a document did to the corpus.
public enum IngestOutcome: String, CaseIterable, Sendable {
  /// The corpus had no document of that key.
  case new
  /// The corpus had it, read from the same bytes by the same reader: nothing was written.
  case unchanged
  /// It took the place of another version, and all results for that are gone.
  case replaced
}
