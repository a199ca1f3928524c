/// Problems that leave nothing to go on with.
struct LocatedProblems: Error, Hashable {
  var problems: [LocatedProblem]

  init(_ problems: [LocatedProblem]) { self.problems = problems }
}
