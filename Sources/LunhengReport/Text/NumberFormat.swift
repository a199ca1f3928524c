/// Numbers as text, the same in every locale.
public enum NumberFormat {
  /// `value` with exactly `digits` decimals: `fixed(2.675, digits: 2)` is "2.68".
  ///
  /// What is rounded, half away from zero, is the shortest decimal that names the value, the one
  /// that JSON and CSV show: a reader who rounds 0.285 by hand gets what the table says, although
  /// the binary fraction nearest to it lies a little below. Values that are not finite give "nan",
  /// "inf" or "-inf".
  public static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    return Decimal(value).rounded(to: digits)
  }

  /// `fraction` as a percentage: `percent(0.285, digits: 0)` is "29%". Rounded as by `fixed`, without
  /// the error that multiplying by 100 would bring.
  public static func percent(_ fraction: Double, digits: Int) -> String {
    guard fraction.isFinite else { return "\(fraction)" }
    var decimal = Decimal(fraction)
    decimal.point += 2
    return decimal.rounded(to: digits) + "%"
  }

  /// The shortest decimal that reads back as exactly `value`, in the syntax of JSON; nil if it is
  /// not finite.
  public static func shortest(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    return value == 0 ? "0.0" : "\(value)"
  }

  /// A formatted number with a comma between every three digits of its integer part.
  public static func grouped(_ number: String) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let rest = number.dropFirst(sign.count)
    let integer = rest.prefix { $0.isASCII && $0.isNumber }
    var grouped = ""
    for (index, digit) in integer.enumerated() {
      if index > 0, (integer.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + rest.dropFirst(integer.count)
  }

  /// The digits of a finite number, and where its point stands among them: 12.5 is 1 2 5 and 2.
  private struct Decimal {
    var isNegative: Bool
    var digits: [UInt8] = []
    var point = 0

    init(_ value: Double) {
      isNegative = value < 0
      var exponent = 0
      var pointSeen = false
      var text = "\(value.magnitude)".utf8[...]
      while let byte = text.popFirst(), byte != UInt8(ascii: "e") {
        if byte == UInt8(ascii: ".") {
          pointSeen = true
        } else {
          digits.append(byte - UInt8(ascii: "0"))
          if !pointSeen { point += 1 }
        }
      }
      if let written = Int(Substring(text)) { exponent = written }
      point += exponent
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      point -= zeros
    }

    func rounded(to decimals: Int) -> String {
      let decimals = max(0, decimals)
      // The digit at `index`, zeros continuing the number on both sides.
      func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }
      let integers = max(1, point)
      var kept = (point - integers..<point + decimals).map(digit)
      if digit(point + decimals) >= 5 {
        var index = kept.count - 1
        while index >= 0, kept[index] == 9 {
          kept[index] = 0
          index -= 1
        }
        if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
      }
      let sign = isNegative && kept.contains { $0 != 0 } ? "-" : ""
      let text = kept.map { Character(Unicode.Scalar($0 + UInt8(ascii: "0"))) }
      let fraction = decimals == 0 ? "" : "." + String(text.suffix(decimals))
      return sign + String(text.dropLast(decimals)) + fraction
    }
  }
}
