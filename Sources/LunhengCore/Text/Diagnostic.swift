/// A place that a diagnostic points to.
public struct DiagnosticLocation: Hashable, Sendable {
  /// The file, or "-" for standard input.
  public var path: String
  /// The line, from 1, and the column in it, from 1.
  public var line: Int?
  public var column: Int?

  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// What is wrong with an input, for a person to act on. A value: only the command line prints it.
public struct Diagnostic: Hashable, Sendable, Error {
  public enum Severity: String, Sendable {
    /// The input was used, but not all of it as it stands.
    case warning
    /// The input was not used.
    case error
  }

  public var severity: Severity
  /// Stable name of the kind of problem, such as `undecodable-bytes`.
  public var code: String
  /// Lower case, no full stop, values in quotes, then the remedy.
  public var message: String
  public var location: DiagnosticLocation?

  public init(
    _ severity: Severity, code: String, message: String, location: DiagnosticLocation? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
  }

  /// `file:line:column: error: message [code]`, the form that compilers and editors use.
  public var line: String {
    var place = ""
    if let location {
      place = location.path
      if let line = location.line { place += ":\(line)" }
      if let column = location.column { place += ":\(column)" }
      place += ": "
    }
    return "\(place)\(severity.rawValue): \(message) [\(code)]"
  }
}
