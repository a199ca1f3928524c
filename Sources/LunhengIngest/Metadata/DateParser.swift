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
    let expected = Array(text.utf16)
    guard units[cursor...].starts(with: expected) else { return false }
    cursor += expected.count
    return true
  }

  // MARK: Numbers

  private func isNumeral(_ index: Int) -> Bool {
    CharacterClass(units[index]) == .digit || Self.chineseDigits[units[index]] != nil
      || Self.multipliers[units[index]] != nil
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
      if let digit = Self.chineseDigits[units[cursor]] {
        pending = (pending ?? 0) * (hasMultiplier ? 0 : 10) + digit
      } else if let multiplier = Self.multipliers[units[cursor]] {
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

  /// Zero is also written with a circle or with the letter O.
  private static let chineseDigits: [UInt16: Int] = Dictionary(
    uniqueKeysWithValues: zip("〇零○o一二三四五六七八九".utf16, [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
  private static let multipliers: [UInt16: Int] = Dictionary(
    uniqueKeysWithValues: zip("十百廿卅".utf16, [10, 100, 1020, 1030]))
}
