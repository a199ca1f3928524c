/// A colour in sRGB, and how well it can be told from another.
struct Colour: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// A colour as in CSS: `Colour(0x1A7493)`.
  init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// The colour that terminals of 256 colours show for an index of their 6×6×6 cube, 16 to 231.
  init(cubeIndex index: Int) {
    func level(_ step: Int) -> UInt32 { step == 0 ? 0 : UInt32(55 + 40 * step) }
    let place = index - 16
    self.init(level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6))
  }

  /// "#1a7493"
  var css: String {
    func digits(_ value: UInt8) -> String {
      (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + digits(red) + digits(green) + digits(blue)
  }

  /// The contrast ratio of WCAG 2.1, 1 to 21; text needs 4.5 for level AA.
  func contrast(with other: Colour) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// That of two inks which can be read better on this colour.
  func betterInk(_ first: Colour, _ second: Colour) -> Colour {
    contrast(with: first) >= contrast(with: second) ? first : second
  }

  /// The relative luminance of WCAG 2.1. Its power of 2.4 is `x² · x^(2/5)`, and the fifth root is
  /// found by Newton's method, since there is no `pow` without Foundation or the C library.
  private var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      guard share > 0.03928 else { return share / 12.92 }
      let base = (share + 0.055) / 1.055
      let square = base * base
      var root = 1.0
      for _ in 0..<40 { root -= (root - square / (root * root * root * root)) / 5 }
      return square * root
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
