/// The layout of a model file: a header, a list of sections, the sections. All integers are
/// little-endian, and sections start at multiples of 64 bytes, so that a mapped file is used as it is.
///
/// | bytes | |
/// |---|---|
/// | 0–7 | `magic` |
/// | 8–11 | `version` of this layout |
/// | 12–15 | 0 |
/// | 16–23 | length of the file |
/// | 24–31 | XXH64 of all bytes from 32 on |
/// | 32–39 | number of sections |
/// | 40– | sections: kind (8 bytes), offset (8), length (8) |
package enum ModelFile {
  package static let magic: [UInt8] = Array("LUNHENG1".utf8)
  package static let version: UInt32 = 1
  package static let headerLength = 32
  package static let alignment = 64

  package enum Section: UInt64, CaseIterable, Sendable {
    /// Lines "key: value" in UTF-8 that say what the model is and comes from.
    case information = 1
    /// By UTF-16 unit, the character's number: 65,536 × UInt16.
    case characterIDs
    /// By character number, its kind: UInt8.
    case kinds
    /// By three kinds in a row: 512 feature rows.
    case kindRows
    /// By character number: feature rows.
    case unigramRows
    /// By character number, where its patterns go on in `slots`, or 0: UInt32.
    case bases
    /// The trie of patterns of two and more characters: UInt64.
    case slots
    /// Feature rows that slots point to; the first is zero.
    case rows
    /// By the tag before, and for the start of a sentence: 18 rows of 16 × Int16, as `TagRow`. This section
    /// and those below are there if the model can tag.
    case tagTransitions
    /// The hash table that `TagTable` describes: 2ⁿ × UInt32.
    case tagSlots
    /// Rows that its slots point to, as `TagRow`; the first is zero.
    case tagRows
    /// What `TagLexicon` describes: a seed (UInt64), then the cells (UInt16), a multiple of three.
    case tagLexicon
    /// Of background frequencies, by bucket, where its entries start, and their number: UInt32.
    case frequencyStarts
    /// What `BackgroundEntry` describes, in order: UInt32.
    case frequencyEntries

    /// What a segmenter model cannot do without.
    package static let needed: [Section] = [
      .information, .characterIDs, .kinds, .kindRows, .unigramRows, .bases, .slots, .rows,
    ]
  }

  /// A file of these sections.
  package static func encode(_ sections: [(Section, [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var table = littleEndian(UInt64(sections.count))
    let start = aligned(headerLength + table.count + sections.count * 24)
    for (section, bytes) in sections {
      let offset = aligned(start + body.count)
      body.append(contentsOf: repeatElement(0, count: offset - start - body.count))
      body += bytes
      for value in [section.rawValue, UInt64(offset), UInt64(bytes.count)] {
        table += littleEndian(value)
      }
    }
    table.append(contentsOf: repeatElement(0, count: start - headerLength - table.count))
    let hash = (table + body).withUnsafeBytes { XXH64.hash($0) }
    return magic + littleEndian(version) + littleEndian(UInt32(0))
      + littleEndian(UInt64(start + body.count)) + littleEndian(hash) + table + body
  }

  private static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & -alignment }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// The values of a section one after another.
  package static func littleEndian(_ values: [some FixedWidthInteger]) -> [UInt8] {
    values.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}
