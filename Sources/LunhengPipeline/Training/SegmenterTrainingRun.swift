import LunhengCore
import LunhengIngest
import LunhengTraining

/// Trains a segmenter model from files.
public struct SegmenterTrainingRun: Sendable {
  /// Files of one sentence a line, words separated by spaces; in `.pos` files each word carries "/TAG",
  /// a universal part of speech, and the model learns to tag.
  public var sentences: [String]
  /// Files of sentences that were divided by other standards, which help where the first say too little.
  public var others: [String]
  /// Files of "word<TAB>count<TAB>tag" lines, count and tag optional; named by file name.
  public var lexicons: [String]
  public var training: SegmenterTraining

  public init(
    sentences: [String], others: [String] = [], lexicons: [String],
    training: SegmenterTraining = SegmenterTraining()
  ) {
    self.sentences = sentences
    self.others = others
    self.lexicons = lexicons
    self.training = training
  }

  /// - Returns: the bytes of the model.
  /// - Throws: `IngestError`, `TrainingInputError` or `ICUError`.
  public func run(report: (String) -> Void) throws -> [UInt8] {
    let sentences = try sentences.flatMap { try TrainingFile.sentences($0) }
    var lexicons = try lexicons.map { try TrainingFile.lexicon($0) }
    lexicons.append(
      TrainingLexicon(
        name: "icu",
        entries: try BreakDictionary.chinese().map {
          TrainingLexicon.Entry(word: $0.word, count: 1 << max(0, 24 - $0.cost / 8))
        }))
    return try training.model(
      sentences: sentences, others: try others.map { try TrainingFile.sentences($0) },
      lexicons: lexicons, report: report)
  }
}
