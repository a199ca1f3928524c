/// How keywords are weighed.
public enum KeywordMethod: String, CaseIterable, Sendable {
  /// What the program takes for best: see `CombinedScorer`.
  case combined
  /// Frequency in the document × rarity among documents at large (Spärck Jones 1972).
  case tfidf
  /// Centrality in the graph of words that stand near each other (Mihalcea and Tarau 2004).
  case textrank
}
