import Foundation
import LunhengCore

extension Codebook {
  /// The codebook as JSON, the same for the same codebook.
  func json() throws -> String { try Self.encoded(self) }

  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(Codebook.self, from: Data(json.utf8))
    } catch {
      throw DamagedValue("codebook \(json.prefix(60))")
    }
  }
}

extension LocalizedName {
  /// The name as a JSON object with its languages in order.
  func json() throws -> String { try Codebook.encoded(byLanguage) }
}

extension Codebook {
  fileprivate static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
