import Foundation
import Testing

@Suite("Wrong usage")
struct BadUsageTests {
  @Test(
    "gives exit status 64 and says what is wrong",
    arguments: [
      ("coverage --nonsense --corpus it.lunheng", "Unknown option '--nonsense'"),
      ("nonsense", "'nonsense'"),
      ("coverage", "--corpus FILE or LUNHENG_CORPUS"),
      ("ingest a.txt", "--corpus FILE or LUNHENG_CORPUS"),
      ("keywords", "--corpus FILE or LUNHENG_CORPUS"),
      ("ingest --corpus it.lunheng", "<paths>"),
      ("read", "<paths>"),
      ("annotate", "--codebook"),
      ("annotate --codebook a --input b --corpus c", "--input or --corpus"),
      ("run", "<pipeline>"),
      ("coverage --by week --corpus it.lunheng", "'week'"),
      ("coverage --measure sum --corpus it.lunheng", "'sum'"),
      ("documents list --from 2024-13-01 --corpus it.lunheng", "'2024-13-01'"),
      ("query --theme a --term b --corpus it.lunheng", "--theme or --term"),
      ("query --limit 0 --corpus it.lunheng", "--limit"),
      ("keywords --top 0 --corpus it.lunheng", "--top"),
      ("keywords --input - --format csv", "ndjson"),
      ("keywords --input - --by author", "--corpus"),
      ("keywords --corpus it.lunheng --documents --by author", "not both"),
      ("keywords --corpus it.lunheng --method best", "combined"),
      ("segment --threads 0", "--threads"),
      ("segment --mode magic", "'magic'"),
    ])
  func isRefused(arguments: String, message: String) throws {
    let result = try Program().shell("\"$lunheng\" \(arguments) < /dev/null")
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }

  @Test("shows the usage of the command that was called")
  func showsTheUsage() throws {
    let result = try Program().run("coverage")
    #expect(result.errors.contains("Usage: lunheng coverage"))
  }

  @Test(
    "of a number that is too great ends with an answer or a message",
    arguments: [
      "keywords --corpus it.lunheng --top MAX", "keywords --input records.ndjson --top MAX",
      "query --kwic --corpus it.lunheng --limit MAX",
      "query --kwic --corpus it.lunheng --context MAX",
      "query --kwic --term 專利 --corpus it.lunheng --limit MAX --context MAX",
      "coverage --format html --corpus it.lunheng --passages MAX",
      "summarize --corpus it.lunheng --sentences MAX --keywords MAX",
      "segment records.ndjson --threads MAX",
      "annotate --codebook codebook.yaml --input records.ndjson --threads MAX",
      "ingest records.ndjson --corpus it.lunheng --threads MAX",
    ])
  func numbersMayBeGreat(arguments: String) throws {
    let program = try Program.withCorpus(of: #"{"id":"a","text":"專利和算力"}"#)
    let result = try program.shell(
      "\"$lunheng\" \(arguments)".replacing("MAX", with: "9223372036854775807"))
    #expect([0, 64].contains(result.status))
  }

  @Test("of a name that the corpus does not know gives exit status 2 and one message")
  func namesAreChecked() throws {
    let program = try Program.withSampleCorpus()
    for (arguments, code) in [
      ("query --theme nonsense", "unknown-theme"),
      ("query --kwic --theme nonsense", "unknown-theme"),
      ("query --codebook nonsense", "unknown-codebook"),
      ("coverage --codebook nonsense", "unknown-codebook"),
      ("documents show nonsense", "unknown-document"),
      ("query --term '　'", "empty-term"),
    ] {
      let result = try program.shell("\"$lunheng\" \(arguments) --corpus it.lunheng")
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output == "")
      #expect(result.messages.count == 1)
      #expect(result.errors.hasPrefix("error: "))
      #expect(result.errors.hasSuffix("[\(code)]\n"), "\(result.errors)")
    }
  }

  @Test("of an output that cannot be written gives exit status 2 and one message")
  func outputsAreChecked() throws {
    let program = try Program.withSampleCorpus()
    let result = try program.run(
      "coverage", "--corpus", "it.lunheng", "--format", "csv", "--output", "op-eds")
    #expect(result.status == 2)
    #expect(result.messages.count == 1)
    #expect(result.errors.hasPrefix("op-eds: error: "))
    #expect(result.errors.hasSuffix("[output-failed]\n"))
  }
}
