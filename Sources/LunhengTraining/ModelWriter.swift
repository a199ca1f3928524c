import LunhengCore

/// Folds trained weights into one row per pattern and lays them out as a model file.
struct ModelWriter {
  let features: BoundaryFeatures
  let weights: [SIMD16<Float>]
  let information: [(key: String, value: String)]
  /// Further sections.
  var others: [(ModelFile.Section, [UInt8])] = []

  /// Three rows of each of eleven characters meet in a gap; their sum must fit an Int16.
  private static let limit = Float(Int16.max / Int16(3 * FeatureLanes.gaps))

  func bytes() -> [UInt8] {
    let characters = features.table.kinds.count
    let kindRows = (0..<WeightLayout.kindRows).map { quantized(weights[$0]) }
    let unigramRows = (0..<characters).map { id -> FeatureRow in
      if id == Int(CharacterID.space) { return .zero }
      var ids: [Int32] = []
      features.appendSingle(UInt16(id), part: nil, to: &ids)
      return row(ids)
    }
    var rows: [FeatureRow] = [.zero]
    var known: [FeatureRow: UInt32] = [.zero: 0]
    var ids: [Int32] = []
    let trie = PatternTrieBuilder(features.patterns.keys, characters: characters) { prefix in
      ids.removeAll(keepingCapacity: true)
      // What comes behind the prefix must stop the patterns there.
      (prefix + [CharacterID.space]).withUnsafeBufferPointer {
        features.appendLonger($0.baseAddress!, part: nil, to: &ids)
      }
      let sum = row(ids)
      if let index = known[sum] { return index }
      known[sum] = UInt32(rows.count)
      rows.append(sum)
      return UInt32(rows.count - 1)
    }
    let text = information.map { "\($0.key): \($0.value)\n" }.joined()
    let sections: [(ModelFile.Section, [UInt8])] = [
      (.information, Array(text.utf8)),
      (.characterIDs, Self.bytes(features.table.ids)),
      (.kinds, features.table.kinds.map(\.rawValue)),
      (.kindRows, Self.bytes(kindRows)),
      (.unigramRows, Self.bytes(unigramRows)),
      (.bases, Self.bytes(trie.bases)),
      (.slots, Self.bytes(trie.slots)),
      (.rows, Self.bytes(rows)),
    ]
    return ModelFile.encode(sections + others)
  }

  private func row(_ ids: [Int32]) -> FeatureRow {
    quantized(ids.reduce(into: SIMD16<Float>.zero) { $0 += weights[Int($1)] })
  }

  private func quantized(_ row: SIMD16<Float>) -> FeatureRow {
    let scaled = (row * FeatureLanes.scale).rounded(.toNearestOrEven)
      .clamped(
        lowerBound: SIMD16(repeating: -Self.limit), upperBound: SIMD16(repeating: Self.limit))
    return FeatureRow(scaled)
  }

  static func bytes<Element>(_ elements: [Element]) -> [UInt8] {
    elements.withUnsafeBytes { Array($0) }
  }
}
