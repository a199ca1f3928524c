import LunhengCore

/// What came of reading a configuration file: its value, or everything that is wrong with it.
public enum Checked<Value: Sendable>: Sendable {
  /// The file can be used; `warnings` are what its author should look at all the same.
  case accepted(Value, warnings: [Diagnostic])
  /// The file cannot be used. At least one of the diagnostics is an error.
  case rejected([Diagnostic])

  /// The value, nil if the file was rejected.
  public var value: Value? {
    switch self {
    case .accepted(let value, _): value
    case .rejected: nil
    }
  }

  /// All errors and warnings, in the order of the file.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .accepted(_, let warnings): warnings
    case .rejected(let diagnostics): diagnostics
    }
  }
}

extension Checked {
  /// Accepts `value` unless it is missing or one of the `problems` is an error.
  init(_ value: Value?, problems: [LocatedProblem], path: String) {
    self.init(value, problems: [(path, problems)])
  }

  /// Accepts `value` unless it is missing or one of the problems is an error; of each file in turn.
  init(_ value: Value?, problems: [(path: String, located: [LocatedProblem])]) {
    let diagnostics = problems.flatMap { path, located in
      located.enumerated().sorted {
        ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
      }.map { $0.element.diagnostic(path: path) }
    }
    if let value, !diagnostics.contains(where: { $0.severity == .error }) {
      self = .accepted(value, warnings: diagnostics)
    } else {
      self = .rejected(diagnostics)
    }
  }
}
