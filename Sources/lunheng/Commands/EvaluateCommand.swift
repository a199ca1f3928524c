import ArgumentParser

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure results against what people say is right.",
    discussion: """
      Examples:
        lunheng evaluate segmentation gold.seg
        lunheng evaluate themes labelled.ndjson --codebook codebook.yaml
        lunheng evaluate keywords abstracts.ndjson
      """,
    subcommands: [Segmentation.self, Themes.self, Keywords.self, Folding.self])
}
