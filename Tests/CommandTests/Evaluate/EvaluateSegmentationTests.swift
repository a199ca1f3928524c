import Foundation
import Testing

@Suite("evaluate segmentation")
struct EvaluateSegmentationTests {
  /// ICU makes 香港｜人 of the first 香港人 and 發展｜新｜質｜生產力 of the last line.
  private static let gold = """
    香港 要 發展 。
    香港 人 用 Open AI

    發展 新質 生產力

    """

  private func evaluate(
    _ options: String = "", gold: String = gold, files: [String: String] = [:]
  ) throws -> ProgramResult {
    let program = try Program()
    try program.write(gold, to: "gold.seg")
    for (name, text) in files { try program.write(text, to: name) }
    return try program.shell("\"$lunheng\" evaluate segmentation gold.seg --mode icu \(options)")
  }

  private func figures(
    _ options: String = "", gold: String = gold, files: [String: String] = [:]
  ) throws -> SegmentationFigures {
    let result = try evaluate(options + " --format json", gold: gold, files: files)
    try result.expectSuccess()
    #expect(result.errors == "")
    return try result.json(SegmentationFigures.self)
  }

  @Test("prints counts, ratios with four decimals, and no more than was asked for")
  func printsTheMeasures() throws {
    let result = try evaluate()
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(
      result.lines == [
        "sentences       3", "gold words      12", "predicted words 13", "precision       0.8462",
        "recall          0.9167", "F1              0.8800", "crossing rate   0.0000",
      ])
  }

  @Test("has the same in JSON, unrounded")
  func hasJSON() throws {
    let figures = try figures()
    #expect(figures.sentences == 3)
    #expect(figures.goldWords == 12)
    #expect(figures.predictedWords == 13)
    #expect(figures.correctWords == 11)
    #expect(figures.crossingWords == 0)
    #expect(figures.precision == 11.0 / 13)
    #expect(figures.recall == 11.0 / 12)
    #expect(figures.f1 == 22.0 / 25)
    #expect(figures.crossingRate == 0)
    #expect(figures.unknownWords == nil)
    #expect(figures.errors == nil)
  }

  @Test("prints the most frequent differences, equally frequent ones in order")
  func printsDifferences() throws {
    let gold = "新質 生產力\n乙 香 港 甲\n新質\n"
    let result = try evaluate("--errors 5", gold: gold)
    #expect(result.lines.suffix(3) == ["", "2  新質 | 新 質", "1  香 港 | 香港"])
    #expect(try evaluate("--errors 1", gold: gold).lines.last == "2  新質 | 新 質")
    #expect(try evaluate("--errors 0", gold: gold).lines.count == 7)
    #expect(
      try figures("--errors 1", gold: gold).errors == [
        SegmentationFigures.Difference(count: 2, gold: ["新質"], predicted: ["新", "質"])
      ])
    #expect(try figures(gold: gold).errors == nil)
  }

  @Test("tells what became of words that no known text has")
  func tellsOfUnknownWords() throws {
    let files = ["a.seg": "香港 要\n發展 。 AI\n", "b.seg": "人 用\n生產力\n"]
    let one = try figures("--known a.seg", files: files)
    #expect(one.unknownWords == 5)
    #expect(one.unknownRecall == 4.0 / 5)
    let both = try figures("--known a.seg --known b.seg", files: files)
    #expect(both.unknownWords == 2)
    #expect(both.unknownRate == 2.0 / 12)
    #expect(both.unknownRecall == 0.5)
    #expect(try figures().unknownWords == nil)
    let text = try evaluate("--known a.seg", files: files)
    #expect(text.lines.contains("OOV recall      0.8000"))
    #expect(text.lines.contains("OOV rate        0.4167"))
  }

  @Test("has no recall of unknown words where all are known")
  func allMayBeKnown() throws {
    #expect(try figures("--known gold.seg").unknownRate == 0)
    #expect(try figures("--known gold.seg").unknownRecall == nil)
    #expect(try evaluate("--known gold.seg").lines.contains("OOV recall      –"))
  }

  @Test("puts a space between ASCII letters or digits that touch, unless told not to")
  func joinsWords() throws {
    #expect(try figures(gold: "用 Open AI\n").correctWords == 3)
    let joined = try figures("--join --errors 1", gold: "用 Open AI\n")
    #expect(joined.correctWords == 1)
    #expect(joined.errors?.first?.predicted == ["OpenAI"])
  }

  @Test("lets words of a lexicon win, and counts what crosses")
  func obeysTheLexicon() throws {
    let files = ["words.txt": "新質生產力\n", "bad.txt": "港人\n"]
    #expect(
      try figures("--lexicon words.txt --errors 1", files: files).errors?.first?.predicted
        == ["新質生產力"])
    let crossing = try figures("--mode icu --lexicon bad.txt", files: files)
    #expect(crossing.crossingWords == 1)
    let doubled = try evaluate("--lexicon double.txt", files: ["double.txt": "港人\n港人\n"])
    #expect(doubled.status == 0)
    #expect(doubled.errors.hasSuffix("[duplicate-word]\n"))
  }

  @Test(
    "takes a byte-order mark, CRLF, blank lines and doubled spaces for what they are",
    arguments: ["\u{FEFF}香港 人\n", "香港 人\r\n", "\n\n香港 人\n \n\u{3000}\n", "香港  人 ", "香港 人"])
  func isNotMisledByLayout(gold: String) throws {
    let figures = try figures(gold: gold)
    #expect(figures.sentences == 1)
    #expect(figures.goldWords == 2)
    #expect(figures.correctWords == 2)
  }

  @Test("reads standard input")
  func readsStandardInput() throws {
    let result = try Program().run("evaluate", "segmentation", "-", input: "香港 人\n".utf8)
    #expect(result.status == 0)
    #expect(result.lines.first == "sentences       1")
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let gold = (0..<2000).map { "第 \($0) 行 ： 新質 生產力\($0 % 50) 港 人\n" }.joined()
    let one = try evaluate("--errors 100 --threads 1", gold: gold)
    #expect(one.status == 0)
    #expect(one.lines.count > 50)
    #expect(try evaluate("--errors 100 --threads 4", gold: gold).bytes == one.bytes)
  }
}
