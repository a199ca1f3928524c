import LunhengCore

/// What came of coding the examples that a codebook holds.
public struct CodebookTestReport: Hashable, Sendable {
  /// An example that was not coded as expected.
  public struct Failure: Hashable, Sendable {
    public var theme: String
    public var example: ThemeExample
    /// What was found in it, strongest first.
    public var found: [FoundTheme]

    public init(theme: String, example: ThemeExample, found: [FoundTheme]) {
      self.theme = theme
      self.example = example
      self.found = found
    }
  }

  public var examples: Int
  /// In the order of the codebook.
  public var failures: [Failure]

  public init(examples: Int, failures: [Failure]) {
    self.examples = examples
    self.failures = failures
  }

  /// Characters of an example's text that are shown.
  private static let shown = 60

  /// The failures, then a line that sums up.
  public func text() -> String {
    failures.map { failure in
      let scalars = failure.example.text.unicodeScalars
      let text =
        scalars.count <= Self.shown
        ? failure.example.text
        : String(String.UnicodeScalarView(scalars.prefix(Self.shown))) + "…"
      let found = failure.found.isEmpty ? ["–"] : failure.found.map(\.text)
      return
        ([
          "\(failure.theme): \(failure.example.expectation.rawValue): 「\(text)」"
        ] + found.map { "  found \($0)" }).map { TerminalText.oneLine($0) + "\n" }.joined()
    }.joined()
      + "examples: \(examples), right: \(examples - failures.count), wrong: \(failures.count)\n"
  }

  public var jsonValue: JSONValue {
    [
      "examples": .integer(examples),
      "failures": .array(
        failures.map { failure in
          [
            "theme": .string(failure.theme),
            "expectation": .string(failure.example.expectation.rawValue),
            "text": .string(failure.example.text),
            "found": .array(failure.found.map(\.jsonValue)),
          ]
        }),
    ]
  }
}
