/// What came of looking for terms in texts that spell them otherwise, or only seem to.
public struct FoldingReport: Hashable, Sendable {
  /// A contrast.
  public struct Line: Hashable, Sendable {
    /// In the file, from 1.
    public var number: Int
    public var term: String
    public var text: String
    public var reason: String?
    /// Whether the term should be found, and whether it was.
    public var expected: Bool
    public var found: Bool

    public init(
      number: Int, term: String, text: String, reason: String?, expected: Bool, found: Bool
    ) {
      self.number = number
      self.term = term
      self.text = text
      self.reason = reason
      self.expected = expected
      self.found = found
    }

    var isRight: Bool { expected == found }
  }

  public var path: String
  /// In the order of the file.
  public var lines: [Line]

  public init(path: String, lines: [Line]) {
    self.path = path
    self.lines = lines
  }

  /// Whether every term was found where it should be, and nowhere else.
  public var isRight: Bool { lines.allSatisfy(\.isRight) }

  private func counts(_ expected: Bool) -> (right: Int, all: Int) {
    let lines = lines.filter { $0.expected == expected }
    return (lines.count { $0.isRight }, lines.count)
  }

  private static func name(_ isHit: Bool) -> String { isHit ? "hit" : "none" }

  /// How many of each kind are right, then each line that is not, with its place.
  public func text() -> String {
    var text = ""
    for kind in [true, false] {
      let (right, all) = counts(kind)
      text += "\(DisplayWidth.padded(Self.name(kind), to: 5)) \(right) of \(all) right\n"
    }
    for line in lines where !line.isRight {
      let reason = line.reason.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
      text +=
        TerminalText.oneLine(
          "\(path):\(line.number): expected \(Self.name(line.expected)), found "
            + "\(Self.name(line.found)): \(line.term) | \(line.text)\(reason)") + "\n"
    }
    return text
  }

  public var jsonValue: JSONValue {
    let kinds: [(String, (right: Int, all: Int))] = [
      ("hit", counts(true)), ("none", counts(false)),
    ]
    return .object(
      kinds.map { name, count in
        JSONMember(name, ["lines": .integer(count.all), "right": .integer(count.right)])
      } + [
        JSONMember(
          "errors",
          .array(
            lines.filter { !$0.isRight }.map {
              [
                "line": .integer($0.number), "term": .string($0.term), "text": .string($0.text),
                "expected": .string(Self.name($0.expected)),
                "found": .string(Self.name($0.found)), "why": .optional($0.reason),
              ]
            }))
      ])
  }
}
