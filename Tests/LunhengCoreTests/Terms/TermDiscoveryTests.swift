import Testing

@testable import LunhengCore

@Suite("Term discovery")
struct TermDiscoveryTests {
  private static func terms(
    _ sample: RandomText, pieces: Int, minimumCount: Int, order: [Int]? = nil
  ) -> [DiscoveredTerm] {
    var sample = sample
    var ranks = sample.documents.indices.map { Int32($0) }
    if let order {
      sample.documents = order.map { sample.documents[$0] }
      ranks = order.map { Int32($0) }
    }
    var selection = TermSelection()
    selection.minimumCount = minimumCount
    selection.phraseCohesion = 0
    selection.verbalCohesion = 0
    selection.stringCohesion = 0
    selection.stringEntropy = 0
    selection.minimumEvidence = 1_000
    let size = (sample.documents.count + pieces - 1) / pieces
    let ranges = stride(from: 0, to: sample.documents.count, by: size).map {
      $0..<min($0 + size, sample.documents.count)
    }
    var discovery = TermDiscovery(pieces: ranges.count, selection)
    for range in ranges { discovery.add(discovery.mine(sample.text(range))) }
    discovery.endMining()
    for range in ranges { discovery.add(discovery.count(sample.text(range), ranks: ranks[range])) }
    return discovery.terms { _ in true }
  }

  @Test("gives the same in one piece and in several", arguments: 2...5)
  func doesNotDependOnPieces(pieces: Int) {
    var generator = SeededGenerator(seed: UInt64(pieces))
    var found = 0
    for _ in 0..<20 {
      let sample = RandomText(&generator, documents: 40, alphabet: "甲乙丙丁戊己")
      for minimumCount in [pieces + 1, pieces + 3] {
        let whole = Self.terms(sample, pieces: 1, minimumCount: minimumCount)
        #expect(Self.terms(sample, pieces: pieces, minimumCount: minimumCount) == whole)
        found += whole.count
      }
    }
    #expect(found > 100)
  }

  @Test("gives the same in whatever order documents come")
  func doesNotDependOnOrder() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let sample = RandomText(&generator, documents: 40, alphabet: "甲乙丙丁戊己")
      let order = sample.documents.indices.shuffled(using: &generator)
      #expect(
        Self.terms(sample, pieces: 3, minimumCount: 4, order: order)
          == Self.terms(sample, pieces: 3, minimumCount: 4))
    }
  }

  @Test("gives nothing for no documents, and for documents of nothing")
  func takesNothing() {
    var discovery = TermDiscovery(pieces: 0, TermSelection())
    discovery.endMining()
    #expect(discovery.terms { _ in true } == [])
    discovery = TermDiscovery(pieces: 1, TermSelection())
    var generator = SeededGenerator(seed: 1)
    var sample = RandomText(&generator, documents: 2, alphabet: "甲")
    sample.documents = [[], [("，", .punctuation)]]
    discovery.add(discovery.mine(sample.text))
    discovery.endMining()
    discovery.add(discovery.count(sample.text, ranks: [0, 1]))
    #expect(discovery.terms { _ in true } == [])
  }

  @Test("gives back what was stored")
  func storesTexts() throws {
    var generator = SeededGenerator(seed: 3)
    let text = RandomText(&generator, documents: 12, alphabet: "甲乙丙「」").text
    var bytes = text.stored.flatMap { $0 }[...]
    let read = try #require(
      CandidateText(text.storedSizes) { buffer in
        buffer.copyBytes(from: bytes.prefix(buffer.count))
        bytes = bytes.dropFirst(buffer.count)
        return true
      })
    #expect(bytes.isEmpty)
    #expect(read.units == text.units)
    #expect(read.printed == text.printed)
    #expect(read.marks == text.marks)
    #expect(read.documents == text.documents)
    #expect(read.evidence == text.evidence)
    #expect(CandidateText(text.storedSizes) { _ in false } == nil)
  }
}
