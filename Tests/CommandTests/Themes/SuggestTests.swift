import Testing

@Suite("themes suggest")
struct SuggestTests {
  /// Five documents of each label; the first paragraph is about it, the second about nothing.
  private static let documents: String = {
    let subjects = [
      (
        "食環",
        [
          "骨灰龕不足，要興建靈灰安置所，先人等不及。", "市民輪候骨灰龕多年，怎樣興建靈灰安置所？",
          "靈灰安置所旁有居民，骨灰龕位也少。", "私營骨灰龕違規，靈灰安置所何時落成？",
          "先人的骨灰龕在哪，靈灰安置所又在哪？",
        ]
      ),
      (
        "運輸",
        [
          "巴士班次太疏，乘客久等。", "列車擠滿乘客，巴士亦然。", "乘客投訴巴士脫班，票價又貴。",
          "增加列車和巴士，票價不變，乘客自然高興。", "車站的乘客等巴士，看着列車開走。",
        ]
      ),
      (
        "教育",
        [
          "學校的課程太深，學生吃力。", "學生轉校，課程銜接不上，學校要跟進。", "教師教課程以外的事，學生愛聽。",
          "課程改革苦了學生，學校各出奇謀。", "學生多，教師少，學校難辦，課程更難。",
        ]
      ),
    ]
    var lines = ""
    for (label, texts) in subjects {
      for (number, text) in texts.enumerated() {
        let rest = "明天第\(number)次下雨，街上人少，不如留在家中看書寫字。"
        lines +=
          "{\"id\":\"\(label)\(number)\",\"label\":\"\(label)\",\"text\":\"\(text)\\n\\n\(rest)\"}\n"
      }
    }
    return lines
  }()

  private static let codebook = """
    codebook: test
    themes:
      - id: 食環
        terms: [骨灰龕]
      - id: 運輸
        terms: [巴士, 列車]

    """

  private func suggest(_ options: String) throws -> ProgramResult {
    let program = try Program()
    try program.write(Self.documents, to: "d.ndjson")
    try program.write(Self.codebook, to: "c.yaml")
    try program.run("ingest", "--corpus", "it.lunheng", "d.ndjson").expectSuccess()
    return try program.shell("\"$lunheng\" themes suggest \(options)")
  }

  @Test("finds what stands in the paragraphs of a seed, and not the seed")
  func growsFromSeeds() throws {
    let result = try suggest("--seed 骨灰龕 --input d.ndjson --format csv")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = try result.table()
    let row = try #require(rows.first { $0["term"] == "靈灰安置所" })
    #expect(row["count"] == "5")
    #expect(row["documents"] == "5")
    #expect(row["count_elsewhere"] == "0")
    #expect(row["documents_elsewhere"] == "0")
    #expect(row["aligned"] == "1.0")
    #expect(row["place"] == "d.ndjson:1")
    #expect(row["evidence"]?.contains("【靈灰安置所】") == true)
    #expect(row["place_2"] == "d.ndjson:2")
    #expect(!rows.contains { ["骨灰龕", "巴士", "安置", "靈灰"].contains($0["term"]) })
  }

  @Test("gives the same from a corpus, with the places of the file")
  func takesACorpus() throws {
    let records = try suggest("--seed 骨灰龕 --input d.ndjson --format csv")
    let corpus = try suggest("--seed 骨灰龕 --corpus it.lunheng --format csv")
    #expect(corpus.status == 0)
    #expect(corpus.output == records.output)
  }

  @Test("finds what stands in the paragraphs of a theme, but for what the codebook has")
  func growsATheme() throws {
    let result = try suggest(
      "--theme 運輸 --codebook c.yaml --input d.ndjson --format csv")
    #expect(result.status == 0)
    let terms = try result.table().compactMap { $0["term"] }
    #expect(terms.contains("乘客"))
    #expect(!terms.contains { $0.contains("巴士") || $0.contains("列車") })
  }

  @Test("finds what documents of a label have, of one or of each")
  func growsFromLabels() throws {
    let one = try suggest("--label 食環 --input d.ndjson --format csv")
    #expect(one.status == 0)
    #expect(try one.table().contains { $0["term"] == "骨灰龕" })
    #expect(try one.table().first?["target"] == nil)
    let all = try suggest("--label-field label --input d.ndjson --format csv --top 3")
    #expect(all.status == 0)
    let targets = try all.table().compactMap { $0["target"] }
    #expect(Set(targets) == ["教育", "運輸", "食環"])
    #expect(targets == targets.sorted())
  }

  @Test("prints a list to paste into a codebook, which can be read")
  func printsYAML() throws {
    let one = try suggest("--label 食環 --input d.ndjson --format yaml")
    #expect(one.lines[0] == "# 食環: 10 passages of 5 documents, against 10 documents")
    #expect(one.lines[1] == "terms:")
    let line = try #require(one.lines.first { $0.hasPrefix("  - 骨灰龕 ") })
    #expect(line.contains("  # 5 in 5 documents; elsewhere 0 in 0; G² "))
    let all = try suggest("--label-field label --input d.ndjson --format yaml")
    #expect(all.lines[0] == "themes:")
    let program = try Program()
    try program.write("codebook: new\n" + all.output, to: "new.yaml")
    let tagged = try program.run(
      "annotate", "--codebook", "new.yaml", input: #"{"id":"1","text":"骨灰龕"}"#.utf8)
    #expect(tagged.status == 0, "\(tagged.errors)")
    #expect(tagged.output.contains(#""term":"骨灰龕""#))
  }

  @Test("gives the same on one thread and on four")
  func doesNotDependOnThreads() throws {
    let options = "--label-field label --input d.ndjson --format json --threads"
    let one = try suggest("\(options) 1")
    #expect(one.status == 0)
    #expect(try suggest("\(options) 4").bytes == one.bytes)
  }

  @Test("says where nothing is in the target")
  func needsATarget() throws {
    for options in ["--seed 天文", "--label 天文", "--label-field bureau"] {
      let result = try suggest("\(options) --input d.ndjson")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.hasSuffix("[empty-target]\n"), "\(result.errors)")
    }
  }

  @Test(
    "is wrong usage where the options are wrong",
    arguments: [
      ("--input d.ndjson", "--seed"), ("--seed 甲 --label 乙 --input d.ndjson", "only one"),
      ("--theme 甲 --input d.ndjson", "--codebook"), ("--label 甲 --corpus it.lunheng", "--input"),
      ("--seed 甲 --input -", "twice"), ("--seed 甲", "LUNHENG_CORPUS"),
      ("--seed 甲 --input d.ndjson --min-documents 1", "--min-documents"),
      ("--seed 甲 --input d.ndjson --min-ratio 0", "--min-ratio"),
    ])
  func isWrongUsage(options: String, message: String) throws {
    let result = try suggest(options)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.first?.contains(message) == true, "\(result.errors)")
  }
}
