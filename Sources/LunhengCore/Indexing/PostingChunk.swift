/// A stretch of an inverted index as bytes: words in order, each with the documents that have it.
///
/// A word costs the difference to the one before, the length of its list, and the differences between its
/// documents, all varints: about a byte for each document that has it.
public struct PostingChunk: Sendable {
  /// The first word, which the bytes start from.
  public let first: Int
  public let bytes: [UInt8]

  public init(first: Int, bytes: [UInt8]) {
    self.first = first
    self.bytes = bytes
  }

  /// Calls `body` with each word and the bytes of its documents, in order; false if the bytes are damaged.
  public func forEachWord(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = ByteReader(bytes)
      var word = first
      while !reader.isAtEnd {
        guard let distance = reader.next(), let length = reader.next() else { return false }
        word += Int(distance)
        let start = reader.place
        guard reader.skip(Int(length)) else { return false }
        body(word, UnsafeBufferPointer(rebasing: bytes[start..<reader.place]))
      }
      return true
    }
  }

  /// The documents of a list, in order; nil if the bytes are damaged.
  public static func documents(_ list: UnsafeBufferPointer<UInt8>) -> [Int64]? {
    var reader = VarintReader(list)
    var documents: [Int64] = []
    var last: Int64 = 0
    while !reader.isAtEnd {
      guard let distance = reader.next() else { return nil }
      last += Int64(distance)
      documents.append(last)
    }
    return documents
  }
}

/// Writes an inverted index chunk by chunk.
public struct PostingWriter {
  /// A chunk is closed when it has so many bytes: what is read to find one word.
  private static let chunkBytes = 4_096

  private var writer = VarintWriter()
  private var first = 0
  private var last = 0

  public init() {}

  /// Adds the documents of a word; gives the chunk that this closes, if any.
  ///
  /// - Parameters:
  ///   - word: greater than those before.
  ///   - documents: in order, each once.
  public mutating func append(word: Int, documents: [Int64]) -> PostingChunk? {
    if writer.bytes.isEmpty {
      first = word
      last = word
    }
    var list = VarintWriter()
    var previous: Int64 = 0
    for document in documents {
      list.append(Int(document - previous))
      previous = document
    }
    writer.append(word - last)
    writer.append(list.bytes.count)
    writer.append(contentsOf: list.bytes)
    last = word
    return writer.bytes.count >= Self.chunkBytes ? finish() : nil
  }

  /// The chunk that is open, if any.
  public mutating func finish() -> PostingChunk? {
    guard !writer.bytes.isEmpty else { return nil }
    defer { writer = VarintWriter() }
    return PostingChunk(first: first, bytes: writer.bytes)
  }
}
