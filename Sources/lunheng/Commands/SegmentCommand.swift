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

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var input = "-"

  @OptionGroup var segmentation: SegmenterOptions

  @Option(
    help: ArgumentHelp("A codebook whose terms count as words.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var codebook: String?

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    try Console.run { console in
      let (segmenter, warnings) = try segmentation.load()
      let codebook = try codebook.map { try ConfigurationFile.codebook($0) }
      console.report(warnings + (codebook?.warnings ?? []))
      let filter = SegmentFilter(segmenter: segmenter, codebook: codebook?.value)
      try filter.run(
        input, threads: console.context(threads: threads.threads).threads,
        report: { console.report([$0]) }, write: { try console.write($0) })
    }
  }
}
