import ArgumentParser

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Make and mend codebooks.",
    discussion: """
      Examples:
        lunheng themes lint codebook.yaml --corpus op-eds.lunheng
        lunheng themes diff old.yaml new.yaml --corpus op-eds.lunheng
      """,
    subcommands: [Lint.self, Diff.self])
}
