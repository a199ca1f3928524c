/// Reads the lines of a word list, one after the other.
struct LexiconReader {
  private(set) var words: [String] = []
  /// Where each of them is.
  private(set) var positions: [Position] = []
  private var found: [LocatedProblem] = []
  private var firsts: [String: Position] = [:]
  /// The words with spaces, which are usually the lines of a dictionary of another tool. Reported
  /// together: such a file has a hundred thousand.
  private var spaced: (first: String, position: Position, count: Int)?

  /// All but what concerns words with spaces.
  var problemsOfLines: [LocatedProblem] { found }

  var problems: [LocatedProblem] {
    guard let spaced else { return found }
    let problem = ConfigurationProblem.spacedWords(first: spaced.first, count: spaced.count)
    return found + [LocatedProblem(problem: problem, position: spaced.position)]
  }

  init(_ file: UTF8Text) {
    var number = 0
    // Split by bytes: LF and CR LF, and the old CR.
    for line in Self.lines(of: file.bytes) {
      number += 1
      read(String(decoding: line, as: UTF8.self), number: number)
    }
  }

  private mutating func read(_ line: String, number: Int) {
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
    if let first = firsts[word] {
      report(.duplicateWord(word, first: PlaceReference(first)), at: position)
      return
    }
    if word.unicodeScalars.contains(where: \.properties.isWhitespace) {
      spaced = (spaced?.first ?? word, spaced?.position ?? position, (spaced?.count ?? 0) + 1)
    }
    firsts[word] = position
    words.append(word)
    positions.append(position)
  }

  private mutating func report(_ problem: ConfigurationProblem, at position: Position) {
    found.append(LocatedProblem(problem: problem, position: position))
  }

  /// Lines end at LF, CR or CR LF, as `Position` counts them.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let isReturn = bytes[index] == UInt8(ascii: "\r")
      if isReturn || bytes[index] == UInt8(ascii: "\n") {
        lines.append(bytes[start..<index])
        if isReturn, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(bytes[start...])
    return lines
  }
}
