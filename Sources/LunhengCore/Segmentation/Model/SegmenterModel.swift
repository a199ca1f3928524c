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
<<<<<<< HEAD
=======

  /// The hash that the header of a model names, as `hash` is, unchecked: for telling whether results are of
  /// this model without reading all of it. Nil if it is no model that this program reads.
  public static func namedHash(of bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.count >= ModelFile.headerLength, bytes.starts(with: ModelFile.magic),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian == ModelFile.version
    else { return nil }
    return digits(of: integer(bytes, at: 24))
  }

  private static func digits(of hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// - Returns: the hash as hexadecimal digits.
  private static func checkedHash(
    of bytes: UnsafeRawBufferPointer
  ) throws(SegmenterModelError) -> String {
    guard bytes.count >= ModelFile.headerLength, bytes.starts(with: ModelFile.magic) else {
      throw .notAModel
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == ModelFile.version else {
      throw .unsupportedVersion(found: version, supported: ModelFile.version)
    }
    let length = integer(bytes, at: 16)
    guard length == UInt64(bytes.count) else {
      throw .wrongLength(found: bytes.count, expected: length)
    }
    let hash = XXH64.hash(UnsafeRawBufferPointer(rebasing: bytes[ModelFile.headerLength...]))
    guard hash == integer(bytes, at: 24) else { throw .wrongHash }
    return digits(of: hash)
  }

  private static func sections(
    of bytes: UnsafeRawBufferPointer
  ) -> [ModelFile.Section: UnsafeRawBufferPointer] {
    guard bytes.count >= ModelFile.headerLength + 8 else { return [:] }
    let table = ModelFile.headerLength + 8
    let count = Int(clamping: integer(bytes, at: ModelFile.headerLength))
    var sections: [ModelFile.Section: UnsafeRawBufferPointer] = [:]
    for index in 0..<min(count, (bytes.count - table) / 24) {
      let entry = table + index * 24
      guard let section = ModelFile.Section(rawValue: integer(bytes, at: entry)),
        let offset = Int(exactly: integer(bytes, at: entry + 8)),
        let length = Int(exactly: integer(bytes, at: entry + 16)),
        offset <= bytes.count, length <= bytes.count - offset
      else { continue }
      sections[section] = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
    return sections
  }

  private static func integer(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
>>>>>>> concordance
}
