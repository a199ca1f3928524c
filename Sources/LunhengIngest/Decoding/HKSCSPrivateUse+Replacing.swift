import LunhengCore

extension HKSCSPrivateUse {
  /// Replaces what ICU's table leaves behind among the first `count` units, which may make them more;
  /// `offsets` goes along. Returns how many units there are now.
  ///
  /// - Precondition: there is room for twice as many.
  static func replace(
    in units: UnsafeMutableBufferPointer<UInt16>, offsets: UnsafeMutableBufferPointer<Int32>,
    count: Int
  ) -> Int {
    var added = 0
    for index in 0..<count where range.contains(units[index]) {
      guard let character = leftBehind[units[index]] else { continue }
      if character.count == 1 {
        units[index] = character[0]
      } else {
        added += character.count - 1
      }
    }
    guard added > 0 else { return count }
    // From the back, so that nothing is overwritten before it has moved.
    var target = count + added
    for index in stride(from: count - 1, through: 0, by: -1) {
      let offset = offsets[index]
      let unit = units[index]
      let character = range.contains(unit) ? leftBehind[unit] ?? [unit] : [unit]
      for unit in character.reversed() {
        target -= 1
        units[target] = unit
        offsets[target] = offset
      }
    }
    return count + added
  }

  private static let range: ClosedRange<UInt16> = 0xF303...0xF7ED
}
