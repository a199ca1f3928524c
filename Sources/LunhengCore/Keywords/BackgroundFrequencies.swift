import RealModule

/// In which share of documents at large each word or phrase occurs, so that one document suffices to say
/// which of its words are special.
///
/// ```swift
/// let background = try BackgroundFrequencies.shipped()
/// "香港".folded.withUnsafeBufferPointer { background.documentFrequency(of: WordHash.of($0)) }  // 0.05
/// ```
///
/// A view of a file's bytes, used where they lie: words of one `bucket` of the hash stand together, each in
/// four bytes, so that a look-up reads one or two lines of memory. A word that the file does not have is
/// taken for one of its once in 100,000 times. Immutable and shared by all threads.
public final class BackgroundFrequencies: @unchecked Sendable {
  /// Keeps the bytes alive.
  private let owner: AnyObject
  private let starts: UnsafePointer<UInt32>
  private let entries: UnsafePointer<UInt32>
  /// By level.
  private let shares: [Float]
  private let rarities: [Float]

  /// What the file says of itself: lines "key: value".
  public let information: String
  /// Names the content: equal identities give equal frequencies.
  public let identity: String
  /// Words and phrases in the file.
  public let count: Int

  /// Checks the bytes against the hash in their header, and then trusts them.
  ///
  /// Complexity: O(n), less than 1 ms for 3 MB.
  ///
  /// - Parameters:
  ///   - bytes: a whole file, at an address that is a multiple of 64.
  ///   - owner: keeps `bytes` alive and unchanged as long as it lives.
  /// - Throws: `SegmenterModelError`.
  public init(bytes: UnsafeRawBufferPointer, owner: AnyObject) throws(SegmenterModelError) {
    let hash = try ModelFile.checkedHash(of: bytes)
    let sections = ModelFile.sections(of: bytes)
    guard let starts = sections[.frequencyStarts],
      starts.count == (BackgroundEntry.buckets + 1) * MemoryLayout<UInt32>.stride
    else { throw .badSection(name: "\(ModelFile.Section.frequencyStarts)") }
    self.starts = starts.baseAddress!.assumingMemoryBound(to: UInt32.self)
    count = Int(self.starts[BackgroundEntry.buckets])
    guard let entries = sections[.frequencyEntries],
      entries.count == count * MemoryLayout<UInt32>.stride, self.starts[0] == 0,
      (0..<BackgroundEntry.buckets).allSatisfy({ [starts = self.starts] in
        starts[$0] <= starts[$0 + 1]
      })
    else { throw .badSection(name: "\(ModelFile.Section.frequencyEntries)") }
    self.entries = UnsafePointer(entries.baseAddress!.assumingMemoryBound(to: UInt32.self))
    guard let information = sections[.information] else {
      throw .badSection(name: "\(ModelFile.Section.information)")
    }
    self.information = String(decoding: information, as: UTF8.self)
    self.owner = owner
    identity = "background-\(hash)"
    shares = (0..<256).map { BackgroundEntry.share(level: UInt8($0)) }
    rarities = shares.map { -.log($0) }
  }

  /// The share of documents that have the word with this hash, 0…1; 0 if the file does not know it.
  ///
  /// Complexity: O(1).
  public func documentFrequency(of hash: UInt64) -> Float {
    entry(of: hash).map { shares[Int($0 & 0xFF)] } ?? 0
  }

  /// What the word with this hash mostly is.
  ///
  /// Complexity: O(1).
  public func wordClass(of hash: UInt64) -> WordClass {
    entry(of: hash).map { BackgroundEntry.wordClass($0) } ?? .unknown
  }

  /// Inverse document frequency, −ln(share), and what the word mostly is; nil if the file does not know it.
  func word(of hash: UInt64) -> (rarity: Float, wordClass: WordClass)? {
    entry(of: hash).map { (rarities[Int($0 & 0xFF)], BackgroundEntry.wordClass($0)) }
  }

  @inline(__always)
  private func entry(of hash: UInt64) -> UInt32? {
    let bucket = BackgroundEntry.bucket(of: hash)
    let check = BackgroundEntry.check(of: hash)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let entry = entries[index]
      if entry >> 12 == check { return entry }
    }
    return nil
  }
}
