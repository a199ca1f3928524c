internal import Yams

/// The one document of a YAML file, as nodes that know their place.
struct YAMLDocument {
  let root: Node
  /// True names of the keys that were masked to get past the parser: see `YAMLComposer`.
  let maskedKeys: [Position: String]

  /// Throws: `LocatedProblems` if the bytes are not exactly one YAML document in UTF-8.
  init(_ bytes: [UInt8]) throws(LocatedProblems) {
    let file: UTF8Text
    do {
      file = try UTF8Text(validating: bytes)
    } catch {
      throw LocatedProblems([error])
    }
    if let problem = Self.controlCharacter(in: file) { throw LocatedProblems([problem]) }
    if let problem = AliasExpansion(file.bytes).problem { throw LocatedProblems([problem]) }
    var composer = YAMLComposer(file.text)
    self = try composer.compose()
  }

  init(root: Node, maskedKeys: [Position: String]) {
    self.root = root
    self.maskedKeys = maskedKeys
  }

  /// The first character that YAML does not allow anywhere. Found here and not by the parser, which
  /// would tell its offset but not its line.
  private static func controlCharacter(in file: UTF8Text) -> LocatedProblem? {
    var offset = 0
    for scalar in file.text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: break
      default:
        return LocatedProblem(
          problem: .controlCharacter(scalar), position: Position(ofByte: offset, in: file.bytes))
      }
      offset += UTF8.width(scalar)
    }
    return nil
  }
}
