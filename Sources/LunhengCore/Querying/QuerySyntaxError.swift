/// What a query cannot be read for, and where.
public struct QuerySyntaxError: Error, Hashable, Sendable {
  public enum Fault: Hashable, Sendable {
    /// What should stand here, such as "a value in quotes".
    case expected(String)
    case unclosedQuote
    case emptyValue
    /// {2,1}
    case reversedNumbers
    /// A part of CQL that is left out.
    case notSupported(String)
    case unknownAttribute(String)
    case unknownTag(String)
    /// ICU's name for what is wrong with a regular expression.
    case badPattern(String)
    /// Repetitions spell out more tokens than this.
    case tooLong(limit: Int)
    /// More different conditions on tokens than this.
    case tooManyConditions(limit: Int)
    /// Parentheses in more parentheses than this.
    case tooDeep(limit: Int)
    /// Only matches without any token would fit.
    case matchesNothing
  }

  public var query: String
  /// Where in the query, in Unicode scalars from 0; its length at the end.
  public var offset: Int
  public var fault: Fault

  public init(query: String, offset: Int, fault: Fault) {
    self.query = query
    self.offset = offset
    self.fault = fault
  }
}

extension QuerySyntaxError {
  /// The error for a person to act on: the one place that words it.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "query-syntax", message: message,
      location: DiagnosticLocation(path: "query", line: 1, column: offset + 1))
  }

  private var message: String {
    switch fault {
    case .expected(let what): "expected \(what), found \(found)"
    case .unclosedQuote: "the quote is never closed; put another at the end of the value"
    case .emptyValue: "the value is empty; write [] for any token"
    case .reversedNumbers: "the greater number comes first; write the smaller one before it"
    case .notSupported(let what): "\(what) is not supported; leave it out"
    case .unknownAttribute(let name):
      "no attribute \"\(name)\"; it is word, pos or theme"
    case .unknownTag(let value):
      "no part of speech is \"\(value)\"; they are "
        + PartOfSpeech.allCases.map(\.name).joined(separator: " ")
    case .badPattern(let status):
      "the value is no regular expression (\(status)); put \\ before a sign that stands for itself, "
        + "or %l after the value"
    case .tooLong(let limit):
      "the repetitions come to more than \(limit) tokens; give smaller numbers"
    case .tooManyConditions(let limit):
      "the query has more than \(limit) different conditions; divide it into several"
    case .tooDeep(let limit):
      "there are more than \(limit) parentheses and ! within one another; take some away"
    case .matchesNothing:
      "the query asks for no token at all; let it have at least one"
    }
  }

  private var found: String {
    let scalars = query.unicodeScalars
    guard offset < scalars.count else { return "the end of the query" }
    return "\"\(scalars[scalars.index(scalars.startIndex, offsetBy: offset)])\""
  }
}
