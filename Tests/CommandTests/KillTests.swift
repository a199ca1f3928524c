import Foundation
import Testing

@Suite("A run that is killed")
struct KillTests {
  private static let stages = [
    ["ingest", "--corpus", "it.lunheng", "records.ndjson"],
    ["annotate", "--corpus", "it.lunheng", "--codebook", "codebook.yaml"],
    ["keywords", "--corpus", "it.lunheng"],
  ]

  /// The parts of a stage's time in which it is killed: it goes on where it was stopped.
  private static let moments = [0.05..<0.45, 0.05..<0.45, 0.05..<0.45]

  /// 3,000 documents of invented sentences, the same every time.
  private static func records() -> String {
    var generator = SeededGenerator(seed: 5)
    let parts = [
      ["政府", "業界", "大學", "立法會", "中小企", "投資者", "區議會", "長者"],
      ["應推動", "要支持", "正研究", "不能忽視", "爭取", "反對"],
      [
        "國際金融中心", "算力中心", "中試基地", "技術交易", "初創企業", "公共房屋", "專利授權",
        "長者服務", "伺服器", "天使投資",
      ],
      ["，以免錯失機會。", "，並公布時間表。", "，令市民受惠。", "。"],
    ]
    func sentence() -> String { parts.map { $0.randomElement(using: &generator)! }.joined() }
    return (0..<3000).map { number in
      let text = (0..<Int.random(in: 8...10, using: &generator)).map { _ in sentence() }.joined()
      let month = Int.random(in: 1...12, using: &generator)
      let date = "20\(20 + number % 5)-\(month < 10 ? "0" : "")\(month)-15"
      let head = #"{"id":"d\#(number)","date":"\#(date)","authors":["甲\#(number % 9)"]"#
      return #"\#(head),"text":"\#(text)"}"#
    }.joined(separator: "\n")
  }

  private static func prepared() throws -> Program {
    let program = try Program()
    try program.copy(Samples.codebook, to: "codebook.yaml")
    try program.write(records(), to: "records.ndjson")
    return program
  }

  /// All that can be asked of the corpus, by what asks for it.
  private static func answers(_ program: Program) throws -> [String: Data] {
    let commands = [
      "documents list --format ndjson", "coverage --format csv", "coverage --by month --format csv",
      "query --kwic --format ndjson --limit 100000", "keywords --by-document --format csv",
      "keywords --format csv --top 200", "documents fingerprint",
    ]
    let answers = try commands.map { command in
      let result = try program.shell("\"$lunheng\" \(command) --corpus it.lunheng")
      try result.expectSuccess()
      return (command, result.bytes)
    }
    return Dictionary(uniqueKeysWithValues: answers)
  }

  @Test("ten times at random moments and started again gives the corpus of an undisturbed run")
  func comesToTheSame() throws {
    let undisturbed = try Self.prepared()
    var durations: [Double] = []
    for stage in Self.stages {
      let clock = ContinuousClock()
      durations.append(
        try clock.measure {
          try undisturbed.shell("\"$lunheng\" \(stage.joined(separator: " "))").expectSuccess()
        } / .seconds(1))
    }
    let expected = try Self.answers(undisturbed)
    #expect(expected["documents list --format ndjson"]?.count { $0 == 0x0A } == 3000)

    let killed = try Self.prepared()
    var generator = SeededGenerator(seed: 11)
    var kills = 0
    // Each time all is started again from the beginning, as a user would, and killed in a stage that is
    // never earlier than the one before: what is done already takes no time.
    for stage in [0, 0, 0, 0, 1, 1, 1, 2, 2, 2] {
      for earlier in Self.stages[..<stage] {
        try killed.shell("\"$lunheng\" \(earlier.joined(separator: " "))").expectSuccess()
      }
      let delay = durations[stage] * Double.random(in: Self.moments[stage], using: &generator)
      let result = try killed.runKilled(Self.stages[stage], after: delay)
      #expect([0, 137].contains(result.status), "\(result.errors)")
      if result.status == 137 { kills += 1 }
    }
    #expect(kills > 0)
    for stage in Self.stages {
      try killed.shell("\"$lunheng\" \(stage.joined(separator: " "))").expectSuccess()
    }
    let answers = try Self.answers(killed)
    #expect(expected.keys.filter { answers[$0] != expected[$0] } == [])
  }

  @Test("leaves a corpus that can be asked at once, and holds whole documents only")
  func leavesAWholeCorpus() throws {
    let program = try Self.prepared()
    let result = try program.runKilled(Self.stages[0], after: 0.6)
    #expect([0, 137].contains(result.status))
    // Killed before anything was stored, there may be no corpus yet.
    let list = try program.run(
      "documents", "list", "--corpus", "it.lunheng", "--format", "ndjson")
    guard list.status == 0 else {
      #expect(list.errors.contains("[corpus-"))
      return
    }
    let whole = try Self.prepared()
    try whole.run("ingest", "--corpus", "it.lunheng", "records.ndjson").expectSuccess()
    let all = try whole.run("documents", "list", "--corpus", "it.lunheng", "--format", "ndjson")
    #expect(Set(list.lines).subtracting(all.lines) == [])
  }
}
