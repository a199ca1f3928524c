import ArgumentParser
import LunhengPipeline
import LunhengReport

extension EvaluateCommand {
  struct Segmentation: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure a segmenter against words divided by hand.",
      discussion: """
        Examples:
          lunheng evaluate segmentation gold.seg
          lunheng evaluate segmentation gold.seg --known train.seg --errors 20

        Gold words are UTF-8 text, a sentence a line, words separated by one space. The segmenter is \
        given each line's words joined, with a space between two that touch with ASCII letters or \
        digits.

        Precision is the share of predicted words that are gold words, recall the share of gold words \
        that are predicted, F1 their harmonic mean. Gold words that are not in the --known files are \
        out of vocabulary (OOV). The crossing rate is the share of predicted words that overlap a \
        gold word with neither containing the other. All are fractions of 1.

        In a file whose name ends in .pos each word is written word/TAG, with universal parts of \
        speech. Then two more are given: the share of gold words that get their tag (tag accuracy), \
        and F1 of the segmenter's words with their tags.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @Argument(help: "A file of gold words, or - for standard input.", completion: .file())
    var gold: String

    @OptionGroup var segmentation: SegmenterOptions

    @Flag(help: "Join words without a space even between ASCII letters and digits.")
    var join = false

    @Option(
      help: ArgumentHelp(
        "Words that the segmenter was trained on, in the form of gold words (repeatable).",
        valueName: "file"),
      completion: .file())
    var known: [String] = []

    @Option(
      help: ArgumentHelp(
        "Print the n most frequent differences: count, gold words | predicted words.",
        valueName: "n"))
    var errors: Int?

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
      if let errors { try require(errors, in: countable, for: "--errors") }
    }

    func run() throws {
      try Console.run { console in
        let (segmenter, warnings) = try segmentation.load()
        console.report(warnings)
        let report = try SegmentationEvaluation(
          segmenter: segmenter, joinsAll: join, known: known, errors: errors,
          tagModel: SegmentationEvaluation.needsTags(gold) ? try segmentation.tagModel() : nil
        ).run(gold, threads: console.context(threads: threads.threads).threads)
        switch format {
        case .text: try console.write(report.text())
        case .json: try console.write(report.jsonValue)
        }
      }
    }
  }
}
