import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "of every command has an example that calls it",
    arguments: [
      "run", "ingest", "documents", "documents list", "documents show", "documents fingerprint",
      "read", "segment", "keywords", "terms", "annotate", "query", "concordance", "coverage",
      "summarize",
      "evaluate",
      "evaluate segmentation", "evaluate themes", "evaluate folding", "themes", "themes lint",
      "themes diff", "themes suggest", "themes test", "keyness", "collocations", "dispersion",
    ])
  func hasAnExample(command: String) throws {
    let result = try Program().shell("\"$lunheng\" \(command) --help")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines.contains { $0.wholeMatch(of: /Examples?:/) != nil })
    #expect(result.lines.contains { $0.hasPrefix("  ") && $0.contains("lunheng \(command)") })
    // One that is too long for 80 columns would be broken, and could not be copied.
    let examples = result.lines.drop { $0.wholeMatch(of: /Examples?:/) == nil }.dropFirst()
      .prefix { !$0.isEmpty }
    #expect(examples.allSatisfy { $0.hasPrefix("  ") }, "\(examples)")
  }

  @Test("without a command lists the commands and says how to start")
  func listsTheCommands() throws {
    for arguments in [[], ["--help"], ["help"]] {
      let result = try Program().shell("\"$lunheng\" " + arguments.joined(separator: " "))
      #expect(result.status == 0)
      #expect(result.output.contains("lunheng run Pipelines/hong-kong-clusters.yaml"))
      #expect(result.output.contains("0 done, 1 done with reported errors, 2 nothing could be"))
      for command in ["run", "ingest", "documents", "read", "segment", "keywords", "annotate"] {
        #expect(result.lines.contains { $0.hasPrefix("  \(command) ") })
      }
    }
  }

  @Test("names the version")
  func namesTheVersion() throws {
    let result = try Program().run("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("offers completion", arguments: ["bash", "zsh", "fish"])
  func offersCompletion(shell: String) throws {
    let program = try Program()
    let result = try program.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("lunheng"))
    #expect(result.output.contains("summarize"))
    #expect(result.output.contains("document-share"))

    // Where the shell is there, it has to understand the script.
    try program.write(result.bytes, to: "completion")
    let check = try program.shell(
      "command -v \(shell) >/dev/null || exit 0; \(shell) -n completion")
    #expect(check.status == 0, "\(check.errors)")
  }
}
