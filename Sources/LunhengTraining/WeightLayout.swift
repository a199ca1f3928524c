import LunhengCore

/// Which row of weights belongs to what: kinds in a row, n-grams, and classes of words by length.
struct WeightLayout {
  let ngrams: Int
  let classes: Int

  static let kindRows = 512
  /// The row of characters that the training text has at most once.
  static let rareCharacter = kindRows

  var count: Int { Self.rareCharacter + 1 + ngrams + classes * FeatureLanes.longestWord }

  func ngram(_ index: Int32) -> Int { Self.rareCharacter + 1 + Int(index) }

  func wordClass(_ number: Int32, length: Int) -> Int {
    Self.rareCharacter + 1 + ngrams + Int(number) * FeatureLanes.longestWord + length - 1
  }

  /// The lanes that a row may use: 1 there, 0 elsewhere.
  static func mask(gaps: ClosedRange<Int>, singles: ClosedRange<Int>) -> SIMD16<Float> {
    var mask = SIMD16<Float>.zero
    for offset in gaps { mask[FeatureLanes.gap(offset)] = 1 }
    for offset in singles { mask[FeatureLanes.single(offset)] = 1 }
    return mask
  }

  static let kindMask = mask(gaps: -2...3, singles: -1...3)
  /// By length: what an n-gram within two characters before and three behind a gap says of it.
  static let ngramMasks = [
    mask(gaps: -3...2, singles: -1...1), mask(gaps: -2...2, singles: -1...2),
    mask(gaps: -1...2, singles: 0...2),
  ]
  /// By length: a word speaks of the gaps at its ends and within it.
  static let wordMasks = (1...FeatureLanes.longestWord).map {
    mask(gaps: -1...($0 - 1), singles: -1...min($0, 3))
  }

  /// The mask of every row.
  func masks(ngrams: [[UInt16]]) -> [SIMD16<Float>] {
    var masks = [SIMD16<Float>](repeating: Self.kindMask, count: Self.kindRows)
    masks.append(Self.ngramMasks[0])
    masks += ngrams.map { Self.ngramMasks[$0.count - 1] }
    for _ in 0..<classes { masks += Self.wordMasks }
    return masks
  }
}
