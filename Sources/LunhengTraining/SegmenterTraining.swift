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
  /// - Parameters:
  ///   - sentences: the standard that is to be learnt.
  ///   - others: texts of other standards, each its own, that help where the first has too little.
  ///   - report: called with what is being done.
  /// - Returns: the bytes of a model file. The same input gives the same bytes.
  /// - Throws: `ICUError` if ICU's data is missing.
  public func model(
    sentences: [TrainingSentence], others: [[TrainingSentence]] = [],
    lexicons: [TrainingLexicon], report: (String) -> Void
  ) throws(ICUError) -> [UInt8] {
    report("numbering characters")
    let table = try CharacterTable(
      text: Self.unitCounts((sentences + others.joined()).lazy.map(\.units)),
      lexicons: Self.unitCounts(
        lexicons.lazy.flatMap { $0.entries.lazy.map { Array($0.word.utf16) } }))
    report("collecting patterns")
    let features = BoundaryFeatures(
      sentences: sentences, others: others, lexicons: lexicons, table: table,
      leastLexicons: leastLexicons)
    report(
      "patterns: \(features.patterns.keys.count), rows of weights: \(features.layout.count)")
    var examples = sentences.enumerated().map { index, sentence in
      features.example(sentence, part: index % WordProfiles.parts)
    }
    for (index, sentences) in others.enumerated() {
      for sentence in sentences {
        var example = features.example(sentence, part: nil)
        example.standard = index + 1
        examples.append(example)
      }
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
