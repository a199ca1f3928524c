import LunhengTraining
import Testing

@testable import LunhengCore

@Suite("Training background frequencies")
struct BackgroundTrainingTests {
  private static func hash(_ word: String) -> UInt64 {
    FoldedText(Array(word.utf16)).units.withUnsafeBufferPointer { WordHash.of($0) }
  }

  private static func list(_ entries: [(String, Int, String)]) -> TrainingLexicon {
    TrainingLexicon(
      name: "list",
      entries: entries.map { TrainingLexicon.Entry(word: $0, count: $1, tag: $2) })
  }

  /// Each word of a text is a token.
  private static func document(_ words: [String]) -> [(units: [UInt16], tokens: [Token])] {
    var tokens: [Token] = []
    var start = 0
    for word in words {
      let kind: TokenKind = word == "，" ? .symbol : .word
      tokens.append(Token(start: start, end: start + word.utf16.count, kind: kind))
      start += word.utf16.count
    }
    return [(Array(words.joined().utf16), tokens)]
  }

  private static func load(_ training: BackgroundTraining) throws -> BackgroundFrequencies {
    let file = training.file()
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 64)
    memory.copyBytes(from: file)
    return try BackgroundFrequencies(
      bytes: UnsafeRawBufferPointer(memory), owner: Owner(memory: memory))
  }

  private final class Owner {
    let memory: UnsafeMutableRawBufferPointer
    init(memory: UnsafeMutableRawBufferPointer) { self.memory = memory }
    deinit { memory.deallocate() }
  }

  @Test("counts documents, and phrases within a clause")
  func countsDocuments() {
    var counts = BackgroundCounts()
    counts.add(Self.document(["房屋", "政策", "房屋", "，", "土地"]))
    counts.add(Self.document(["房屋", "政策", "的", "土地"]))
    #expect(counts.documents == 2)
    #expect(counts.words[Self.hash("房屋")] == 2)
    #expect(counts.words[Self.hash("的")] == 1)
    #expect(counts.phrases[Self.hash("房屋政策")] == 2)
    #expect(counts.phrases[Self.hash("房屋政策房屋")] == 1)
    #expect(counts.phrases[Self.hash("房屋土地")] == nil)
    #expect(counts.phrases[Self.hash("政策的")] == nil)
  }

  @Test("takes the geometric mean of the sources that know a word, scaled to the first")
  func takesTheMean() throws {
    var training = BackgroundTraining()
    training.add(
      Self.list([("社會", 100_000_000, "NOUN"), ("政策", 10_000_000, ""), ("罕見", 1_000_000, "")]))
    // Ten times the shares of the first; 房屋 is known to this list only.
    training.add(
      Self.list([
        ("社会", 1_000_000_000, "VERB"), ("政策", 100_000_000, ""), ("罕見", 1_000_000, ""),
        ("房屋", 50_000_000, ""),
      ]))
    let background = try Self.load(training)
    func share(_ word: String) -> Float { background.documentFrequency(of: Self.hash(word)) }
    #expect(abs(share("社會") / 0.1 - 1) < 0.05)
    #expect(abs(share("政策") / 0.01 - 1) < 0.05)
    #expect(abs(share("房屋") / 0.005 - 1) < 0.05)
    // √(10⁻³ · 10⁻⁴)
    #expect(abs(share("罕見") / 0.000_316 - 1) < 0.05)
    #expect(background.wordClass(of: Self.hash("社會")) == .noun)
  }

  @Test("leaves out what few documents have")
  func leavesOutTheRare() throws {
    var counts = BackgroundCounts()
    for index in 0..<6 {
      counts.add(Self.document(index < 5 ? ["房屋", "政策"] : ["房屋", "政策", "燈塔"]))
    }
    var training = BackgroundTraining()
    training.add(counts)
    let background = try Self.load(training)
    #expect(background.documentFrequency(of: Self.hash("燈塔")) == 0)
    #expect(background.documentFrequency(of: Self.hash("房屋政策")) == 1)
    #expect(background.documentFrequency(of: Self.hash("政策燈塔")) == 0)
  }
}
