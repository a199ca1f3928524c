/// What the private-use characters of Hong Kong's character sets stand for.
///
/// Before Unicode had them, the characters of HKSCS were kept in the private-use area, each code of
/// Big5-HKSCS at one place (the layout of Microsoft's EUDC and of HKSCS-1999). Old fonts and files
/// still have them there.
package enum HKSCSPrivateUse {
  /// Characters that ICU's table (ibm-1375, of 2008) leaves in the private-use area, though Unicode has
  /// them now: strokes, a few letters of romanisation and some Han characters. The values are those of
  /// HKSCS-2004; Ê and ê with macron and caron are in Unicode only as letter and mark.
  package static let leftBehind: [UInt16: [UInt16]] = [
    0xF303: [0x31C0], 0xF304: [0x31C1], 0xF305: [0x31C2], 0xF306: [0x31C3], 0xF307: [0x31C4],
    0xF309: [0x31C5], 0xF30C: [0x31C6], 0xF30D: [0x31C7], 0xF310: [0x31C8], 0xF312: [0x31C9],
    0xF313: [0x31CA], 0xF314: [0x31CB], 0xF315: [0x31CC], 0xF317: [0x31CD], 0xF318: [0x31CE],
    0xF34A: [0x23DA], 0xF34B: [0x23DB], 0xF57A: [0x9FA6], 0xF5A4: [0x9FA7], 0xF5AB: [0x9FA8],
    0xF5CC: [0x9FA9], 0xF5CE: [0x9FAA], 0xF5D0: [0x9FAB], 0xF5D5: [0x9FAC], 0xF5EC: [0x9FAD],
    0xF5ED: [0x9FAE], 0xF5EF: [0x9FAF], 0xF602: [0x9FB2], 0xF61C: [0x9FB3], 0xF7E5: [0x31CF],
    0xF7EB: [0x9FB0], 0xF7ED: [0x9FB1],
    0xF325: [0x00CA, 0x0304], 0xF327: [0x00CA, 0x030C], 0xF344: [0x00EA, 0x0304],
    0xF346: [0x00EA, 0x030C],
  ]

  /// Calls `body` with each private-use unit that stands for a character and the units of that
  /// character, which may be supplementary.
  ///
  /// Complexity: O(1), one decoding of 12 KB by ICU.
  static func forEachCharacter(_ body: (UInt16, ArraySlice<UInt16>) -> Void) {
    // Big5 rows in the order of the private-use area: 157 codes a row, but C6 begins at A1.
    let rows: [ClosedRange<UInt8>] = [0xFA...0xFE, 0x8E...0xA0, 0x81...0x8D, 0xC6...0xC8]
    var bytes: [UInt8] = []
    for lead in rows.joined() {
      for trail in [0x40...0x7E, 0xA1...0xFE].joined() as FlattenSequence<[ClosedRange<UInt8>]>
      where lead != 0xC6 || trail >= 0xA1 {
        bytes += [lead, trail]
      }
    }
    CharsetConverter.forEachCharacter(of: bytes, in: "Big5-HKSCS") { offset, units in
      let code = UInt16(0xE000 + offset / 2)
      if let better = leftBehind[code] {
        body(code, better[...])
      } else if units.first != code {
        body(code, units)
      }
    }
  }
}
