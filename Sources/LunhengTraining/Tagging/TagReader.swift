import LunhengCore

/// Reads the words of training sentences and lexicons as the tagger will.
struct TagReader {
  private let ids: [UInt16]
  private let kinds: [UInt8]

  init(_ table: CharacterTable) {
    ids = table.ids
    kinds = table.kinds.map(\.rawValue)
  }

  /// The words at these ranges of units; those without a character are left out.
  func words(_ ranges: [Range<Int>], of units: [UInt16]) -> [TagWord?] {
    var characters = CharacterSequence()
    return units.withUnsafeBufferPointer { units in
      ids.withUnsafeBufferPointer { characters.read(units, table: $0.baseAddress!) }
      var next = 0
      return ranges.map { range in
        while next < characters.count, characters.starts[next] < range.lowerBound { next += 1 }
        let first = next
        while next < characters.count, characters.starts[next] < range.upperBound { next += 1 }
        guard next > first else { return nil }
        return kinds.withUnsafeBufferPointer {
          TagWordReader.word(
            first..<next, of: characters, units: units, kinds: $0.baseAddress!)
        }
      }
    }
  }

  func hash(of word: String) -> UInt64? {
    let units = Array(word.utf16)
    return words([units.indices], of: units)[0]?.hash
  }
}
