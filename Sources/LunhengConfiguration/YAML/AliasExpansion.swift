internal import CYaml

/// How many values a YAML text has once every alias stands for what its anchor names.
///
/// The nodes that the parser composes share what aliases name, so that a few lines can stand for
/// thousands of millions of values ("a billion laughs"): to compare two keys, or to read such a list,
/// would take for ever. This looks at the events only, and only where the text has aliases at all.
struct AliasExpansion {
  /// Where the text passes the limit.
  private(set) var problem: LocatedProblem?

  /// Takes time in the length of the text.
  init(_ bytes: [UInt8]) {
    // Every value takes a byte; what comes on top, only aliases can make.
    let limit = bytes.count + 100_000
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      problem = Self.count(&parser, limit: limit)
    }
  }

  /// A list or mapping that has begun.
  private struct Collection {
    var anchor: String?
    /// The count before it.
    var before: Int
  }

  private static func count(_ parser: inout yaml_parser_t, limit: Int) -> LocatedProblem? {
    var count = 0
    var sizes: [String: Int] = [:]
    var open: [Collection] = []
    while true {
      var event = yaml_event_t()
      // What is wrong with the syntax is reported by who reads the text next.
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return nil
      case YAML_ALIAS_EVENT:
        count += sizes[name(event.data.alias.anchor) ?? ""] ?? 1
      case YAML_SCALAR_EVENT:
        count += 1
        if let anchor = name(event.data.scalar.anchor) { sizes[anchor] = 1 }
      case YAML_SEQUENCE_START_EVENT:
        open.append(Collection(anchor: name(event.data.sequence_start.anchor), before: count))
        count += 1
      case YAML_MAPPING_START_EVENT:
        open.append(Collection(anchor: name(event.data.mapping_start.anchor), before: count))
        count += 1
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        if let ended = open.popLast(), let anchor = ended.anchor {
          sizes[anchor] = count - ended.before
        }
      default: break
      }
      if count > limit {
        let mark = event.start_mark
        return LocatedProblem(
          problem: .multipliedAliases(limit: limit),
          position: Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
      }
    }
  }

  private static func name(_ anchor: UnsafePointer<UInt8>?) -> String? {
    anchor.map { String(cString: $0) }
  }

  private static func name(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}
