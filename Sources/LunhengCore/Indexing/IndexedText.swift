/// The words of a document as numbers, block by block and sentence by sentence.
///
/// White space is no word, so that the tokens here are the words that a reader counts, and marks.
public struct IndexedText: Hashable, Sendable {
  /// By token, the number of its word.
  public private(set) var words: [UInt32] = []
  /// Where the blocks end in `words`, and which block of the document each is.
  public private(set) var blockEnds: [Int32] = []
  public private(set) var ordinals: [Int32] = []
  /// Where the sentences of all blocks end in `words`.
  public private(set) var sentenceEnds: [Int32] = []

  public init() {}

  /// Adds a block.
  ///
  /// - Parameter sentences: where sentences start in `words`, but for the first, in order.
  public mutating func append(_ words: some Collection<UInt32>, ordinal: Int, sentences: [Int]) {
    let start = self.words.count
    self.words += words
    for sentence in sentences { sentenceEnds.append(Int32(start + sentence)) }
    if !words.isEmpty { sentenceEnds.append(Int32(self.words.count)) }
    blockEnds.append(Int32(self.words.count))
    ordinals.append(Int32(ordinal))
  }

  /// The same text with `numbers[word]` in place of each word.
  ///
  /// - Precondition: `numbers` has all words of the text.
  public func numbered(by numbers: [UInt32]) -> IndexedText {
    var text = self
    text.words = words.map { numbers[Int($0)] }
    return text
  }

  /// The block that a token is in, by its place in `ordinals`, and the token's place in the block.
  ///
  /// Complexity: O(log blocks).
  public func block(of token: Int) -> (index: Int, token: Int) {
    let index = blockEnds.partitioningIndex { Int($0) > token }
    return (index, token - (index == 0 ? 0 : Int(blockEnds[index - 1])))
  }
}

extension IndexedText {
  /// The text as bytes: blocks, each with its ordinal, the lengths of its sentences and their words, all
  /// varints.
  public var encoded: [UInt8] {
    var writer = VarintWriter()
    writer.append(blockEnds.count)
    var start = 0
    var sentence = 0
    for (end, ordinal) in zip(blockEnds, ordinals) {
      writer.append(Int(ordinal))
      var lengths: [Int] = []
      var first = start
      while sentence < sentenceEnds.count, sentenceEnds[sentence] <= end, first < end {
        lengths.append(Int(sentenceEnds[sentence]) - first)
        first = Int(sentenceEnds[sentence])
        sentence += 1
      }
      writer.append(lengths.count)
      for length in lengths { writer.append(length) }
      for word in words[start..<Int(end)] { writer.append(Int(word)) }
      start = Int(end)
    }
    return writer.bytes
  }

  /// Replaces the content by what `encoded` gave; false if the bytes are damaged.
  ///
  /// Complexity: O(bytes).
  public mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    words.removeAll(keepingCapacity: true)
    blockEnds.removeAll(keepingCapacity: true)
    ordinals.removeAll(keepingCapacity: true)
    sentenceEnds.removeAll(keepingCapacity: true)
    words.reserveCapacity(bytes.count)
    var reader = ByteReader(bytes)
    guard let blocks = reader.next() else { return false }
    for _ in 0..<blocks {
      guard let ordinal = reader.next(), let sentences = reader.next() else { return false }
      var end = words.count
      for _ in 0..<sentences {
        guard let length = reader.next() else { return false }
        end += Int(length)
        // Each word takes a byte.
        guard end - words.count <= bytes.count else { return false }
        sentenceEnds.append(Int32(end))
      }
      for _ in words.count..<end {
        guard let word = reader.next() else { return false }
        words.append(word)
      }
      blockEnds.append(Int32(end))
      ordinals.append(Int32(truncatingIfNeeded: ordinal))
    }
    return reader.isAtEnd
  }
}

/// Reads varints of up to 32 bits: `VarintReader` without its generality, which half the time of a search
/// would go to.
struct ByteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    place += 1
    if byte < 0x80 { return UInt32(byte) }
    return rest(UInt32(byte & 0x7F))
  }

  private mutating func rest(_ low: UInt32) -> UInt32? {
    var value = low
    var shift: UInt32 = 7
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  /// Passes over so many bytes; false if there are fewer.
  mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - place else { return false }
    place += count
    return true
  }
}
