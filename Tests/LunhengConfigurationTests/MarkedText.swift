import LunhengCore

/// A text in which 1️⃣ to 9️⃣ stand before the places where diagnostics are expected.
struct MarkedText: ExpressibleByStringLiteral {
  /// Without the markers.
  var text = ""
  /// "line:column" of each marker, columns in Unicode scalars.
  private var places: [Int: String] = [:]

  init(stringLiteral marked: String) {
    var line = 1
    var column = 1
    for character in marked {
      if let number = Self.number(of: character) {
        places[number] = "\(line):\(column)"
        continue
      }
      text.append(character)
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += character.unicodeScalars.count
      }
    }
  }

  /// `line:column code` at the place of marker `number`, for comparison with `Diagnostic.summary`.
  func expect(_ number: Int, _ code: String) -> String {
    "\(places[number] ?? "no marker \(number)") \(code)"
  }

  func place(_ number: Int) -> String { places[number] ?? "no marker \(number)" }

  /// A keycap is a digit, a variation selector and U+20E3.
  private static func number(of character: Character) -> Int? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count == 3, scalars[2].value == 0x20E3 else { return nil }
    return Int(String(scalars[0]))
  }
}

extension Diagnostic {
  /// Where and what: "3:5 duplicate-term".
  var summary: String {
    let place = location.map { "\($0.line ?? 0):\($0.column ?? 0)" } ?? "nowhere"
    return "\(place) \(code)"
  }
}
