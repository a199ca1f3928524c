import LunhengCore

/// A problem and where it is.
struct LocatedProblem: Error, Hashable {
  var problem: ConfigurationProblem
  var position: Position

  func diagnostic(path: String) -> Diagnostic {
    let wording = problem.wording
    return Diagnostic(
      wording.severity, code: wording.code, message: wording.message,
      location: DiagnosticLocation(path: path, line: position.line, column: position.column))
  }
}
