/// What `evaluate segmentation --format json` prints.
struct SegmentationFigures: Decodable, Equatable {
  struct Difference: Decodable, Equatable {
    var count: Int
    var gold: [String]
    var predicted: [String]
  }

  var sentences: Int
  var goldWords: Int
  var predictedWords: Int
  var correctWords: Int
  var crossingWords: Int
  var precision: Double?
  var recall: Double?
  var f1: Double?
  var crossingRate: Double?
  var unknownWords: Int?
  var unknownRate: Double?
  var unknownRecall: Double?
  var errors: [Difference]?

  private enum CodingKeys: String, CodingKey {
    case sentences, precision, recall, f1, errors
    case goldWords = "gold_words"
    case predictedWords = "predicted_words"
    case correctWords = "correct_words"
    case crossingWords = "crossing_words"
    case crossingRate = "crossing_rate"
    case unknownWords = "oov_words"
    case unknownRate = "oov_rate"
    case unknownRecall = "oov_recall"
  }
}
