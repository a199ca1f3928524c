import ArgumentParser
import LunhengCore
import LunhengIngest
import LunhengPipeline

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print what is understood of files: metadata and blocks.",
    discussion: """
      Examples:
        lunheng read op-ed.txt
        lunheng read op-eds/*.txt --format ndjson
        lunheng read old.txt --encoding big5-hkscs

      Each block has its role (title, byline, heading, paragraph, citation, furniture) and the lines \
      of the file that it was put together from; each field of metadata, the words it was read from.
      """)

  @Argument(help: "Files, folders and patterns.", completion: .file())
  var paths: [String]

  @Option(help: "text or ndjson.")
  var format = DocumentFormat.text

  @Option(
    help: ArgumentHelp(
      "The charset, as ICU names it; found for each file if not given.", valueName: "name"))
  var encoding: String?

  func run() throws {
    try Console.run { console in
      let found = FileFinder.find(paths)
      console.report(found.problems.map(\.diagnostic))
      let reader = DocumentReader(encoding: encoding)
      var count = 0
      for path in found.paths {
        let readings: [DocumentReader.Reading]
        do throws(IngestError) {
          readings = try reader.readAll(try FileBytes.read(path)) { console.report([$0]) }
        } catch {
          console.report([error.diagnostic])
          continue
        }
        for reading in readings {
          console.report(reading.warnings)
          try console.write(
            format.text(reading.document, path: path, encoding: reading.encoding))
        }
        count += readings.count
      }
      if count == 0 { throw ExitCode(2) }
    }
  }
}
