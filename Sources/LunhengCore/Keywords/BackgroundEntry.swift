import RealModule

/// How a word stands in a file of background frequencies: the first 16 bits of its hash say in which
/// bucket, the next 20 which entry of it; 4 bits what it mostly is, and 8 bits how common.
package enum BackgroundEntry {
  package static let buckets = 1 << 16

  package static func bucket(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 48) }

  package static func check(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 28) & 0xF_FFFF
  }

  package static func wordClass(_ entry: UInt32) -> WordClass {
    WordClass(rawValue: UInt8(truncatingIfNeeded: entry >> 8 & 0xF)) ?? .unknown
  }

  /// Levels of one doubling: the step from one to the next is 6%.
  private static let levelsPerDoubling: Float = 12

  /// - Parameter share: of documents, above 0 and up to 1.
  /// - Returns: 0 for all documents, 255 for one in 2.5 million or fewer.
  package static func level(share: Float) -> UInt8 {
    let level = -Float.log2(share) * levelsPerDoubling
    return UInt8(min(max(level, 0), 255).rounded())
  }

  package static func share(level: UInt8) -> Float { .exp2(-Float(level) / levelsPerDoubling) }

  /// A file of words, each by its hash with its share of documents and what it mostly is.
  ///
  /// The order of the words does not matter. Of two words with the same entry the commoner one counts.
  ///
  /// Complexity: O(n log n).
  ///
  /// - Parameter information: lines "key: value" that say what the figures come from.
  package static func encode(
    _ words: [(hash: UInt64, share: Float, wordClass: WordClass)], information: String
  ) -> [UInt8] {
    var keyed = words.map { word in
      UInt64(bucket(of: word.hash)) << 32 | UInt64(check(of: word.hash)) << 12
        | UInt64(level(share: word.share)) << 4 | UInt64(word.wordClass.rawValue)
    }
    keyed.sort()
    var starts = [UInt32](repeating: 0, count: buckets + 1)
    var entries: [UInt32] = []
    var last: UInt64?
    for key in keyed where last.map({ $0 >> 12 != key >> 12 }) ?? true {
      last = key
      let level = key >> 4 & 0xFF
      entries.append(UInt32(truncatingIfNeeded: key & ~0xFFF | (key & 0xF) << 8 | level))
      starts[Int(key >> 32) + 1] += 1
    }
    for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
    return ModelFile.encode([
      (.information, Array(information.utf8)),
      (.frequencyStarts, ModelFile.littleEndian(starts)),
      (.frequencyEntries, ModelFile.littleEndian(entries)),
    ])
  }
}
