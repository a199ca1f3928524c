internal import Yams

/// Composes YAML text into nodes.
///
/// The parser stops at a duplicate key, tells the place of the first of the two only, and hides
/// whatever else is wrong with the file. So the composer puts a private-use character in place of
/// the first character of that key, which moves no other character, notes the true name, and starts
/// over; the reader of the nodes then meets both keys and reports the second.
struct YAMLComposer {
  private var scalars: [Unicode.Scalar]
  private var maskedKeys: [Position: String] = [:]

  /// Each mask costs another pass over the text; no honest file needs more.
  private var maximumOfMasks: Int { max(3, min(100, 5_000_000 / max(scalars.count, 1))) }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Throws: `LocatedProblems` with the error of syntax, and the duplicate keys found before it.
  mutating func compose() throws(LocatedProblems) -> YAMLDocument {
    while true {
      do {
        return YAMLDocument(root: try parse(), maskedKeys: maskedKeys)
      } catch {
        if case .duplicateKey(let key, _) = error.problem, mask(key, at: error.position) {
          continue
        }
        let duplicates = maskedKeys.map {
          LocatedProblem(problem: .duplicateKey($0.value, first: nil), position: $0.key)
        }
        throw LocatedProblems(duplicates + [error])
      }
    }
  }

  private func parse() throws(LocatedProblem) -> Node {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let root: Node?
    let second: Node?
    do {
      // The encoding is given because the default is read from the environment.
      // Tags are not resolved: a scalar is read as it is written, and to find its type costs more
      // than all the rest.
      let parser = try Parser(yaml: String(text), resolver: .basic, encoding: .utf8)
      root = try parser.nextRoot()
      second = try parser.nextRoot()
    } catch let error as YamlError {
      throw located(error)
    } catch {
      // Yams declares no types of errors, but throws no other.
      throw LocatedProblem(problem: .syntax(problem: "\(error)", context: nil), position: .start)
    }
    if let second { throw LocatedProblem(problem: .severalDocuments, position: second.position) }
    guard let root, !root.isNothing else {
      throw LocatedProblem(problem: .emptyFile, position: .start)
    }
    return root
  }

  private func located(_ error: YamlError) -> LocatedProblem {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      return LocatedProblem(
        problem: .duplicateKey(keys.first ?? "", first: nil), position: Position(context.mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let position = Position(mark)
      if let index = index(of: position), scalars[index] == "\t" {
        return LocatedProblem(problem: .tabIndentation, position: position)
      }
      let place = context.map { "\($0.text) that starts at line \($0.mark.line)" }
      return LocatedProblem(
        problem: .syntax(
          problem: problem, context: place, fullWidthColon: fullWidthColon(before: position)),
        position: position)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      return LocatedProblem(problem: .syntax(problem: problem, context: nil), position: .start)
    case .no, .memory, .dataCouldNotBeDecoded:
      return LocatedProblem(
        problem: .syntax(problem: error.description, context: nil), position: .start)
    }
  }

  /// Whether the key could be masked: not if it is written otherwise than plainly or in quotes (with
  /// an anchor, an escape, as a list), for then its name does not start where it starts.
  private mutating func mask(_ key: String, at position: Position) -> Bool {
    guard maskedKeys.count < maximumOfMasks, var index = index(of: position),
      let first = key.unicodeScalars.first,
      let mask = Unicode.Scalar(0xF0000 + UInt32(maskedKeys.count))
    else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index] == first else { return false }
    scalars[index] = mask
    maskedKeys[position] = key
    return true
  }

  /// The line of a full-width colon in the line of `position` or the one above it. Such a line is no
  /// key to the parser but text, which goes on in the next line and meets a real colon there.
  private func fullWidthColon(before position: Position) -> Int? {
    [position.line - 1, position.line].first { line in
      guard let start = index(of: Position(line: line, column: 1)) else { return false }
      return scalars[start...].prefix { $0 != "\n" }.contains("：")
    }
  }

  /// Nil past the end of the text.
  private func index(of position: Position) -> Int? {
    var line = 1
    var index = 0
    while index < scalars.count, line < position.line {
      switch scalars[index].value {
      case 0x0D where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      // What ends a line in YAML 1.1, which is what the parser counts by.
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: line += 1
      default: break
      }
      index += 1
    }
    index += position.column - 1
    return line == position.line && index < scalars.count ? index : nil
  }
}
