import ArgumentParser
import LunhengCore
import LunhengPipeline

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a model from annotated texts.",
    subcommands: [TrainSegmenterCommand.self])
}

struct TrainSegmenterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmenter",
    abstract: "Learn where words end from texts that were divided by hand.",
    discussion: """
      Example:
        lunheng train segmenter train.pos --lexicon words.tsv --output my.model
        lunheng segment --model my.model < text.txt

      Sentences stand one a line, words separated by spaces. In a .pos file each word carries /TAG, a \
      universal part of speech, and the model learns to tag as well. Lexicons have a word a line, and \
      after tabs its count and a tag if known.
      """)

  @Argument(help: "Files of divided sentences, .seg or .pos.", completion: .file())
  var sentences: [String]

  @Option(
    help: ArgumentHelp(
      "Sentences of another standard, which help where the first say too little (repeatable).",
      valueName: "file"), completion: .file())
  var other: [String] = []

  @Option(
    help: ArgumentHelp("A lexicon (repeatable).", valueName: "file"), completion: .file())
  var lexicon: [String] = []

  @Option(help: ArgumentHelp("Where to write the model.", valueName: "file"), completion: .file())
  var output: String

  @Option(help: ArgumentHelp("Leave out words of fewer lexicons.", valueName: "n"))
  var leastLexicons = 2

  @Option(
    help: ArgumentHelp("A fact for the model's header (repeatable).", valueName: "key=value"))
  var note: [String] = []

  func run() throws {
    try Console.run { console in
      var run = SegmenterTrainingRun(sentences: sentences, others: other, lexicons: lexicon)
      run.training.leastLexicons = leastLexicons
      run.training.information = note.map { note in
        let parts = note.split(separator: "=", maxSplits: 1)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
      }
      let bytes = try run.run { console.note($0) }
      try OutputFile.write(bytes, to: output)
    }
  }
}
