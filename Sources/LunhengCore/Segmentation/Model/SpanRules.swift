/// What stays whole in a stretch of letters, digits and marks without a space: decimal numbers and words
/// with an apostrophe by UAX #29 (WB6, WB7, WB11–WB13b); percentages, dates, times, addresses of pages
/// and of mail besides.
enum SpanRules {
  /// Letters, digits, visible ASCII, and the marks of other widths that stand within numbers and words.
  static func isSpanUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x21...0x7E, 0x2019, 0x2030, 0xFF05, 0xFF0E: true
    default: CharacterClass(unit).isAlphanumeric
    }
  }

  /// Calls `join` with the ranges that stay whole; they may overlap.
  static func joinSpans(_ units: UnsafeBufferPointer<UInt16>, _ join: (Range<Int>) -> Void) {
    guard units.count > 1 else { return }
    var hasAddress = false
    if units[0] == 0x5F, CharacterClass(units[1]).isAlphanumeric { join(0..<2) }
    for index in 1..<units.count {
      let unit = units[index]
      guard CharacterClass(unit) == .other else { continue }
      let before = CharacterClass(units[index - 1])
      let after = index + 1 < units.count ? CharacterClass(units[index + 1]) : .other
      switch unit {
      case 0x25, 0xFF05, 0x2030:
        if before == .digit { join(index - 1..<index + 1) }
      case 0x2C, 0x3B:
        if before == .digit, after == .digit { join(index - 1..<index + 2) }
      case 0x2E, 0xFF0E, 0x27, 0x2019:
        if before == after, before == .digit || before == .letter { join(index - 1..<index + 2) }
      case 0x5F:
        if before == .digit || before == .letter || units[index - 1] == unit {
          join(index - 1..<index + 1)
        }
        if after == .digit || after == .letter { join(index..<index + 2) }
      case 0x3A, 0x40, 0x2F: hasAddress = true
      default: break
      }
    }
    joinDates(units, join)
    if hasAddress || units.starts(with: "www.".utf16) { joinAddresses(units, join) }
  }

  /// 2023-12-18, 18/12/2023, 2023.12.18 and 12:30, 08:00:00.
  private static func joinDates(
    _ units: UnsafeBufferPointer<UInt16>, _ join: (Range<Int>) -> Void
  ) {
    var index = 0
    while index < units.count {
      guard CharacterClass(units[index]) == .digit,
        index == 0 || !CharacterClass(units[index - 1]).isAlphanumeric
      else {
        index += 1
        continue
      }
      var fields: [Range<Int>] = []
      var mark: UInt16?
      var end = index
      while end < units.count, CharacterClass(units[end]) == .digit {
        let start = end
        while end < units.count, CharacterClass(units[end]) == .digit { end += 1 }
        fields.append(start..<end)
        guard end + 1 < units.count, mark == nil || units[end] == mark,
          [0x2D, 0x2F, 0x2E, 0x3A].contains(units[end]),
          CharacterClass(units[end + 1]) == .digit
        else { break }
        mark = units[end]
        end += 1
      }
      let stop = fields[fields.count - 1].upperBound
      let isFree = stop == units.count || !CharacterClass(units[stop]).isAlphanumeric
      if isFree, let mark, isDate(fields.map(\.count), mark) { join(index..<stop) }
      index = max(stop, index + 1)
    }
  }

  private static func isDate(_ lengths: [Int], _ mark: UInt16) -> Bool {
    let isShort = { (length: Int) in length <= 2 }
    if mark == 0x3A {
      return (2...3).contains(lengths.count) && isShort(lengths[0])
        && lengths.dropFirst().allSatisfy { $0 == 2 }
    }
    guard lengths.count == 3, isShort(lengths[1]) else { return false }
    return (2...4).contains(lengths[0]) && isShort(lengths[2])
      || isShort(lengths[0]) && (2...4).contains(lengths[2])
  }

  /// `scheme://…`, `www.…` and `name@host`.
  private static func joinAddresses(
    _ units: UnsafeBufferPointer<UInt16>, _ join: (Range<Int>) -> Void
  ) {
    let closers = Set(".,;:!?)]}>'\"".utf16)
    var index = 0
    while index < units.count {
      var end = units.count
      var start: Int?
      if let scheme = schemeEnd(units, index) {
        start = index
        end = lastOf(units, from: scheme) { $0 != 0x3C && $0 != 0x3E && $0 != 0x22 }
      } else if units[index...].starts(with: "www.".utf16),
        index == 0 || !CharacterClass(units[index - 1]).isAlphanumeric
      {
        start = index
        end = lastOf(units, from: index) { $0 != 0x3C && $0 != 0x3E && $0 != 0x22 }
      } else if units[index] == 0x40 {
        var low = index
        while low > 0, isAddressUnit(units[low - 1]) { low -= 1 }
        let high = lastOf(units, from: index + 1) { isAddressUnit($0) }
        if low < index, units[index + 1..<max(high, index + 1)].contains(0x2E) {
          start = low
          end = high
        }
      }
      if let start {
        while end > start + 1, closers.contains(units[end - 1]) { end -= 1 }
        join(start..<end)
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Where the rest begins if a scheme and "://" stand at `index`.
  private static func schemeEnd(_ units: UnsafeBufferPointer<UInt16>, _ index: Int) -> Int? {
    guard CharacterClass(units[index]) == .letter,
      index == 0 || !CharacterClass(units[index - 1]).isAlphanumeric
    else { return nil }
    let end = lastOf(units, from: index) { CharacterClass($0).isAlphanumeric }
    return units[end...].starts(with: "://".utf16) ? end + 3 : nil
  }

  private static func lastOf(
    _ units: UnsafeBufferPointer<UInt16>, from start: Int, while isWithin: (UInt16) -> Bool
  ) -> Int {
    var end = min(start, units.count)
    while end < units.count, isWithin(units[end]) { end += 1 }
    return end
  }

  private static func isAddressUnit(_ unit: UInt16) -> Bool {
    CharacterClass(unit).isAlphanumeric || [0x2E, 0x2D, 0x5F, 0x2B].contains(unit)
  }
}
