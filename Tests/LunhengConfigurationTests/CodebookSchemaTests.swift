import Foundation
import Testing

@testable import LunhengConfiguration

/// The JSON Schema by which editors complete and check codebooks.
struct CodebookSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(
      contentsOf: project.appending(path: "Pipelines/codebooks/codebook.schema.json"))
    schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private var definitions: [String: [String: Any]] {
    schema["$defs"] as? [String: [String: Any]] ?? [:]
  }

  @Test func itSaysWhichDialectItIs() {
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$ref"] as? String == "#/$defs/codebook")
  }

  @Test(arguments: [
    ("codebook", CodebookKeys.codebook), ("theme", CodebookKeys.theme), ("term", CodebookKeys.term),
    ("rule", CodebookKeys.member), ("include", CodebookKeys.include),
    ("absence", CodebookKeys.absence), ("examples", CodebookKeys.examples),
    ("example", CodebookKeys.example),
  ])
  func itsKeysAreThoseOfTheReader(_ section: String, _ keys: [String]) throws {
    let definition = try #require(definitions[section])
    let properties = try #require(definition["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(keys))
    #expect(definition["additionalProperties"] as? Bool == false)
    for (key, property) in properties {
      #expect((property["description"] as? String)?.isEmpty == false, "\(section).\(key)")
    }
  }

  @Test func itNamesNothingThatItDoesNotDefine() {
    func references(_ value: Any) -> [String] {
      switch value {
      case let object as [String: Any]:
        ((object["$ref"] as? String).map { [$0] } ?? []) + object.values.flatMap(references)
      case let array as [Any]: array.flatMap(references)
      default: []
      }
    }
    let names = Set(references(schema).map { String($0.dropFirst("#/$defs/".count)) })
    #expect(names.isSubset(of: definitions.keys))
    #expect(names.count > 8)
  }
}
