import Testing

@Suite("keyness")
struct KeynessTests {
  private func run(_ options: String) throws -> ProgramResult {
    try StatisticsSamples.run("keyness \(options)")
  }

  @Test("tells an author from the rest, with all figures")
  func comparesAnAuthor() throws {
    let result = try run("--target author=甲明 --input d.ndjson --min-count 2 --format csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    let row = try #require(rows.first)
    #expect(row["word"] == "房屋")
    #expect(row["use"] == "over")
    #expect(row["count"] == "6")
    #expect(row["reference_count"] == "0")
    #expect(row["documents"] == "3")
    #expect(row["all_documents"] == "3")
    #expect(row["reference_documents"] == "0")
    #expect(row["odds_ratio"] == "")
    #expect(Double(row["log_likelihood"] ?? "") ?? 0 > 5)
    #expect(Double(row["p"] ?? "") ?? 1 < Double(row["p_adjusted"] ?? "") ?? 0)
    #expect(!rows.contains { ["學校", "，", "要"].contains($0["word"]) })
    #expect(!result.output.lowercased().contains("nan"))
  }

  @Test("gives the same from a corpus, and from two files")
  func takesACorpus() throws {
    let options = "--min-count 1 --use both --format csv"
    let records = try run("--target author=甲明 --input d.ndjson \(options)")
    let corpus = try run("--target author=甲明 --corpus it.lunheng \(options)")
    let files = try run("--input a.ndjson --reference-input b.ndjson \(options)")
    #expect(records.status == 0)
    #expect(records.lines.count > 10)
    #expect(corpus.output == records.output)
    #expect(files.output == records.output)
    let mixed = try run(
      "--target author=甲明 --corpus it.lunheng --reference-input b.ndjson \(options)")
    #expect(mixed.output == records.output)
  }

  @Test("gives overused words, underused ones, or both")
  func hasTwoSides() throws {
    func words(_ use: String) throws -> [String?] {
      try run("--target author=甲明 --input d.ndjson --min-count 2 --use \(use) --format csv")
        .table().map { $0["word"] }
    }
    let (over, under) = (try words("over"), try words("under"))
    #expect(over.contains("供應") && !over.contains("課程"))
    #expect(under.contains("課程") && !under.contains("供應"))
    #expect(try words("both") == over + under)
  }

  @Test("takes conditions on author, publication, document and time")
  func takesConditions() throws {
    for (options, documents, others) in [
      ("--target publication=甲報", "3", "3"), ("--target year=2024", "1", "5"),
      ("--target from=2023-02-01 --target to=2023-04-30", "3", "3"),
      ("--target author=甲明 --target publication=乙報", "1", "5"),
      ("--target document=a1 --target document=b1 --reference author=乙華", "2", "2"),
    ] {
      let result = try run("\(options) --input d.ndjson --min-count 1 --format csv")
      #expect(result.status == 0, "\(result.errors)")
      let row = try #require(try result.table().first)
      #expect(row["all_documents"] == documents, "\(options)")
      #expect(row["all_reference_documents"] == others, "\(options)")
    }
  }

  @Test("marks a word of one document, and tells documents from words")
  func marksOneDocument() throws {
    let options =
      "--target author=乙華 --input d.ndjson --lexicon lexicon.txt --min-count 3 --format csv"
    let row = try #require(try run(options).table().first { $0["word"] == "鴨脷洲" })
    #expect(row["count"] == "3")
    #expect(row["caution"] == "one-document")
    let others = try run(options).table().filter { $0["word"] == "學校" }
    #expect(others.first?["caution"] == "")
    // By documents, what three have comes before what one repeats.
    let sorted = try run(options + " --sort documents").table().compactMap { $0["word"] }
    #expect(sorted.last == "鴨脷洲")
    let shown = try run("--target author=乙華 --input d.ndjson --lexicon lexicon.txt --min-count 3")
    #expect(shown.lines.contains { $0.hasPrefix("鴨脷洲") && $0.hasSuffix("只見一篇") })
    #expect(shown.lines[0].hasPrefix("目標：3 份文件"))
  }

  @Test("filters by significance, effect and count")
  func filters() throws {
    let options = "--target author=甲明 --input d.ndjson --min-count 1 --use both --format csv"
    let all = try run(options).table()
    let significant = try run(options + " --correction none --max-p 0.05").table()
    #expect(!significant.isEmpty && significant.count < all.count)
    #expect(significant.allSatisfy { Double($0["p"] ?? "") ?? 1 <= 0.05 })
    let byDocuments = try run(options + " --test documents --correction none --max-p 0.05").table()
    #expect(byDocuments.allSatisfy { Double($0["document_p"] ?? "") ?? 1 <= 0.05 })
    let strong = try run(options + " --min-log-ratio 2").table()
    #expect(strong.allSatisfy { abs(Double($0["log_ratio"] ?? "") ?? 0) >= 2 })
    #expect(
      try run(options + " --min-documents 3").table().allSatisfy {
        Int($0["documents"]!)! + Int($0["reference_documents"]!)! >= 3
      })
    #expect(try run(options + " --function-words").table().count > all.count)
    #expect(try run(options + " --top 1").table().count == 2)
  }

  @Test("counts terms of a codebook as words")
  func countsTerms() throws {
    let result = try run(
      "--target author=甲明 --input d.ndjson --min-count 1 --codebook c.yaml --format csv")
    #expect(try result.table().first { $0["word"] == "公營房屋供應" }?["count"] == "2")
  }

  @Test("gives the same on one thread and on four", arguments: ["d.ndjson", "odd.ndjson"])
  func doesNotDependOnThreads(file: String) throws {
    let options =
      "--input \(file) --target document=a1 --target document=o3 --min-count 1 --use both "
      + "--format json --threads"
    let one = try run("\(options) 1")
    #expect(one.status == 0)
    #expect(try run("\(options) 4").bytes == one.bytes)
  }

  @Test("prints no nan for odd texts, in any order")
  func survivesOddTexts() throws {
    for order in [
      "log-likelihood", "chi-square", "log-ratio", "simple-maths", "percent-difference",
      "odds-ratio", "documents", "welch", "count",
    ] {
      for target in ["o0", "o2", "o3"] {
        let result = try run(
          "--input odd.ndjson --target document=\(target) --min-count 1 --use both --sort \(order)")
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.output.contains("nan") && !result.output.contains("inf"))
      }
    }
  }

  @Test("says that a side has no text")
  func needsText() throws {
    for (options, code) in [
      ("--target author=丙 --input d.ndjson", "empty-target"),
      ("--target document=o1 --input odd.ndjson", "empty-target"),
      ("--target from=2020-01-01 --input d.ndjson", "empty-reference"),
      ("--target author=甲明 --reference author=丙 --input d.ndjson", "empty-reference"),
      ("--input d.ndjson --reference-input empty.ndjson", "empty-reference"),
      ("--input empty.ndjson --reference-input d.ndjson", "empty-target"),
    ] {
      let result = try run(options)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.diagnostics.last?.hasSuffix("[\(code)]") == true, "\(result.errors)")
    }
  }

  @Test(
    "is wrong usage where the options are wrong",
    arguments: [
      ("--input d.ndjson", "--target"), ("--target author --input d.ndjson", "FIELD=VALUE"),
      ("--target autor=甲 --input d.ndjson", "'autor'"),
      ("--target from=2023 --input d.ndjson", "'2023'"),
      ("--target from=2023-01-01 --target year=2023 --input d.ndjson", "only once"),
      ("--target author=甲", "LUNHENG_CORPUS"),
      ("--target author=甲 --input a --corpus b", "not both"),
      ("--input - --reference-input -", "standard input"),
      ("--target author=甲 --input d.ndjson --smoothing 0", "--smoothing"),
      ("--target author=甲 --input d.ndjson --max-p 2", "--max-p"),
      ("--target author=甲 --input d.ndjson --sort size", "'size'"),
    ])
  func isWrongUsage(options: String, message: String) throws {
    let result = try run(options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }
}
