import LunhengCore
import Testing

@testable import LunhengTraining

@Suite("Look-ups of the tagger")
struct TagTableTests {
  @Test("find each feature's own row", arguments: [0, 1, 7, 8, 1000, 20_000])
  func findEachFeature(count: Int) {
    var generator = SplitMix64(state: UInt64(count))
    let features = Set((0..<count).map { _ in UInt32(truncatingIfNeeded: generator.next()) })
      .sorted()
    let table = TagTableBuilder(features)
    let rows = features.map { table.row(of: $0) }
    // A feature that cannot be told from another shares its row: hardly ever.
    #expect(table.rowCount >= features.count - 2)
    #expect(Set(rows).count == table.rowCount)
    #expect(!rows.contains(0))
    #expect(table.slots.count(where: { $0 == 0 }) >= table.slots.count / 2)
    let strangers = (0..<10_000).map { _ in UInt32(truncatingIfNeeded: generator.next()) }
    #expect(strangers.count { table.row(of: $0) > 0 && !features.contains($0) } < 20)
  }

  @Test(
    "find each word's own class, and hardly any of a word that no lexicon has",
    arguments: [0, 1, 2, 100, 30_000])
  func findEachWord(count: Int) {
    var generator = SplitMix64(state: 7)
    let hashes = Set((0..<count).map { _ in generator.next() }).sorted()
    let entries = hashes.map { (hash: $0, lexiconClass: UInt8($0 % 255 + 1)) }
    let bytes = TagLexiconBuilder.bytes(entries)
    #expect((bytes.count - 8) % 6 == 0)
    #expect(bytes == TagLexiconBuilder.bytes(entries))
    bytes.withUnsafeBytes { bytes in
      let seed = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      let cells = bytes.dropFirst(8).map { $0 }
      let values = stride(from: 0, to: cells.count, by: 2)
        .map { UInt16(cells[$0]) | UInt16(cells[$0 + 1]) << 8 }
      func found(_ hash: UInt64) -> UInt8 {
        values.withUnsafeBufferPointer {
          TagLexicon.lexiconClass(
            of: hash, seed: seed, cells: $0.baseAddress!, count: values.count)
        }
      }
      for entry in entries { #expect(found(entry.hash) == entry.lexiconClass) }
      #expect((0..<10_000).count { _ in found(generator.next()) > 0 } < 100)
    }
  }

  @Test("have one class for the same tags, and a word's fullest lexicon decides rare ones")
  func haveClasses() {
    func lexicon(_ name: String, _ entries: [(String, String)]) -> TrainingLexicon {
      TrainingLexicon(name: name, entries: entries.map { .init(word: $0.0, count: 1, tag: $0.1) })
    }
    let large = lexicon("large", (0..<20).map { ("名\($0)", "n") } + [("跑", "v"), ("無", "")])
    let small = lexicon("small", [("跑", "動"), ("新", "形")])
    let classes = LexiconClasses([small, large]) { word in
      word.unicodeScalars.reduce(UInt64(1)) { $0 &* 31 &+ UInt64($1.value) }
    }
    let byHash = Dictionary(
      uniqueKeysWithValues: classes.entries.map { ($0.hash, $0.lexiconClass) })
    func of(_ word: String) -> UInt8? {
      byHash[word.unicodeScalars.reduce(UInt64(1)) { $0 &* 31 &+ UInt64($1.value) }]
    }
    #expect(of("名1") == 1 && of("名19") == 1)
    #expect(of("無") == nil)
    #expect(Set([of("名1"), of("跑"), of("新")]).count == 3)
    #expect(zip(classes.entries, classes.entries.dropFirst()).allSatisfy { $0.hash < $1.hash })
  }
}
