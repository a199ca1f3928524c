import ArgumentParser

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure results against what people say is right.",
    discussion: """
      Example:
        lunheng evaluate segmentation gold.seg
      """,
    subcommands: [Segmentation.self])
}
