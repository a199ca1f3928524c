import Foundation
import Testing

@Suite("concordance")
struct ConcordanceCommandTests {
  // MARK: Finding

  @Test("finds characters wherever words part, and words where they do")
  func findsCharactersAndWords() throws {
    let program = try Program.withRecords()
    #expect(try program.concordanceLines("展要").map(\.status) == ["crossing"])
    #expect(try program.concordanceHits("發展").count == 4)
    #expect(try program.concordanceHits("发展").count == 4)
    #expect(try program.concordanceHits("綫路") == ["綫路", "線路"])
    #expect(try program.concordanceHits(#""发展""#).count == 4)
    #expect(try program.concordanceHits(#"[word="發.*"]"#) == ["發展", "發展", "發展", "發展"])
    #expect(try program.concordanceHits(#"[word="展"]"#) == [])
    #expect(try program.concordanceHits(#""發展" "科技""#) == ["發展科技"])
    #expect(try program.concordanceHits(#"[word="經濟|社會"] "發展""#) == ["經濟發展", "社會發展"])
    #expect(try program.concordanceHits("沒有甚麼。") == ["沒有甚麼。"])
    #expect(try program.concordanceHits("[]", "--text") == [])
  }

  @Test("lets no match reach over a sentence that it is to stay within, or over a block")
  func staysWithin() throws {
    let program = try Program.withRecords()
    #expect(
      try program.concordanceHits(#"[word="新產業|產業"] []{2}"#).map { $0.hasSuffix("產業。政府") } == [true]
    )
    #expect(try program.concordanceHits(#"[word="新產業|產業"] []{2} within <s/>"#) == [])
    #expect(try program.concordanceHits(#""人才" []{2}"#) == [])
    #expect(try program.concordanceHits(#"[]{1,100} containing "科技" within <s/>"#) == ["政府發展科技。"])
  }

  @Test("tells parts of speech, and finds by them")
  func knowsPartsOfSpeech() throws {
    let program = try Program.withRecords()
    let marks = try program.concordanceLines(#"[pos="PUNCT"]"#)
    #expect(marks.count > 8)
    #expect(marks.allSatisfy { $0.tokens == "\($0.hit)/PUNCT" })
    let words = try program.concordanceLines("[]", "--limit 1000")
    for line in words {
      let tag = line.tokens.split(separator: "/").last!
      let same = try program.concordanceLines(
        #"[word="\#(line.hit)" & pos="\#(tag)"]"#, "--limit 1000")
      #expect(same.contains(line))
      if words.firstIndex(of: line)! > 3 { break }
    }
    let others = try program.concordanceHits(#"[pos!="PUNCT"]"#, "--limit 1000").count
    #expect(others + marks.count == words.count)
  }

  @Test("finds words that matches of a theme touch")
  func knowsThemes() throws {
    let program = try Program.withSampleCorpus()
    let theme = try program.run(
      "query", "--kwic", "--theme", "國際算力", "--corpus", "it.lunheng", "--limit", "10000",
      "--format",
      "csv"
    ).table()
    let lines = try program.concordanceLines(#"[theme="國際算力"]+"#, "--limit 10000")
    #expect(!lines.isEmpty)
    // A run of touched words has one match or several that adjoin.
    #expect(lines.count <= theme.count)
    for match in theme {
      #expect(
        lines.contains { $0.document == match["document"] && $0.hit.contains(match["hit"]!) },
        "\(match)")
    }
    let outside = try program.concordanceHits(#"[theme!="國際算力" & word="算力"]"#, "--limit 10000")
    let inside = try program.concordanceHits(#"[theme="國際算力" & word="算力"]"#, "--limit 10000")
    #expect(
      try program.concordanceHits(#""算力""#, "--limit 10000").count == inside.count + outside.count)
  }

  @Test(
    "finds by its index what a search of all text finds",
    arguments: [
      "的", "發展", "展的", "香港", "香港的", "會", "Hong Kong", "AI", "2023", "，而", "」", "創科", "线路", "年12",
      "不能",
      "政府", "府應", "國際金融中心", "融中", "3.5", "％",
    ])
  func agreesWithScanning(term: String) throws {
    let program = try Program.withSampleCorpus()
    let scanned = try program.run(
      "query", "--kwic", "--term", term, "--corpus", "it.lunheng", "--limit", "100000", "--format",
      "csv"
    ).table()
    let found = try program.concordanceLines(term, "--text --limit 100000")
    #expect(found.map(\.hit) == scanned.map { $0["hit"] })
    #expect(
      found.map { "\($0.line):\($0.bytes)" } == scanned.map { "\($0["line"]!):\($0["bytes"]!)" })
  }

  @Test("names the place of every hit in the file")
  func namesPlaces() throws {
    let program = try Program.withSampleCorpus()
    let lines = try program.concordanceLines(#"[pos="NOUN"]{2}"#, "--limit 300 --context 5")
    #expect(lines.count == 300)
    for line in lines where line.bytes.split(separator: " ").count == 1 {
      let range = line.bytes.split(separator: "-").map { Int($0)! }
      let bytes = try Data(contentsOf: program.file(line.file))
      guard let text = String(bytes: bytes[range[0]..<range[1]], encoding: .utf8),
        String(bytes: bytes, encoding: .utf8) != nil
      else { continue }
      #expect(text == line.hit)
      #expect(bytes[..<range[0]].count { $0 == 0x0A } + 1 == line.line)
      #expect(line.left.unicodeScalars.count <= 5 && line.right.unicodeScalars.count <= 5)
    }
  }

  // MARK: Showing

  @Test("sorts by the text on either side, by the hit and by document")
  func sorts() throws {
    let program = try Program.withRecords()
    let query = "發展"
    func documents(_ order: String) throws -> String {
      try program.concordanceLines(query, "--sort \(order)").map(\.document).joined()
    }
    #expect(try documents("date") == "aacb")
    #expect(try documents("document") == "aabc")
    // Before: 濟 府 「 會; by code point 「 府 會 濟 (會 folds to 会).
    let left = try program.concordanceLines(query, "--sort left").map { String($0.left.suffix(1)) }
    #expect(left == ["「", "會", "府", "濟"])
    let right = try program.concordanceLines(query, "--sort right").map {
      String($0.right.prefix(1))
    }
    #expect(right.first == "。")
    #expect(right.count == 4)
    #expect(try program.concordanceHits(#"[pos!="PUNCT"]"#, "--sort hit --limit 1000").count > 10)
  }

  @Test("shows no more than the limit, or a sample spread over all, and says so")
  func limits() throws {
    let program = try Program.withSampleCorpus()
    let all = try program.concordanceLines("的", "--limit 100000")
    let first = try program.concordance("的", "--limit 5 --format ndjson")
    #expect(try first.records(ConcordanceHit.self) == Array(all.prefix(5)))
    #expect(first.messages.last == "5 of \(all.count) hits; --limit N shows more")
    let sample = try program.concordance("的", "--sample 7 --format ndjson")
    let chosen = try sample.records(ConcordanceHit.self)
    #expect(chosen.count == 7)
    #expect(chosen == all.filter { chosen.contains($0) })
    #expect(Set(chosen.map(\.document)).count > 4)
    #expect(sample.messages.last == "a sample of 7 of \(all.count) hits")
    #expect(try program.concordance("的", "--sample 7 --format ndjson").output == sample.output)
    #expect(try program.concordanceLines("的", "--sample \(all.count + 9) --limit 100000") == all)
    let sorted = try program.concordanceLines("的", "--sort right --limit 100000")
    #expect(sorted.count == all.count)
    #expect(try program.concordanceLines("的", "--sort right --limit 9") == Array(sorted.prefix(9)))
  }

  @Test("obeys filters of documents")
  func filters() throws {
    let program = try Program.withRecords()
    func documents(_ options: String) throws -> String {
      try program.concordanceLines(#""發展""#, options).map(\.document).joined()
    }
    #expect(try documents("--author 乙") == "cb")
    #expect(try documents("--publication 早報") == "aac")
    #expect(try documents("--from 2023-02-01") == "cb")
    #expect(try documents("--to 2023-02-01") == "aa")
    #expect(try documents("--document b") == "b")
    #expect(try documents("--author 丙") == "")
  }

  @Test("counts in all, by group and by spelling")
  func counts() throws {
    let program = try Program.withRecords()
    func rows(_ query: String, _ options: String) throws -> [[String: String]] {
      let result = try program.concordance(query, "--format csv", options)
      #expect(result.status == 0, "\(result.errors)")
      return try result.table()
    }
    let all = try rows("發展", "--count")
    #expect(all.map { $0["hits"] } == ["4"])
    #expect(all.map { $0["documents"] } == ["3"])
    #expect(all.map { $0["of_documents"] } == ["5"])
    let size = Double(all[0]["characters"]!)!
    #expect(abs(Double(all[0]["per_million"]!)! - 4_000_000 / size) < 1e-6)
    let tokens = try rows(#""發展""#, "--count")
    #expect(Int(tokens[0]["tokens"]!)! == (try program.concordanceHits("[]", "--limit 1000")).count)
    let authors = try rows("發展", "--by author")
    #expect(authors.map { "\($0["author"]!) \($0["hits"]!)" }.sorted() == [" 0", "乙 2", "甲 3"])
    let documents = try rows("發展", "--by document")
    #expect(
      documents.map { "\($0["document"]!) \($0["hits"]!)" } == ["e 0", "a 2", "c 1", "b 1", "d 0"])
    #expect(try rows("發展", "--by month").map { $0["hits"] } == ["0", "2", "1", "1", "0"])
    let spellings = try rows("線路", "--by hit")
    #expect(spellings.map { "\($0["hit"]!) \($0["hits"]!) \($0["documents"]!)" } == ["綫路 2 1"])
    let left = try rows("發展", "--by left")
    #expect(left.map { $0["left"] }.sorted { $0! < $1! } == ["「", "政府", "社會", "經濟"].sorted())
    let inside = try rows("展", "--by left")
    #expect(inside.map { $0["left"] } == ["發"])
    let edge = try rows("沒有", "--by left")
    #expect(edge.map { $0["left"] } == [""])
    #expect(try rows("發展", "--by right --limit 1").count == 1)
  }

  @Test("is readable on a terminal")
  func isReadable() throws {
    let program = try Program.withRecords()
    let result = try program.concordance(#""經濟" "發展""#)
    #expect(result.lines == ["records.ndjson:1    經濟發展  要有新產業。政府發展科技。"])
    let english = try program.concordance("發展", "--count --language en")
    #expect(english.lines.first?.contains("Hits") == true)
  }
}
