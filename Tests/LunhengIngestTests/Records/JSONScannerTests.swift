import Foundation
import Testing

@testable import LunhengIngest

struct JSONScannerTests {
  /// What is wrong with a JSON text, and at which byte; nil if nothing.
  private func fault(_ bytes: [UInt8]) -> (fault: JSONFault, index: Int)? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return (.unexpectedEnd, 0) }
      var scanner = JSONScanner(base, in: 0..<bytes.count)
      do throws(JSONScanner.Stop) {
        _ = try scanner.value(depth: 0)
      } catch {
        return (error.fault, error.index)
      }
      return scanner.peek() == nil ? nil : (.trailingContent, scanner.index)
    }
  }

  private func fault(_ text: String) -> (fault: JSONFault, index: Int)? { fault(Array(text.utf8)) }

  @Test(arguments: [
    "{}", "[]", "\"\"", "0", "-0", "1.5", "-1e5", "1E+2", "0.1e-9",
    "123456789012345678901234567890",
    "true", "false", "null", " [ 1 , \t[ ] ,{ } ,\r\n\"a\" ] ", #"{"":0}"#,
    #"{"a":{"b":[{"c":null}]}}"#,
    #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\ud800""#, "\"\u{7F}\u{2028}𠀀\"", #"["a",{"b":"c"},-1]"#,
  ])
  func wellFormedJSONIsAccepted(text: String) {
    #expect(fault(text) == nil)
  }

  @Test(arguments: [
    ("", JSONFault.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2),
    ("[1,]", .unexpectedByte(expected: "a value"), 3),
    ("[1 2]", .unexpectedByte(expected: "\",\" or \"]\""), 3),
    ("[,1]", .unexpectedByte(expected: "a value"), 1),
    (#"{"a" 1}"#, .unexpectedByte(expected: "\":\" after the key"), 5),
    (#"{"a":1,}"#, .unexpectedByte(expected: "a key in quotation marks"), 7),
    (#"{a:1}"#, .unexpectedByte(expected: "a key in quotation marks"), 1),
    (#"{"a":1]"#, .unexpectedByte(expected: "\",\" or \"}\""), 6),
    ("{'a':1}", .unexpectedByte(expected: "a key in quotation marks"), 1),
    ("[", .unexpectedEnd, 1), (#"{"a":"#, .unexpectedEnd, 5), ("\"abc", .unexpectedEnd, 4),
    (#""a\"#, .unexpectedEnd, 3),
    (#""\u12"#, .unexpectedEnd, 5), ("nul", .unexpectedByte(expected: "a value"), 0),
    ("NaN", .unexpectedByte(expected: "a value"), 0),
    ("True", .unexpectedByte(expected: "a value"), 0),
    ("01", .badNumber, 0), ("-", .badNumber, 0), ("1.", .badNumber, 0),
    (".5", .unexpectedByte(expected: "a value"), 0),
    ("1e", .badNumber, 0), ("+1", .unexpectedByte(expected: "a value"), 0),
    ("[-01]", .badNumber, 1),
    ("\"a\nb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
    ("\"01234567\u{1F}\"", .controlCharacter, 9),
    (#""\x41""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1), (#""\U0041""#, .badEscape, 1),
    ("1 2", .trailingContent, 2), ("{}}", .trailingContent, 2),
    ("\u{A0}1", .unexpectedByte(expected: "a value"), 0),
  ])
  func anythingElseIsNotAndThePlaceIsTold(
    text: String, expected: JSONFault, index: Int
  ) throws {
    let found = try #require(fault(text))
    #expect(found.fault == expected)
    #expect(found.index == index)
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xE4, 0xB8, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
    ] as [([UInt8], Int)])
  func invalidUTF8InAStringIsToldWithItsPlace(bytes: [UInt8], index: Int) throws {
    let found = try #require(fault(bytes))
    #expect(found.fault == .invalidUTF8)
    #expect(found.index == index)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")])
  func nestingIsFineTo512LevelsAndNoFurther(open: String, close: String) {
    let levels = open.hasPrefix("[{") ? 256 : 512
    func nested(_ count: Int) -> String {
      String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    #expect(fault(nested(levels)) == nil)
    #expect(fault("[" + nested(levels) + "]")?.fault == .tooDeep(limit: 512))
    #expect(fault(String(repeating: "[", count: 1_000_000))?.fault == .tooDeep(limit: 512))
  }

  @Test func damagedJSONIsAcceptedOnlyWhereFoundationAcceptsItToo() {
    let seed = Array(
      #"{"id": "a", "n": [-1.5e3, 0, {"t": true, "x": null}], "s": "中\n\u4e2d"}"#.utf8)
    let alphabet = Array("{}[]\":,0-.e\\nu tfx".utf8)
    var random = SplitMix64(seed: 9)
    var accepted = 0
    for _ in 0..<8_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(alphabet.randomElement(using: &random)!, at: at)
        default: bytes[at] = alphabet.randomElement(using: &random)!
        }
      }
      // What Foundation allows and RFC 8259 does not.
      let dense = String(decoding: bytes.filter { $0 != 0x20 }, as: UTF8.self)
      if dense.contains(",]") || dense.contains(",}") { continue }
      let isValid =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      accepted += isValid ? 1 : 0
      #expect((fault(bytes) == nil) == isValid, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 500)
  }
}
