import LunhengReport
import Testing

@Suite struct JSONWriterTests {
  @Test func membersKeepTheOrderInWhichTheyWereGiven() {
    let value: JSONValue = ["z": 1, "a": [true, nil, 0.5], "m": ["b": "x", "a": "y"]]
    #expect(
      JSONWriter().string(value) == #"{"z":1,"a":[true,null,0.5],"m":{"b":"x","a":"y"}}"#)
  }

  @Test func prettyPrintingIndentsByTwoAndKeepsEmptyListsShort() {
    let value: JSONValue = ["a": [1, 2], "b": [:], "c": []]
    #expect(
      JSONWriter(isPretty: true).string(value) == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": []
        }
        """)
  }

  @Test(arguments: [
    ("香港 😀", "香港 😀"), (#"a"b\c"#, #"a\"b\\c"#), ("\n\t\r\u{8}\u{C}", #"\n\t\r\b\f"#),
    ("\r\n", #"\r\n"#), ("\u{0}\u{1F}", #"\u0000\u001f"#), ("\u{1B}[31m", #"\u001b[31m"#),
    ("\u{7F}\u{9B}", #"\u007f\u009b"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("é—“”", "é—“”"),
    ("</script>", "</script>"), ("e\u{301}", "e\u{301}"),
  ])
  func stringsAreEscapedWhereTheyMustBe(text: String, escaped: String) {
    // By byte, as strings that are canonically equivalent compare equal.
    #expect(Array(JSONWriter().string(.string(text)).utf8) == Array("\"\(escaped)\"".utf8))
  }

  @Test func keysAreEscapedToo() {
    #expect(JSONWriter().string(["a\"\n": 1]) == #"{"a\"\n":1}"#)
  }

  @Test func numbersAreExactAndNeverInvalid() {
    let values: JSONValue = [0.1, 1.0, 1e-7, 1e300, .number(.nan), .number(.infinity), -0.0]
    #expect(JSONWriter().string(values) == "[0.1,1.0,1e-07,1e+300,null,null,0.0]")
    #expect(JSONWriter().string(.integer(.min)) == "-9223372036854775808")
  }

  @Test func absentValuesAreNull() {
    let value: JSONValue = [
      .optional(nil as String?), .optional(nil as Int?), .optional(nil as Double?), .optional(3),
    ]
    #expect(JSONWriter().string(value) == "[null,null,null,3]")
  }

  @Test func membersAreFoundByKey() {
    let value: JSONValue = ["a": 1, "b": "x"]
    #expect(value["b"] == "x")
    #expect(value["c"] == nil)
    #expect(JSONValue.array([])["a"] == nil)
  }
}
