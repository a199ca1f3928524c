import ArgumentParser
import LunhengPipeline

@main
struct Lunheng: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lunheng",
    abstract: "論衡: themes, keywords and coverage of Traditional Chinese policy texts.",
    discussion: """
      From a folder of op-eds to a coverage matrix:

        lunheng run Pipelines/hong-kong-clusters.yaml

      Step by step, on a corpus file:

        export LUNHENG_CORPUS=op-eds.lunheng
        lunheng ingest op-eds/
        lunheng annotate --corpus op-eds.lunheng --codebook codebook.yaml
        lunheng coverage --by month --measure density
        lunheng query --theme 國際算力 --kwic

      Exit status: 0 done, 1 done with reported errors, 2 nothing could be done, 64 wrong usage.
      Completion for your shell: lunheng --generate-completion-script bash|zsh|fish
      """,
    version: Manifest.programVersion,
    subcommands: [
      RunCommand.self, IngestCommand.self, DocumentsCommand.self, ReadCommand.self,
      SegmentCommand.self, KeywordsCommand.self, TermsCommand.self, AnnotateCommand.self,
      QueryCommand.self,
      CoverageCommand.self, SummarizeCommand.self, ThemesCommand.self, EvaluateCommand.self,
      TrainCommand.self,
    ])
}
