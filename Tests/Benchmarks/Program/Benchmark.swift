import ArgumentParser

/// Measures the stages of the pipeline, the program itself, and other people's programs beside them.
///
/// `run` is what people call, through `run.sh`. It starts a process for every row of its table, so
/// that no row inherits the memory, or the warm caches, of another.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lunheng-benchmark",
    abstract: "Measures Lunheng stage by stage, as a whole, and beside its peers.",
    subcommands: [RunCommand.self, StageCommand.self, GenerateCommand.self, LinesCommand.self],
    defaultSubcommand: RunCommand.self)
}
