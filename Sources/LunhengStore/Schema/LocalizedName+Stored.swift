import Foundation
import LunhengCore

extension LocalizedName {
  /// The name as a JSON object with its languages in order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(byLanguage), as: UTF8.self)
  }

  init(json: String) throws {
    guard let names = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    else { throw DamagedValue("name \(json)") }
    self.init(names)
  }
}
