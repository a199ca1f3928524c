import Testing

@Suite("summarize as a filter")
struct SummarizeFilterTests {
  struct Answer: Decodable, Equatable {
    struct Sentence: Decodable, Equatable {
      var text: String
      var start: Int
      var end: Int
      var score: Double
    }
    var id: String
    var sentences: [Sentence]
  }

  struct Record: Decodable {
    var id: String
    var text: String
  }

  private func answers(_ lines: [String], _ options: String...) throws -> [Answer] {
    let program = try Program()
    try program.write(lines.joined(separator: "\n"), to: "in.ndjson")
    let result = try program.shell(
      "\"$lunheng\" summarize --input - \(options.joined(separator: " ")) < in.ndjson")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return try result.records(Answer.self)
  }

  private static let text =
    #"𠮷日天氣晴朗而且炎熱非常，街上行人稀少得很。\n香港需要建設更多的算力中心支持本地產業發展。算力中心的電力供應是香港產業界面對的一大難題。\n我喜歡在晚上吃一碗麵條和喝一杯黑咖啡。"#

  @Test("gives the sentences of each document and where they stand, in scalars")
  func givesSentences() throws {
    let answer = try answers([#"{"id":"a","text":"\#(Self.text)"}"#])[0]
    #expect(answer.id == "a")
    #expect(answer.sentences.count == 2)
    let scalars = Array(Self.text.replacing(#"\n"#, with: "\n").unicodeScalars)
    for sentence in answer.sentences {
      #expect(sentence.text.contains("算力中心"))
      #expect(
        sentence.text.unicodeScalars.elementsEqual(scalars[sentence.start..<sentence.end]))
    }
  }

  @Test("answers bad texts with nothing or little")
  func answersBadTexts() throws {
    let texts = [
      "", "港", "。！？……", " ", "It is a fine day. The port is busy. The port needs workers.",
      String(repeating: "香港需要算力中心支持產業發展。", count: 50),
    ]
    let found = try answers(texts.enumerated().map { #"{"id":"\#($0)","text":"\#($1)"}"# })
    #expect(found.map(\.id) == texts.indices.map(String.init))
    #expect(found[..<4].allSatisfy { $0.sentences.isEmpty })
    #expect(found[4].sentences.count > 0)
    #expect(found[5].sentences.count == 1)
  }

  @Test("does not depend on threads or on other documents")
  func doesNotDependOnThreads() throws {
    let lines = (0..<400).map { #"{"id":"\#($0)","text":"第\#($0)日。\#(Self.text)\#($0)"}"# }
    let one = try answers(lines, "--threads 1")
    #expect(try answers(lines, "--threads 4") == one)
    #expect(try answers([lines[7]]) == [one[7]])
  }
}
