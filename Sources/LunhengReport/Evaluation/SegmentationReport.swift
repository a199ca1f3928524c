import LunhengCore

/// What came of measuring a segmenter.
public struct SegmentationReport: Hashable, Sendable {
  /// The identity of the segmenter.
  public var segmenter: String
  public var score: SegmentationScore
  /// How well parts of speech were found; nil if the gold words have none.
  public var tagging: TaggingScore?
  /// The most frequent differences; nil if they were not asked for.
  public var differences: [SegmentationDifference]?

  public init(
    segmenter: String, score: SegmentationScore, tagging: TaggingScore? = nil,
    differences: [SegmentationDifference]? = nil
  ) {
    self.segmenter = segmenter
    self.score = score
    self.tagging = tagging
    self.differences = differences
  }

  /// A line for each measure, ratios as fractions with four decimals, then a line for each difference:
  /// how often, gold words, predicted words.
  public func text() -> String {
    func decimal(_ ratio: Double?) -> String {
      ratio.map { NumberFormat.fixed($0, digits: 4) } ?? "–"
    }
    var measures = [
      ("sentences", String(score.sentences)),
      ("gold words", String(score.goldWords)),
      ("predicted words", String(score.predictedWords)),
      ("precision", decimal(score.precision)),
      ("recall", decimal(score.recall)),
      ("F1", decimal(score.f1)),
    ]
    if score.outOfVocabulary != nil {
      measures += [
        ("OOV recall", decimal(score.outOfVocabularyRecall)),
        ("OOV rate", decimal(score.outOfVocabularyRate)),
      ]
    }
    measures.append(("crossing rate", decimal(score.crossingRate)))
    if let tagging {
      measures += [
        ("tag accuracy", decimal(tagging.accuracy)), ("tagged word F1", decimal(tagging.f1)),
      ]
    }

    var lines = measures.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + value
    }
    if let differences, !differences.isEmpty {
      lines.append("")
      let width = String(differences.map(\.count).max() ?? 0).count
      for difference in differences {
        let count = String(difference.count)
        let words = [difference.gold, difference.predicted].map { $0.joined(separator: " ") }
        lines.append(
          String(repeating: " ", count: width - count.count) + count + "  "
            + TerminalText.oneLine(words.joined(separator: " | ")))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Counts and unrounded ratios; null where there is nothing to divide by.
  public var jsonValue: JSONValue {
    var members = [
      JSONMember("segmenter", .string(segmenter)),
      JSONMember("sentences", .integer(score.sentences)),
      JSONMember("gold_words", .integer(score.goldWords)),
      JSONMember("predicted_words", .integer(score.predictedWords)),
      JSONMember("correct_words", .integer(score.correctWords)),
      JSONMember("crossing_words", .integer(score.crossingWords)),
      JSONMember("precision", .optional(score.precision)),
      JSONMember("recall", .optional(score.recall)),
      JSONMember("f1", .optional(score.f1)),
      JSONMember("crossing_rate", .optional(score.crossingRate)),
    ]
    if let unknown = score.outOfVocabulary {
      members += [
        JSONMember("oov_words", .integer(unknown.words)),
        JSONMember("oov_rate", .optional(score.outOfVocabularyRate)),
        JSONMember("oov_recall", .optional(score.outOfVocabularyRecall)),
      ]
    }
    if let tagging {
      members += [
        JSONMember("correct_tags", .integer(tagging.correctTags)),
        JSONMember("tag_accuracy", .optional(tagging.accuracy)),
        JSONMember("correct_tagged_words", .integer(tagging.correctPairs)),
        JSONMember("tagged_word_f1", .optional(tagging.f1)),
      ]
    }
    if let differences {
      members.append(
        JSONMember(
          "errors",
          .array(
            differences.map { difference in
              [
                "count": .integer(difference.count),
                "gold": .array(difference.gold.map { .string($0) }),
                "predicted": .array(difference.predicted.map { .string($0) }),
              ]
            })))
    }
    return .object(members)
  }
}
