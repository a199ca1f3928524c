import LunhengCore
import Testing

@testable import LunhengIngest

struct NDJSONReaderTests {
  private let reader = NDJSONReader(path: "a.ndjson")

  private func read(_ text: String) -> RecordBatch { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8], length: Int = 1 << 20) -> RecordBatch {
    let file = FileBytes(path: "a.ndjson", copying: bytes)
    return reader.split(file, length: length).reduce(into: RecordBatch()) { all, range in
      let batch = reader.parse(range, of: file)
      all.records += batch.records
      all.problems += batch.problems
    }
  }

  private func record(_ fields: String) throws -> Record {
    let batch = read("{\"id\":\"1\",\"text\":\"x\",\(fields)}")
    #expect(batch.problems.isEmpty)
    return try #require(batch.records.first)
  }

  @Test func aRecordHasAllItsFields() throws {
    let line = """
      {"id": "op-1", "title": "扶貧", "authors": ["陳大文", "李 \\u5c0f明"], "date": "2023-12-18", \
      "publication": "明報", "page": "B8", "url": "https:\\/\\/example.org/1", "text": "第一行\\n二"}
      """
    let record = try #require(read(line).records.first)
    #expect(record.id == "op-1")
    #expect(record.title == "扶貧")
    #expect(record.authors == ["陳大文", "李 小明"])
    #expect(record.date == CalendarDate(year: 2023, month: 12, day: 18))
    #expect(record.publication == "明報")
    #expect(record.page == "B8")
    #expect(record.url == "https://example.org/1")
    #expect(record.text.text == "第一行\n二")
    #expect(record.text.encoding == "UTF-8")
    #expect(record.line == 1)
    #expect(record.byteRange == 0..<line.utf8.count)
    #expect(record.problems.isEmpty)
  }

  @Test(arguments: [
    (#""label":"房屋""#, "房屋"), (#""lab\u0065l":"\u623f屋""#, "房屋"), (#""label":2013"#, "2013"),
    (#""label":true"#, "true"), (#""label":"""#, ""), (#""label":"一","label":"二""#, "二"),
    (#""label":null"#, nil), (#""label":["房屋"]"#, nil), (#""label2":"房屋""#, nil),
  ])
  func aFieldCanBeAskedForBesides(fields: String, value: String?) throws {
    let bytes = Array("{\"id\":\"1\",\(fields),\"text\":\"x\"}".utf8)
    let file = FileBytes(path: "a.ndjson", copying: bytes)
    func field(_ name: String?) throws -> String? {
      let reader = NDJSONReader(path: "a.ndjson", field: name)
      let batch = reader.parse(reader.split(file)[0], of: file)
      #expect(batch.problems.isEmpty)
      return try #require(batch.records.first).field
    }
    #expect(try field("label") == value)
    #expect(try field("text") == "x")
    #expect(try field(nil) == nil)
  }

  @Test(arguments: [
    (#""tags":["房屋","\u623f"]"#, ["房屋", "房"]), (#""tags":"房屋""#, ["房屋"]),
    (#""tags":[]"#, []), (#""tags":["房屋",1]"#, []), (#""tags":{"a":"b"}"#, []),
    (#""tags":null"#, []), (#""tag":["房屋"]"#, []),
  ])
  func aFieldCanBeAList(fields: String, values: [String]) throws {
    let file = FileBytes(
      path: "a.ndjson", copying: Array("{\"id\":\"1\",\(fields),\"text\":\"x\"}".utf8))
    let reader = NDJSONReader(path: "a.ndjson", field: "tags")
    let batch = reader.parse(reader.split(file)[0], of: file)
    #expect(batch.problems.isEmpty)
    #expect(try #require(batch.records.first).list == values)
  }

  @Test func theTextMapsToTheBytesOfTheFile() throws {
    let first = "{\"id\":\"1\",\"text\":\"\"}\n"
    let start = "{\"text\":\"".utf8.count + first.utf8.count
    let batch = read(first + #"{"text":"中\u4e2d\n𠀀","id":"2"}"#)
    let text = try #require(batch.records.last).text
    #expect(
      text.units.indices.map { text.source.position(at: $0) } == [
        SourcePosition(line: 1, column: 1, byte: start, scalar: 0),
        SourcePosition(line: 1, column: 2, byte: start + 3, scalar: 1),
        SourcePosition(line: 1, column: 3, byte: start + 9, scalar: 2),
        SourcePosition(line: 2, column: 1, byte: start + 11, scalar: 3),
        SourcePosition(line: 2, column: 1, byte: start + 13, scalar: 3),
      ])
  }

  @Test func blankLinesCRLFAndAByteOrderMarkDoNoHarm() {
    let text =
      "\u{FEFF}{\"id\":\"1\",\"text\":\"a\"}\r\n\r\n \t\n\n{\"id\":\"2\",\"text\":\"b\"}\r\n\n"
    let batch = read(text)
    #expect(batch.problems.isEmpty)
    #expect(batch.records.map(\.id) == ["1", "2"])
    #expect(batch.records.map(\.line) == [1, 5])
    #expect(batch.records[0].byteRange == 3..<24)
    #expect(batch.records[0].text.source.position(at: 0).byte == 21)
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", "\u{FEFF}\n\n"])
  func inputWithoutARecordGivesNone(text: String) {
    #expect(read(text) == RecordBatch())
  }

  @Test func keysThatAreNotKnownAreSkippedWhateverTheirValue() throws {
    let record = try record(
      #""x":{"id":[1,{"text":null}]},"y":"\ud800","ID":3,"":[[[]]],"id ":false,"z":-1.5e300"#)
    #expect(record.id == "1")
    #expect(record.problems.isEmpty)
  }

  @Test func aKeyMayBeWrittenWithEscapes() {
    #expect(read(#"{"\u0069d":"1","te\u0078t":"a"}"#).records.map(\.id) == ["1"])
  }

  @Test(arguments: [
    (#""2023-12-18""#, "2023-12-18"), (#""2023-12-18T08:30:00Z""#, "2023-12-18"),
    (#""2023-12-18T08:30""#, "2023-12-18"), (#""2023-12-18T23:59:60.123+08:00""#, "2023-12-18"),
    (#""2023-12-18 08:30:00-0330""#, "2023-12-18"), (#""2024-02-29""#, "2024-02-29"), ("null", nil),
  ])
  func aDateOfISO8601IsRead(value: String, expected: String?) throws {
    let record = try record("\"date\":\(value)")
    #expect(record.date?.description == expected)
    #expect(record.problems.isEmpty)
  }

  @Test(arguments: [
    #""18/12/2023""#, #""2023-02-29""#, #""2023""#, #""""#, #""2023-12-18T""#,
    #""2023-12-18T25:00""#,
    #""2023-12-18T08:30:00.""#, #""2023-12-18T08:30 Z""#, #""2023-12-18x""#, "20231218", "[]",
    "true",
    #""2023-12-18T08:30+8""#, #""二〇二三年十二月十八日""#,
  ])
  func anyOtherDateIsAbsentWithAWarning(value: String) throws {
    let record = try record("\"date\":\(value)")
    #expect(record.date == nil)
    #expect(record.problems.map(\.code) == ["bad-date"])
    #expect(record.problems[0].severity == .warning)
    #expect(
      record.problems[0].location == DiagnosticLocation(path: "a.ndjson", line: 1, column: 29))
  }

  @Test(arguments: [
    (#""陳大文""#, ["陳大文"]), (#"["a","b"]"#, ["a", "b"]), ("[]", []), ("null", []),
    (#"[ "a" , "\u0062" ]"#, ["a", "b"]),
  ])
  func authorsAreAnArrayOfStringsOrOneString(value: String, expected: [String]) throws {
    let record = try record("\"authors\":\(value)")
    #expect(record.authors == expected)
    #expect(record.problems.isEmpty)
  }

  @Test(arguments: [("8", "8"), ("-1.50", "-1.50"), (#""B8""#, "B8"), ("null", nil)])
  func aPageIsAStringOrANumberAsItIsWritten(value: String, expected: String?) throws {
    let record = try record("\"page\":\(value)")
    #expect(record.page == expected)
    #expect(record.problems.isEmpty)
  }

  @Test(arguments: [
    (#""title":1"#, "title"), (#""authors":["a",1]"#, "authors"),
    (#""authors":{"a":1}"#, "authors"),
    (#""page":[8]"#, "page"), (#""url":true"#, "url"), (#""publication":{}"#, "publication"),
  ])
  func anOptionalFieldOfAWrongTypeIsAbsentWithAWarning(
    fields: String, name: String
  ) throws {
    let record = try record(fields)
    #expect(record.title == nil && record.authors.isEmpty && record.page == nil)
    #expect(record.url == nil && record.publication == nil)
    #expect(record.problems.map(\.code) == ["wrong-type"])
    #expect(record.problems[0].message.contains("\"\(name)\""))
  }

  @Test(arguments: [
    (#"{"id":"1"}"#, "missing-field", 1), (#" {"text":"a"}"#, "missing-field", 1),
    (#"{}"#, "missing-field", 1), (#"{"id":"","text":"a"}"#, "missing-field", 7),
    (#"{"id":1,"text":"a"}"#, "wrong-type", 7), (#"{"id":"1","text":null}"#, "wrong-type", 18),
    (#"{"id":"一","text":["a"]}"#, "wrong-type", 18), (#"["id"]"#, "wrong-type", 1),
    ("7", "wrong-type", 1),
    (#"{"id":"一二","text":"a"x}"#, "malformed-json", 22),
    (#"{"id":"1","text":"a"} {}"#, "malformed-json", 23),
    (#"{"id":"1","text":"a"#, "malformed-json", 20), (#"["#, "malformed-json", 2),
    (#"{"id":"1","text":"a","x":tru}"#, "malformed-json", 26),
  ])
  func aBadLineIsReportedWithItsPlaceAndTheOthersAreRead(
    line: String, code: String, column: Int
  ) {
    let good = #"{"id":"1","text":"a"}"#
    let batch = read([good, line, good].joined(separator: "\n"))
    #expect(batch.records.map(\.line) == [1, 3])
    #expect(batch.problems.map(\.code) == [code])
    #expect(
      batch.problems.map(\.location)
        == [DiagnosticLocation(path: "a.ndjson", line: 2, column: column)])
    #expect(batch.problems.allSatisfy { $0.severity == .error })
  }

  @Test func invalidUTF8IsReportedWithTheByteOfTheFile() {
    let bytes = Array("\n{\"id\":\"一\",\"text\":\"".utf8) + [0xFF] + Array("\"}".utf8)
    let batch = read(bytes)
    #expect(batch.records.isEmpty)
    #expect(
      batch.problems.map(\.line) == [
        "a.ndjson:2:19: error: not JSON: a string is not valid UTF-8 (byte 21); "
          + "convert the file to UTF-8 [malformed-json]"
      ])
  }

  @Test func theLastOfDuplicateKeysCountsWithOneWarning() throws {
    let record = try record(#""title":"a","title":"b","text":"y","title":null"#)
    #expect(record.title == nil)
    #expect(record.text.text == "y")
    #expect(record.problems.map(\.code) == ["duplicate-key", "duplicate-key"])
    #expect(record.problems.compactMap(\.location?.column) == [34, 46])
  }

  @Test func halvesOfSurrogatePairsAreCountedInOneWarningForEachField() throws {
    let batch = read(#"{"id":"1","text":"a\ud800b\udc00","authors":["\ud801","\ud802"]}"#)
    let record = try #require(batch.records.first)
    #expect(record.text.text == "a\u{FFFD}b\u{FFFD}")
    #expect(record.text.problems.map(\.offset) == [19, 26])
    #expect(record.authors == ["\u{FFFD}", "\u{FFFD}"])
    #expect(record.problems.map(\.code) == ["lone-surrogate", "lone-surrogate"])
    #expect(record.problems.compactMap(\.location?.column) == [20, 47])
  }

  @Test func howAFileIsSplitMakesNoDifference() {
    let lines = [
      #"{"id":"1","text":"中"}"#, "", #"{"id":"2","text":"a\nb"}"# + "\r", "x", "\t",
      #"{"id":"3","text":""}"#,
    ]
    var random = SplitMix64(seed: 11)
    for _ in 0..<40 {
      let count = Int.random(in: 0..<8, using: &random)
      let text = (0..<count).map { _ in lines.randomElement(using: &random)! }
        .joined(separator: "\n")
      let bytes = Array((Bool.random(using: &random) ? "\u{FEFF}" : "").utf8) + Array(text.utf8)
      let whole = read(bytes)
      for length in 0...40 {
        let ranges = reader.split(FileBytes(path: "-", copying: bytes), length: length)
        #expect(
          ranges.reduce(0) { $1.bytes.lowerBound == $0 ? $1.bytes.upperBound : -1 } == bytes.count)
        #expect(read(bytes, length: length) == whole)
      }
    }
  }

  @Test func aPartOfAStreamIsPlacedInTheWhole() throws {
    let head = Array("{\"id\":\"1\",\"text\":\"a\"}\n\n".utf8)
    let tail = Array("{\"id\":\"2\",\"text\":\"bc\",\"date\":\"x\"}\nx\n".utf8)
    let whole = read(head + tail)
    let batch = tail.withUnsafeBufferPointer { bytes in
      let range = reader.split(bytes, firstLine: 3)[0]
      return reader.parse(range, of: bytes, offset: head.count)
    }
    #expect(batch.records == [whole.records[1]])
    #expect(batch.problems == whole.problems)
    #expect(batch.problems.map(\.location?.line) == [4])
  }

  @Test func rangesAreParsedOnAnyThread() async {
    let text = (0..<2_000).map { "{\"id\":\"\($0)\",\"text\":\"第\($0)篇\"}\n" }.joined()
    let file = FileBytes(path: "a.ndjson", copying: text.utf8)
    let ranges = reader.split(file, length: 1_000)
    #expect(ranges.count > 50)
    let reader = reader
    let batches = await withTaskGroup(of: (Int, RecordBatch).self) { group in
      for (index, range) in ranges.enumerated() {
        group.addTask { (index, reader.parse(range, of: file)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let ids = ranges.indices.flatMap { batches[$0]!.records.map(\.id) }
    #expect(ids == (0..<2_000).map(String.init))
  }
}
