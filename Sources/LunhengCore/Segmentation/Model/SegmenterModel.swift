/// What was learnt about words: the numbers of characters, and the weights of the patterns they make.
///
/// A view of a model file's bytes, used where they lie; nothing is parsed or copied. Immutable and shared
/// by all threads.
public final class SegmenterModel: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer
  /// Keeps the bytes alive.
  private let owner: AnyObject

  /// What the file says of itself: lines "key: value".
  public let information: String
  /// The XXH64 of the model, as sixteen lower-case digits. Equal hashes give equal tokens.
  public let hash: String

  let characterIDs: UnsafePointer<UInt16>
  let kinds: UnsafePointer<UInt8>
  let kindRows: UnsafePointer<FeatureRow>
  let unigramRows: UnsafePointer<FeatureRow>
  let bases: UnsafePointer<UInt32>
  let slots: UnsafePointer<UInt64>
  let rows: UnsafePointer<FeatureRow>
  /// What was learnt about parts of speech, or why there is nothing.
  let tags: Result<TagModel, SegmenterModelError>

  /// Checks the bytes against the hash in their header, and then trusts them.
  ///
  /// Complexity: O(n), about 1 ms for 10 MB.
  /// - Parameters:
  ///   - bytes: a whole model file, at an address that is a multiple of 64.
  ///   - owner: keeps `bytes` alive and unchanged as long as it lives.
  /// - Throws: `SegmenterModelError`.
  public init(bytes: UnsafeRawBufferPointer, owner: AnyObject) throws(SegmenterModelError) {
    let hash = try ModelFile.checkedHash(of: bytes)
    let sections = ModelFile.sections(of: bytes)
    func section(_ section: ModelFile.Section) throws(SegmenterModelError)
      -> UnsafeRawBufferPointer
    {
      guard let found = sections[section] else {
        throw .badSection(name: "\(section)")
      }
      return found
    }
    func pointer<Element>(
      _ name: ModelFile.Section, to type: Element.Type, atLeast count: Int = 1
    ) throws(SegmenterModelError) -> UnsafePointer<Element> {
      let found = try section(name)
      guard found.count >= count * MemoryLayout<Element>.stride else {
        throw .badSection(name: "\(name)")
      }
      return found.baseAddress!.assumingMemoryBound(to: type)
    }
    let characters = try section(.kinds).count
    self.bytes = bytes
    self.owner = owner
    information = String(decoding: try section(.information), as: UTF8.self)
    self.hash = hash
    characterIDs = try pointer(.characterIDs, to: UInt16.self, atLeast: 65_536)
    kinds = try pointer(.kinds, to: UInt8.self)
    kindRows = try pointer(.kindRows, to: FeatureRow.self, atLeast: 512)
    unigramRows = try pointer(.unigramRows, to: FeatureRow.self, atLeast: characters)
    bases = try pointer(.bases, to: UInt32.self, atLeast: characters)
    slots = try pointer(.slots, to: UInt64.self)
    rows = try pointer(.rows, to: FeatureRow.self)
    tags = Result { () throws(SegmenterModelError) in try TagModel { sections[$0] } }
  }
}
