import Testing

@testable import LunhengCore

@Suite("Scoring and decoding of boundaries")
struct BoundaryModelTests {
  @Test("finds the best of all divisions", arguments: 0..<200 as Range<UInt64>)
  func findsTheBest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...9, using: &random)
    let gaps = (0..<count).map { _ in Int16.random(in: -400...400, using: &random) }
    let singles = (0..<count).map { _ in Int16.random(in: -400...400, using: &random) }
    var constraints = (0..<count).map { _ in Int8([0, 0, 0, 1, -1].randomElement(using: &random)!) }

    func score(_ division: [Bool]) -> Int {
      (0..<count).reduce(0) { sum, index in
        let isSingle = division[index] && (index == 0 || division[index - 1])
        return sum + (division[index] ? Int(gaps[index]) : 0) + (isSingle ? Int(singles[index]) : 0)
      }
    }
    let allowed = (0..<1 << count).map { bits in (0..<count).map { bits >> $0 & 1 == 1 } }
      .filter { division in
        division[count - 1]
          && zip(division, constraints).dropLast().allSatisfy { $1 == 0 || $0 == ($1 == 1) }
      }

    var found = [Bool](repeating: false, count: count)
    var decoder = BoundaryDecoder()
    let ends = decoder.decode(
      gaps: gaps, singles: singles, constraints: &constraints, count: count)
    for end in ends { found[Int(end)] = true }
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
    #expect(allowed.contains(found))
    #expect(score(found) == allowed.map(score).max())
  }

  @Test("adds up the row of every pattern", arguments: [0, 1, 2, 15, 16, 17, 511, 512, 513, 1500])
  func addsUpEveryRow(count: Int) throws {
    let model = try SampleModel.model.get()
    var random = SeededGenerator(seed: UInt64(count))
    let text = Array(
      random.text(of: "香港政府發展問題的算力，A1 鱻", length: count...count).utf16)
    var characters = CharacterSequence()
    text.withUnsafeBufferPointer { characters.read($0, table: model.characterIDs) }
    var scorer = BoundaryScorer()
    let kinds = (0..<characters.count + 2).map { model.kinds[Int(characters.ids[$0])] }
    scorer.score(characters.ids, kinds: kinds, count: characters.count, model: model)

    var gaps = [Int](repeating: 0, count: characters.count)
    var singles = gaps
    for index in 0..<characters.count {
      let row = Self.row(characters.ids + index, model)
      for lane in 0..<FeatureLanes.gaps where gaps.indices.contains(index + lane - 3) {
        gaps[index + lane - 3] += Int(row[lane])
      }
      for lane in 0..<FeatureLanes.singles where singles.indices.contains(index + lane - 1) {
        singles[index + lane - 1] += Int(row[FeatureLanes.gaps + lane])
      }
    }
    #expect((0..<characters.count).map { Int(scorer.gaps[$0]) } == gaps)
    #expect((0..<characters.count).map { Int(scorer.singles[$0]) } == singles)
  }

  /// What the character at `ids` contributes, looked up step by step.
  private static func row(_ ids: UnsafePointer<UInt16>, _ model: SegmenterModel) -> FeatureRow {
    let kinds = (0..<3).map { Int(model.kinds[Int(ids[$0])]) }
    var row =
      model.unigramRows[Int(ids[0])] &+ model.kindRows[kinds[0] * 64 + kinds[1] * 8 + kinds[2]]
    var value = 0
    var base = Int(model.bases[Int(ids[0])])
    for label in sequence(
      state: 1,
      next: { index -> UInt16? in
        defer { index += 1 }
        return ids[index]
      })
    {
      guard base != 0 else { break }
      let slot = model.slots[base + Int(label)]
      guard PatternTrie.label(slot) == label else { break }
      value = PatternTrie.value(slot)
      base = PatternTrie.base(slot)
    }
    row &+= model.rows[value]
    return row
  }
}
