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
        lunheng segment speech.txt --format ndjson --pos

      Reads UTF-8 lines and writes each line's words separated by one space, a line for each line; \
      spaces of the input are dropped. Words of a lexicon and terms of a codebook always win.

      With --format ndjson each line gives {"tokens":[{"text","start","end","kind","pos"}]}: offsets count \
      Unicode scalars of the line from 0, end exclusive; kinds are word, number and symbol; pos is there with --pos.
      """)

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var input = "-"

  @Option(help: "words or ndjson.")
  var format = SegmentFilter.Format.words

  @Flag(help: "Give each word its part of speech (Universal Dependencies): 香港/PROPN.")
  var pos = false

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
      let filter = SegmentFilter(
        segmenter: segmenter, tagModel: pos ? try segmentation.tagModel() : nil,
        codebook: codebook?.value, format: format)
      try filter.run(
        input, threads: console.context(threads: threads.threads).threads,
        report: { console.report([$0]) }, write: { try console.write($0) })
    }
  }
}
