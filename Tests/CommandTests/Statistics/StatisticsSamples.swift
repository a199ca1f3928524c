import Foundation

/// Records of two authors, one of whom writes about housing and the other about schools.
enum StatisticsSamples {
  static let records: String = {
    let texts = [
      ("a1", "甲明", "甲報", "2023-01-05", "公營房屋供應不足，房屋供應要加快，土地也要覓得。"),
      ("a2", "甲明", "甲報", "2023-02-05", "房屋供應由土地決定。政府覓地，公營房屋供應才會增加。"),
      ("a3", "甲明", "乙報", "2023-03-05", "市民輪候公營房屋多年；房屋供應仍然不足。"),
      ("b1", "乙華", "乙報", "2023-04-05", "學校課程太深，學生吃力，課程改革要學校參與。"),
      ("b2", "乙華", "乙報", "2023-05-05", "課程改革由學校開始，學生愛上學校，政府也高興。"),
      ("b3", "乙華", "甲報", "2024-06-05", "學生轉校，課程銜接不上。鴨脷洲鴨脷洲鴨脷洲的學校要跟進。"),
    ]
    return texts.map { id, author, publication, date, text in
      #"{"id":"\#(id)","authors":["\#(author)"],"publication":"\#(publication)","#
        + #""date":"\#(date)","text":"\#(text)"}"# + "\n"
    }.joined()
  }()

  /// Runs a command on the records as NDJSON (d.ndjson) and as a corpus (it.lunheng).
  static func run(_ line: String) throws -> ProgramResult {
    let program = try Program()
    let lines = records.split(separator: "\n").map { $0 + "\n" }
    try program.write(records, to: "d.ndjson")
    try program.write(lines[0..<3].joined(), to: "a.ndjson")
    try program.write(lines[3..<6].joined(), to: "b.ndjson")
    try program.write("", to: "empty.ndjson")
    try program.write("鴨脷洲\n", to: "lexicon.txt")
    try program.write("codebook: c\nthemes:\n  - id: t\n    terms: [公營房屋供應]\n", to: "c.yaml")
    try program.write(Self.odd, to: "odd.ndjson")
    try program.run("ingest", "--corpus", "it.lunheng", "d.ndjson").expectSuccess()
    return try program.shell("\"$lunheng\" \(line)")
  }

  /// Texts that no one would count words in.
  private static let odd =
    ["人", "。，！？……", "Nothing but English here.", String(repeating: "房屋供應不足。", count: 300), " "]
    .enumerated().map { #"{"id":"o\#($0)","authors":["丁"],"text":"\#($1)"}"# + "\n" }.joined()
}
