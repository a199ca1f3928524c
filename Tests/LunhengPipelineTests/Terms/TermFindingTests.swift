import LunhengCore
import LunhengReport
import Testing

@testable import LunhengPipeline

@Suite("Terms of a collection")
struct TermFindingTests {
  /// Documents of random phrases, a few of which recur.
  private static func records(_ order: [Int]) -> String {
    let phrases = [
      "海濱渡輪", "綠色農圃", "山谷圖書", "數據療養", "長者走廊", "社區牧場", "夜間展覽", "離島診所", "冬季花卉",
      "舊區電車", "鐵皮市集", "玻璃碼頭",
    ]
    return order.map { number in
      var generator = SeededGenerator(seed: UInt64(number))
      let text = (0..<40).map { _ in
        ["我們談", "人人愛看", "，", "還有"].randomElement(using: &generator)!
          + phrases.randomElement(using: &generator)!
          + ["的事。", "，", "真好！", "不難。"].randomElement(using: &generator)!
      }.joined()
      return #"{"id":"d\#(100 + number)","date":"2024-01-\#(10 + number % 20)","text":"\#(text)"}"#
    }.joined(separator: "\n")
  }

  private static func terms(
    _ order: [Int] = Array(0..<40), pieceSize: Int = 1_000_000, threads: Int = 1
  ) throws -> [FoundTerm] {
    let file = try TemporaryFile(records(order).utf8)
    var options = TermFinding.Options()
    options.minimumCount = 40
    var terms = try TermFinding(
      segmenter: Segmenter(), tagModel: nil, options, pieceSize: pieceSize
    ).run(
      on: .records(path: file.path), RunContext(threads: threads), report: { _ in })
    for index in terms.indices {
      terms[index].example.place.file = ""
      if order != Array(0..<40) { terms[index].example.place.line = nil }
    }
    return terms
  }

  @Test(
    "are the same in pieces of any size, on any number of threads",
    arguments: [
      (500, 1), (500, 4), (2_000, 2), (1_000_000, 4),
    ])
  func doNotDependOnPieces(pieceSize: Int, threads: Int) throws {
    let whole = try Self.terms()
    #expect(whole.count > 8)
    // The smallest pieces are twenty and more, of which all but three lie on disk.
    #expect(try Self.terms(pieceSize: pieceSize, threads: threads) == whole)
  }

  @Test("do not depend on the order of the documents")
  func doNotDependOnOrder() throws {
    var generator = SeededGenerator(seed: 5)
    var whole = try Self.terms()
    for index in whole.indices { whole[index].example.place.line = nil }
    #expect(try Self.terms(Array(0..<40).shuffled(using: &generator)) == whole)
  }
}
