import Testing

@testable import LunhengCore

@Suite("A folded text")
struct FoldedTextTests {
  /// By definition and character by character: what is left, with the unit that each came from.
  private static func naive(_ text: String) -> (units: [UInt16], origins: [Int32], ends: [Int]) {
    struct Piece {
      var units: [UInt16]
      var start: Int
      var end: Int
    }
    var pieces: [Piece] = []
    var position = 0
    for scalar in text.unicodeScalars {
      let units = Array(String(scalar).utf16)
      let isSpace = scalar.properties.isWhitespace
      // A character alone has no neighbours that make a space or a decimal point of it.
      let folded = isSpace ? [0x20] : FoldedText(units).units
      if !folded.isEmpty {
        pieces.append(Piece(units: folded, start: position, end: position + units.count))
      }
      position += units.count
    }
    func isWord(_ unit: UInt16?) -> Bool { unit.map { CharacterClass($0).isAlphanumeric } ?? false }
    var result: (units: [UInt16], origins: [Int32], ends: [Int]) = ([], [], [])
    for (index, piece) in pieces.enumerated() {
      if piece.units == [0x20] {
        // The first of several stands for all.
        guard index > 0, pieces[index - 1].units != [0x20] else { continue }
        let next = pieces[index...].first { $0.units != [0x20] }
        guard isWord(pieces[index - 1].units.last), isWord(next?.units.first) else { continue }
      }
      for unit in piece.units {
        result.units.append(unit)
        result.origins.append(Int32(piece.start))
        result.ends.append(piece.end)
      }
    }
    return result
  }

  @Test("is what folding each character by itself gives", arguments: 0..<400 as Range<UInt64>)
  func isWhatFoldingEachCharacterGives(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "香港Ａb 　9\u{AD}裏𨋢，\u{200B}", "㎡ﬁ… a1\u{E0100}\u{2F8A6}𠮷𠀀\u{ECE1}\u{E000}", "𝐀 𝐁㈱　\u{FE00}x",
    ].randomElement(using: &random)!
    let text = random.text(of: alphabet, length: 0...40)
    let folded = FoldedText(Array(text.utf16))
    let naive = Self.naive(text)
    #expect(folded.units == naive.units)
    // Of a pair that folds to itself, each half may come from its own unit.
    let isSame = zip(zip(folded.units, folded.origins), naive.origins).allSatisfy {
      $0.1 == $1 || $0.0 & 0xFC00 == 0xDC00 && $0.1 == $1 + 1
    }
    #expect(isSame)
    guard !folded.units.isEmpty else { return }
    for _ in 0..<10 {
      let start = Int.random(in: 0..<folded.units.count, using: &random)
      let end = Int.random(in: start + 1...folded.units.count, using: &random)
      // No hit begins or ends within a pair.
      guard folded.units[start] & 0xFC00 != 0xDC00, folded.units[end - 1] & 0xFC00 != 0xD800 else {
        continue
      }
      #expect(
        folded.original(start..<end) == Int(naive.origins[start])..<naive.ends[end - 1])
    }
  }

  @Test("covers whole characters of the original")
  func coversWholeCharacters() {
    let text = FoldedText(Array("共1000㎡，\u{2F8A6}\u{E000}".utf16))
    #expect(text.units == Array("共1000m2,慈".utf16) + [0xD841, 0xDD47])
    #expect(text.original(1..<6) == 1..<6)
    #expect(text.original(5..<7) == 5..<6)
    #expect(text.original(8..<9) == 7..<9)
    #expect(text.original(9..<11) == 9..<10)
  }
}
