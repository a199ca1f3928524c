import LunhengCore

/// Reads dates as Hong Kong and Taiwan print them, from folded text: 2023年12月18日,
/// 二〇二三年十二月十八日, 民國一一二年十二月十八日, 2023-12-18, 18/12/2023.
///
/// What could be two dates (05/03/2024) is none, and so is a day that does not exist.
struct DateParser {
  private let units: [UInt16]

  init(_ units: [UInt16]) { self.units = units }

  /// The first date and its folded units.
  func first() -> Found<CalendarDate>? {
    for start in units.indices where start == 0 || !isNumeral(start - 1) || isNumeral(start) {
      if let found = date(at: start) { return found }
    }
    return nil
  }

  private func date(at start: Int) -> Found<CalendarDate>? {
    // Nearly every position is refused by what stands there: no 中 of 中華民國, no 民, no numeral.
    guard units[start] == 0x4E2D || units[start] == 0x6C11 || isNumeral(start) else { return nil }
    var cursor = start
    skip("中华", &cursor)
    let isMinguo = skip("民国", &cursor)
    if !isMinguo { cursor = start }
    guard cursor == start || isMinguo, start == 0 || !isNumeral(start - 1) || isMinguo,
      let first = number(&cursor)
    else { return nil }
    if skip("年", &cursor) {
      guard isMinguo || first.digits == 4, let month = number(&cursor), skip("月", &cursor),
        let day = number(&cursor), skip("日", &cursor) || skip("号", &cursor)
      else { return nil }
      return found(first.value + (isMinguo ? 1911 : 0), month.value, day.value, start..<cursor)
    }
    for separator in ["-", "/", "."] where skip(separator, &cursor) {
      guard let second = number(&cursor), skip(separator, &cursor), let third = number(&cursor),
        cursor == units.count || CharacterClass(units[cursor]) != .digit
      else { return nil }
      if isMinguo { return found(first.value + 1911, second.value, third.value, start..<cursor) }
      if first.digits == 4 {
        return found(first.value, second.value, third.value, start..<cursor)
      }
      // Day before month, as both places write it, where no other reading is possible.
      guard third.digits == 4, first.value > 12 || first.value == second.value else { return nil }
      return found(third.value, second.value, first.value, start..<cursor)
    }
    return nil
  }

  private func found(
    _ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>
  ) -> Found<CalendarDate>? {
    CalendarDate(year: year, month: month, day: day).map { Found(value: $0, range: range) }
  }

  @discardableResult
  private func skip(_ text: String, _ cursor: inout Int) -> Bool {
    let expected = text.utf16
    guard units[cursor...].starts(with: expected) else { return false }
    cursor += expected.count
    return true
  }

  // MARK: Numbers

  private func isNumeral(_ index: Int) -> Bool {
    CharacterClass(units[index]) == .digit || Self.chineseDigit(units[index]) != nil
      || Self.multiplier(units[index]) != nil
  }

  /// A number in Arabic digits, in Chinese digits by place (二〇二三) or with ten and hundred (十八,
  /// 一百一十二, 廿三).
  private func number(_ cursor: inout Int) -> (value: Int, digits: Int)? {
    let start = cursor
    var value = 0
    if cursor < units.count, CharacterClass(units[cursor]) == .digit {
      while cursor < units.count, CharacterClass(units[cursor]) == .digit, cursor - start < 5 {
        value = value * 10 + Int(units[cursor] - 0x30)
        cursor += 1
      }
      return (value, cursor - start)
    }
    var pending: Int?
    var hasMultiplier = false
    while cursor < units.count, cursor - start < 7 {
      if let digit = Self.chineseDigit(units[cursor]) {
        pending = (pending ?? 0) * (hasMultiplier ? 0 : 10) + digit
      } else if let multiplier = Self.multiplier(units[cursor]) {
        hasMultiplier = true
        if multiplier > 100 {
          value += multiplier - 1000  // 廿 and 卅 are their own tens
        } else {
          value += (pending ?? 1) * multiplier
        }
        pending = nil
      } else {
        break
      }
      cursor += 1
    }
    return cursor > start ? (value + (pending ?? 0), cursor - start) : nil
  }

  /// Zero is also written with a circle or with the letter O. Asked of every unit, like the next.
  private static func chineseDigit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x3007, 0x96F6, 0x25CB, 0x6F: 0  // 〇零○o
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func multiplier(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5EFF: 1020
    case 0x5345: 1030
    default: nil
    }
  }
}
