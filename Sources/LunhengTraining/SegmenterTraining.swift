import LunhengCore

/// Makes a segmenter model from divided sentences and lexicons. If sentences have tags, the model can tag.
public struct SegmenterTraining: Sendable {
  /// Words of fewer lexicons than this, that the training text does not have either, are left out.
  public var leastLexicons = 2
  public var boundaries = BoundaryTrainer.Options()
  public var tags = TagTrainer.Options()
  /// What the model says of itself, in order.
  public var information: [(key: String, value: String)] = []

  public init() {}

  /// Complexity: O(epochs × characters); about a minute for 100,000 words and a million lexicon entries.
  /// - Parameter report: what is being done.
  /// - Returns: the bytes of a model file. The same input gives the same bytes.
  /// - Throws: `ICUError` if ICU's data is missing.
  public func model(
    sentences: [TrainingSentence], lexicons: [TrainingLexicon], report: (String) -> Void
  ) throws(ICUError) -> [UInt8] {
    report("numbering characters")
    let table = try CharacterTable(
      text: Self.unitCounts(sentences.lazy.map(\.units)),
      lexicons: Self.unitCounts(
        lexicons.lazy.flatMap { $0.entries.lazy.map { Array($0.word.utf16) } }))
    report("collecting patterns")
    let features = BoundaryFeatures(
      sentences: sentences, lexicons: lexicons, table: table, leastLexicons: leastLexicons)
    report(
      "patterns: \(features.patterns.keys.count), rows of weights: \(features.layout.count)")
    let examples = sentences.enumerated().map { index, sentence in
      features.example(sentence, part: index % WordProfiles.parts)
    }
    let weights = BoundaryTrainer.train(
      examples, masks: features.layout.masks(ngrams: features.vocabulary.ngrams),
      options: boundaries, report: report)
    let tags = TaggerTraining(self.tags, lexicons: lexicons, table: table)
      .sections(sentences, report: report)
    return ModelWriter(
      features: features, weights: weights, information: information, others: tags
    ).bytes()
  }

  private static func unitCounts(_ texts: some Sequence<[UInt16]>) -> [UInt16: Int] {
    var counts: [UInt16: Int] = [:]
    for text in texts { for unit in text { counts[unit, default: 0] += 1 } }
    return counts
  }
}
