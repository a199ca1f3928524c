import Testing

@testable import LunhengCore

@Suite("Indexed words")
struct IndexingTests {
  @Test("come back from bytes as they were", arguments: 0..<10)
  func encodesTexts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var text = IndexedText()
    for ordinal in 0..<Int.random(in: 0...5, using: &generator) {
      let words = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        UInt32.random(
          in: 0...(1 << UInt32.random(in: 1...31, using: &generator)), using: &generator)
      }
      let sentences = Set((0..<3).map { _ in Int.random(in: 1...30, using: &generator) })
      text.append(
        words, ordinal: ordinal * 2, sentences: sentences.filter { $0 < words.count }.sorted())
    }
    var decoded = IndexedText()
    let isWhole = text.encoded.withUnsafeBufferPointer { decoded.decode($0) }
    #expect(isWhole)
    #expect(decoded == text)
    for token in text.words.indices {
      let (block, place) = text.block(of: token)
      #expect(token == place + (block == 0 ? 0 : Int(text.blockEnds[block - 1])))
      #expect(token < text.blockEnds[block])
    }
  }

  @Test("that are damaged are refused and not a crash", arguments: 0..<20)
  func survivesDamage(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      var text = IndexedText()
      if bytes.withUnsafeBufferPointer({ text.decode($0) }) {
        #expect(text.blockEnds.last.map { Int($0) } ?? 0 == text.words.count)
      }
      _ = PostingChunk(first: 3, bytes: bytes).forEachWord { _, list in
        _ = PostingChunk.documents(list)
      }
    }
  }

  @Test("have one number for each spelling and part of speech", arguments: 0..<5)
  func numbersWords(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = TaggedVocabulary()
    var known: [String: Int] = [:]
    for _ in 0..<3_000 {
      let word = generator.text(of: "甲乙丙𠮷", length: 0...4)
      let tag = UInt8.random(in: 0...2, using: &generator)
      let key = "\(word)/\(tag)"
      let (number, isNew) = Array(word.utf16).withUnsafeBufferPointer { table.insert($0, tag: tag) }
      #expect(isNew == (known[key] == nil))
      #expect(number == known[key] ?? known.count)
      known[key] = number
      #expect(String(units: table.word(number)) == word && table.tag(number) == tag)
    }
    #expect(table.count == known.count)
  }

  @Test("list their documents in chunks", arguments: 0..<5)
  func writesPostings(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var writer = PostingWriter()
    var chunks: [PostingChunk] = []
    var expected: [Int: [Int64]] = [:]
    var word = 0
    for _ in 0..<2_000 {
      word += Int.random(in: 1...300, using: &generator)
      let documents = Set(
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          Int64.random(in: 1...5_000_000, using: &generator)
        }
      ).sorted()
      expected[word] = documents
      if let chunk = writer.append(word: word, documents: documents) { chunks.append(chunk) }
    }
    if let chunk = writer.finish() { chunks.append(chunk) }
    var found: [Int: [Int64]] = [:]
    for chunk in chunks {
      var isFirst = true
      let isWhole = chunk.forEachWord { word, list in
        #expect(!isFirst || word == chunk.first)
        isFirst = false
        found[word] = PostingChunk.documents(list)
      }
      #expect(isWhole)
    }
    #expect(found == expected)
    #expect(chunks.count > 5)
    #expect(chunks.map(\.first) == chunks.map(\.first).sorted())
  }

  @Test("are those of the text, white space left out, sentence by sentence")
  func indexesDocuments() throws {
    var segmenter = try Segmenter().makeWorker()
    let text = "香港 的優勢。「發展」好！AI 行。"
    let units = Array(text.utf16)
    var tokens: [Token] = []
    segmenter.segment(units, into: &tokens)
    var indexer = try DocumentIndexer(try TaggerTests.model.get())
    let blocks = [
      DocumentIndexer.Block(ordinal: 1, units: units, tokens: tokens),
      DocumentIndexer.Block(ordinal: 3, units: [], tokens: []),
    ]
    let result = indexer.index(blocks)
    let words = result.text.words.map { String(units: result.table.word(Int($0))) }
    let expected = tokens.filter { $0.kind != .space }.map { token in
      String(units: FoldTable.standard.base(of: Array(units[token.range])))
    }
    #expect(words == expected)
    #expect(result.text.ordinals == [1, 3])
    #expect(result.text.blockEnds == [Int32(words.count), Int32(words.count)])
    let ends = result.text.sentenceEnds.map { Int($0) }
    #expect(ends.map { words[$0 - 1] } == ["。", "!", "。"])
    #expect(ends.last == words.count)
    let again = indexer.index(blocks)
    #expect(again.text == result.text)
  }
}
