/// Characters of HKSCS that ICU's table leaves in the private-use area, though Unicode has them now.
///
/// ICU's table (ibm-1375, of 2008) has the strokes, a few letters of romanisation and some Han
/// characters where HKSCS-2001 had them. The values here are those of HKSCS-2004.
enum HKSCSPrivateUse {
  /// Replaces such characters among the first `count` units, which may make them more; `offsets` goes
  /// along. Returns how many units there are now.
  ///
  /// - Precondition: there is room for twice as many.
  static func replace(
    in units: UnsafeMutableBufferPointer<UInt16>, offsets: UnsafeMutableBufferPointer<Int32>,
    count: Int
  ) -> Int {
    var letterCount = 0
    for index in 0..<count where range.contains(units[index]) {
      if let character = characters[units[index]] {
        units[index] = character
      } else if letters[units[index]] != nil {
        letterCount += 1
      }
    }
    guard letterCount > 0 else { return count }
    // From the back, so that nothing is overwritten before it has moved.
    var target = count + letterCount
    for index in stride(from: count - 1, through: 0, by: -1) {
      let offset = offsets[index]
      target -= 1
      offsets[target] = offset
      if let letter = letters[units[index]] {
        units[target] = letter.mark
        target -= 1
        units[target] = letter.base
        offsets[target] = offset
      } else {
        units[target] = units[index]
      }
    }
    return count + letterCount
  }

  private static let range: ClosedRange<UInt16> = 0xF303...0xF7ED

  private static let characters: [UInt16: UInt16] = [
    0xF303: 0x31C0, 0xF304: 0x31C1, 0xF305: 0x31C2, 0xF306: 0x31C3, 0xF307: 0x31C4,
    0xF309: 0x31C5, 0xF30C: 0x31C6, 0xF30D: 0x31C7, 0xF310: 0x31C8, 0xF312: 0x31C9,
    0xF313: 0x31CA, 0xF314: 0x31CB, 0xF315: 0x31CC, 0xF317: 0x31CD, 0xF318: 0x31CE,
    0xF34A: 0x23DA, 0xF34B: 0x23DB, 0xF57A: 0x9FA6, 0xF5A4: 0x9FA7, 0xF5AB: 0x9FA8,
    0xF5CC: 0x9FA9, 0xF5CE: 0x9FAA, 0xF5D0: 0x9FAB, 0xF5D5: 0x9FAC, 0xF5EC: 0x9FAD,
    0xF5ED: 0x9FAE, 0xF5EF: 0x9FAF, 0xF602: 0x9FB2, 0xF61C: 0x9FB3, 0xF7E5: 0x31CF,
    0xF7EB: 0x9FB0, 0xF7ED: 0x9FB1,
  ]

  /// Ê and ê with macron and caron, which Unicode has only as letter and mark.
  private static let letters: [UInt16: (base: UInt16, mark: UInt16)] = [
    0xF325: (0x00CA, 0x0304),
    0xF327: (0x00CA, 0x030C),
    0xF344: (0x00EA, 0x0304),
    0xF346: (0x00EA, 0x030C),
  ]
}
