import Testing

@Suite("evaluate segmentation, given tags,")
struct EvaluateTagsTests {
  private static let sentences = """
    政府/NOUN 要/AUX 發展/VERB 產業/NOUN 。/PUNCT
    政府/NOUN 要/AUX 照顧/VERB 長者/NOUN 。/PUNCT
    學生/NOUN 要/AUX 照顧/VERB 長者/NOUN 。/PUNCT

    """

  private static func trained(on name: String, _ text: String) throws -> Program {
    let program = try Program()
    try program.write(text, to: name)
    try program.shell("\"$lunheng\" train segmenter \(name) --output my.model").expectSuccess()
    return program
  }

  @Test("measures them on gold words and on predicted ones")
  func measuresThem() throws {
    let program = try Self.trained(on: "train.pos", Self.sentences)
    let result = try program.shell(
      "\"$lunheng\" evaluate segmentation train.pos --model my.model")
    try result.expectSuccess()
    #expect(result.lines.suffix(2) == ["tag accuracy    1.0000", "tagged word F1  1.0000"])
    try program.write("政府/NOUN 要/VERB 發展/VERB\n", to: "other.pos")
    let figures = try program.shell(
      "\"$lunheng\" evaluate segmentation other.pos --model my.model --format json"
    ).json(TaggingFigures.self)
    #expect(figures.correctTags == 2)
    #expect(figures.accuracy == 2.0 / 3)
    #expect(figures.correctPairs == 2)
    #expect(figures.f1 == 2.0 / 3)
  }

  @Test("measures none where the file has none, nor trains any")
  func measuresNone() throws {
    let plain = Self.sentences.split(separator: "\n").map { line in
      line.split(separator: " ").map { $0.prefix { $0 != "/" } }.joined(separator: " ") + "\n"
    }.joined()
    let program = try Self.trained(on: "train.seg", plain)
    let result = try program.shell(
      "\"$lunheng\" evaluate segmentation train.seg --model my.model")
    try result.expectSuccess()
    #expect(!result.output.contains("tag"))
    try program.write(Self.sentences, to: "gold.pos")
    let refused = try program.shell(
      "\"$lunheng\" evaluate segmentation gold.pos --model my.model")
    #expect(refused.status == 2)
    #expect(refused.output == "")
    #expect(refused.errors.contains("'my.model' knows no parts of speech"))
    #expect(refused.errors.hasSuffix(" [no-tags]\n"))
  }

  @Test(
    "refuses a word without a universal part of speech, to evaluate and to train",
    arguments: ["好/ADJ 人", "好/ADJ 人/", "好/ADJ /NOUN", "好/ADJ 人/Na"])
  func refusesABadTag(line: String) throws {
    let program = try Program()
    try program.write("好/ADJ\n\n\(line)\n", to: "bad.pos")
    for command in ["evaluate segmentation bad.pos", "train segmenter bad.pos --output my.model"] {
      let result = try program.shell("\"$lunheng\" \(command)")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("bad.pos:3: error: "), "\(result.errors)")
      #expect(result.errors.hasSuffix(" [bad-tag]\n"), "\(result.errors)")
    }
  }
}

/// What `evaluate segmentation --format json` adds for a file with tags.
private struct TaggingFigures: Decodable {
  var correctTags: Int
  var accuracy: Double
  var correctPairs: Int
  var f1: Double

  private enum CodingKeys: String, CodingKey {
    case correctTags = "correct_tags"
    case accuracy = "tag_accuracy"
    case correctPairs = "correct_tagged_words"
    case f1 = "tagged_word_f1"
  }
}
