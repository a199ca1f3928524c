import LunhengCore

/// What a concordance is of.
public enum ConcordanceSubject: Sendable {
  /// These characters, whatever words they belong to.
  case text(String)
  /// Words, by what they are.
  case tokens(CompiledQuery)

  /// What `query` asks for: tokens where it starts like a query for them, or else its characters.
  ///
  /// - Parameter isText: whether it is to be taken as characters, whatever it starts with.
  /// - Throws: `QuerySyntaxError`, or `PipelineError.emptyTerm` where there is nothing to search for.
  public init(_ query: String, isText: Bool = false) throws {
    if !isText, TokenQuery.isTokenQuery(query) {
      self = .tokens(try CompiledQuery(try TokenQuery(query), text: query))
    } else if FoldedText(Array(query.utf16)).units.isEmpty {
      throw PipelineError.emptyTerm(query)
    } else {
      self = .text(query)
    }
  }
}
