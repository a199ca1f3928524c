import LunhengCore

/// The files that are read for one codebook: each once, with what is wrong with it.
///
/// A class because the readers of all these files share it; it lives no longer than the reading.
final class FileLibrary {
  typealias Read = (_ path: String) throws(Diagnostic) -> [UInt8]

  private let readBytes: Read
  /// In the order in which they were read.
  private(set) var paths: [String] = []
  private var problems: [[LocatedProblem]] = []
  /// By `key(of:)`; nil inside where the file is of no use.
  private var codebooks: [String: ReadCodebook?] = [:]
  private var lexicons: [String: TermLexicon?] = [:]

  init(read: @escaping Read) { readBytes = read }

  /// Registers a file that is read; gives its number.
  func add(_ path: String) -> Int {
    paths.append(path)
    problems.append([])
    return paths.count - 1
  }

  func report(_ problem: LocatedProblem, in file: Int) { problems[file].append(problem) }

  func report(_ located: [LocatedProblem], in file: Int) { problems[file] += located }

  /// All problems by file.
  var allProblems: [(path: String, located: [LocatedProblem])] {
    paths.indices.map { (paths[$0], problems[$0]) }
  }

  /// `place` as a problem in `file` mentions it.
  func reference(to place: FilePlace, from file: Int) -> PlaceReference {
    PlaceReference(place.position, path: place.file == file ? nil : paths[place.file])
  }

  func location(of place: FilePlace) -> DiagnosticLocation {
    DiagnosticLocation(
      path: paths[place.file], line: place.position.line, column: place.position.column)
  }

  // MARK: Reading

  /// The codebook at `path`, nil if it cannot be made out at all.
  ///
  /// - Parameter chain: the paths from the first file to the one that includes this one.
  /// - Throws: where the file cannot be read.
  func codebook(_ path: String, chain: [String]) throws(Diagnostic) -> ReadCodebook? {
    let key = Self.key(of: path)
    if let known = codebooks[key] { return known }
    let bytes = try readBytes(path)
    let codebook = CodebookReader.read(bytes, path: path, chain: chain, library: self)
    codebooks[key] = .some(codebook)
    return codebook
  }

  /// The lexicon at `path`, nil if its text cannot be made out.
  ///
  /// - Throws: where the file cannot be read.
  func lexicon(_ path: String) throws(Diagnostic) -> TermLexicon? {
    let key = Self.key(of: path)
    if let known = lexicons[key] { return known }
    let bytes = try readBytes(path)
    let file = add(path)
    var lexicon: TermLexicon?
    do {
      let text = try UTF8Text(validating: bytes)
      let isCSV = path.lowercased().hasSuffix(".csv")
      let read = isCSV ? TermLexicon(csv: text, file: file) : TermLexicon(lines: text, file: file)
      report(read.problems, in: file)
      lexicon = read
    } catch {
      report(error, in: file)
    }
    lexicons[key] = .some(lexicon)
    return lexicon
  }

  /// Equal for different spellings of a path: `a/../b.yaml` is `b.yaml`, symbolic links aside.
  static func key(of path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
  }
}
