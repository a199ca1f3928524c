import ArgumentParser

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Write and mend codebooks.",
    discussion: """
      Examples:
        lunheng themes suggest --seed 骨灰龕 --corpus op-eds.lunheng
        lunheng themes test codebook.yaml
      """,
    subcommands: [Suggest.self, Test.self])
}
