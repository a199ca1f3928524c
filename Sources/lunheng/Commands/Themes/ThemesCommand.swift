import ArgumentParser

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Make and mend codebooks.",
    discussion: """
      Examples:
        lunheng themes suggest --seed 骨灰龕 --corpus op-eds.lunheng
        lunheng themes lint codebook.yaml --corpus op-eds.lunheng
        lunheng themes diff old.yaml new.yaml --corpus op-eds.lunheng
        lunheng themes test codebook.yaml
      """,
    subcommands: [Suggest.self, Lint.self, Diff.self, Test.self])
}
