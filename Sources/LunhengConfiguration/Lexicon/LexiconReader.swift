/// Reads the lines of a word list, one after the other.
struct LexiconReader {
  private(set) var words: [String] = []
  private var found: [LocatedProblem] = []
  private var firstLines: [String: Int] = [:]
  /// The words with spaces, which are usually the lines of a dictionary of another tool. Reported
  /// together: such a file has a hundred thousand.
  private var spaced: (first: String, position: Position, count: Int)?

  var problems: [LocatedProblem] {
    guard let spaced else { return found }
    let problem = ConfigurationProblem.spacedWords(first: spaced.first, count: spaced.count)
    return found + [LocatedProblem(problem: problem, position: spaced.position)]
  }

  mutating func read(_ line: String, number: Int) {
    let scalars = line.unicodeScalars
    let field = scalars.prefix { $0 != "\t" }
    let word = WrittenText(String(field)).trimmed
    guard !word.isEmpty, word.unicodeScalars.first != "#" else { return }
    let indent = field.prefix { $0.properties.isWhitespace }.count
    let position = Position(line: number, column: indent + 1)

    if let invisible = WrittenText(word).firstInvisible {
      let before = word.unicodeScalars.prefix { $0 != invisible }.count
      report(
        .controlCharacter(invisible),
        at: Position(line: number, column: position.column + before))
      return
    }
    if let first = firstLines[word] {
      report(.duplicateWord(word, firstLine: first), at: position)
      return
    }
    if word.unicodeScalars.contains(where: \.properties.isWhitespace) {
      spaced = (spaced?.first ?? word, spaced?.position ?? position, (spaced?.count ?? 0) + 1)
    }
    firstLines[word] = number
    words.append(word)
  }

  private mutating func report(_ problem: ConfigurationProblem, at position: Position) {
    found.append(LocatedProblem(problem: problem, position: position))
  }
}
