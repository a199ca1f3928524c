import ArgumentParser
import LunhengCore
import LunhengPipeline

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a model from texts.",
    subcommands: [TrainSegmenterCommand.self, TrainBackgroundCommand.self])
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
      run.training.information = modelInformation(note)
      let bytes = try run.run { console.note($0) }
      try OutputFile.write(bytes, to: output)
    }
  }
}

struct TrainBackgroundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "background",
    abstract: "Count how common words are, so that keywords are those which are special.",
    discussion: """
      Example:
        lunheng train background speeches.ndjson --list words.tsv --output my.frequencies

      Documents are NDJSON, divided into words by the program's own model. Lists have a word a line, a tab, \
      in how many of a thousand million documents it occurs, and possibly another tab and NOUN, PROPN, VERB, \
      VN (verbs that serve as nouns), ADJ, AFFIX or X.
      """)

  @Argument(help: "Files of NDJSON documents.", completion: .file())
  var documents: [String]

  @Option(
    help: ArgumentHelp("A list of words and counts (repeatable).", valueName: "file"),
    completion: .file())
  var list: [String] = []

  @Option(help: ArgumentHelp("Where to write the file.", valueName: "file"), completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp("A fact for the file's header (repeatable).", valueName: "key=value"))
  var note: [String] = []

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    try Console.run { console in
      var run = BackgroundTrainingRun(documents: documents, lists: list)
      run.training.information = modelInformation(note)
      let context = console.context(threads: threads.threads)
      let bytes = try run.run(threads: context.threads) { console.note($0) }
      try OutputFile.write(bytes, to: output)
    }
  }
}

/// Facts "key=value" for the header of a model.
private func modelInformation(_ notes: [String]) -> [(key: String, value: String)] {
  notes.map { note in
    let parts = note.split(separator: "=", maxSplits: 1)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}
