import ArgumentParser
import LunhengCore
import LunhengPipeline

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Divide lines of text into words.",
    discussion: """
      Examples:
        echo 香港要發展新質生產力 | lunheng segment
        lunheng segment speech.txt --codebook codebook.yaml

      Reads UTF-8 lines and writes each line's words separated by one space, a line for each line; \
      spaces of the input are dropped. Words of a lexicon and terms of a codebook always win.
      """)

  enum Mode: String, CaseIterable, ExpressibleByArgument {
    /// ICU's rules and dictionary.
    case icu
  }

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var input = "-"

  @Option(help: "The tokenizer: icu.")
  var mode = Mode.icu

  @Option(
    help: ArgumentHelp("A file of words, one a line (repeatable).", valueName: "file"),
    completion: .file())
  var lexicon: [String] = []

  @Option(
    help: ArgumentHelp("A codebook whose terms count as words.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var codebook: String?

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    try Console.run { console in
      let words = try ConfigurationFile.lexicon(lexicon)
      let codebook = try codebook.map { try ConfigurationFile.codebook($0) }
      console.report(words.warnings + (codebook?.warnings ?? []))
      let filter = SegmentFilter(
        segmenter: Segmenter(lexicon: words.words), codebook: codebook?.value)
      try filter.run(
        input, threads: console.context(threads: threads.threads).threads,
        report: { console.report([$0]) }, write: { try console.write($0) })
    }
  }
}
