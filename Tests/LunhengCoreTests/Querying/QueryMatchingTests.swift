import Testing

@testable import LunhengCore

@Suite("Matching of token queries")
struct QueryMatchingTests {
  /// Documents of blocks of sentences of the words a, b, c and d.
  private struct Sample {
    var words: [String] = []
    var text = IndexedText()

    init(_ generator: inout SeededGenerator) {
      for ordinal in 0..<Int.random(in: 0...3, using: &generator) {
        var block: [String] = []
        var sentences: [Int] = []
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
          if !block.isEmpty { sentences.append(block.count) }
          for _ in 0..<Int.random(in: 1...6, using: &generator) {
            block.append(["a", "b", "c", "d"].randomElement(using: &generator)!)
          }
        }
        text.append(block.map { UInt32($0.utf8.first!) }, ordinal: ordinal, sentences: sentences)
        words += block
      }
    }
  }

  private func masks(_ words: [String], _ query: CompiledQuery) -> [UInt64] {
    words.map { word in
      let passed = query.tests.firstIndex(of: .word(word)).map { UInt64(1) << UInt64($0) } ?? 0
      return query.conditions(passing: passed)
    }
  }

  @Test("finds what trying everything finds, in random texts", arguments: 0..<40)
  func agreesWithTheOracle(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var hits = 0
    for _ in 0..<150 {
      let query = TokenQuery(
        generator.pattern(depth: 3), span: Bool.random(using: &generator) ? .sentence : .block,
        contained: Int.random(in: 0..<4, using: &generator) == 0
          ? [generator.pattern(depth: 1)] : [])
      guard let compiled = try? CompiledQuery(query, text: "") else { continue }
      let sample = Sample(&generator)
      var worker = compiled.makeWorker()
      var found: [Range<Int>] = []
      worker.forEachMatch(in: sample.text, masks: masks(sample.words, compiled)) {
        found.append($0)
      }
      let oracle = QueryOracle(tokens: sample.words.map { [.word($0)] })
      var expected: [Range<Int>] = []
      var start = 0
      for end in query.span == .sentence ? sample.text.sentenceEnds : sample.text.blockEnds {
        expected += oracle.matches(query, in: start..<Int(end))
        start = Int(end)
      }
      #expect(found == expected, "\(query) in \(sample.words)")
      hits += found.count
      if !found.isEmpty {
        #expect(fulfils(compiled.documentCondition, sample.words, compiled), "\(query)")
      }
    }
    #expect(hits > 50)
  }

  /// Whether a document has what the index is asked for.
  private func fulfils(
    _ condition: DocumentCondition, _ words: [String], _ query: CompiledQuery
  ) -> Bool {
    switch condition {
    case .any: true
    case .word(let number): masks(words, query).contains { $0 >> UInt64(number) & 1 != 0 }
    case .theme: false
    case .all(let parts): parts.allSatisfy { fulfils($0, words, query) }
    case .oneOf(let parts): parts.contains { fulfils($0, words, query) }
    }
  }

  private func document(_ query: String) throws -> DocumentCondition {
    try CompiledQuery(try TokenQuery(query), text: query).documentCondition
  }

  @Test("asks the index for what every match has")
  func asksTheIndex() throws {
    #expect(try document(#"[] "a"* [word!="a"]"#) == .word(meeting: 2))
    #expect(try document(#""a" []{2} "b""#) == .all([.word(meeting: 0), .word(meeting: 2)]))
    #expect(try document(#""a" | "b" "a"?"#) == .oneOf([.word(meeting: 0), .word(meeting: 1)]))
    #expect(try document(#""a" | []"#) == .any)
    #expect(try document(#"[theme="x"]"#) == .theme("x"))
    #expect(try document(#"[theme!="x"]"#) == .any)
    #expect(try document(#"[theme="x" | theme="y"]"#) == .oneOf([.theme("x"), .theme("y")]))
    #expect(try document(#"[]{3} containing "a""#) == .word(meeting: 1))
  }
}
