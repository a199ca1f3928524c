/// A kind of content that is no plain text, told by the bytes that it begins with. Its raw value
/// names it in messages.
public enum BinaryKind: String, CaseIterable, Hashable, Sendable {
  case pdf = "a PDF document"
  case zip = "a ZIP archive or an Office document"
  case ole = "a Word, Excel or PowerPoint document of before 2007"
  case gzip = "a gzip archive"
  case bzip2 = "a bzip2 archive"
  case xz = "an xz archive"
  case zstandard = "a Zstandard archive"
  case sevenZip = "a 7-Zip archive"
  case rar = "a RAR archive"
  case sqlite = "an SQLite database"
  case elf = "an ELF program"
  case png = "a PNG image"
  case jpeg = "a JPEG image"
  case gif = "a GIF image"
  case tiff = "a TIFF image"
  /// NUL bytes in what is neither UTF-16 nor UTF-32.
  case unknown = "binary data"

  /// What the content begins with, for the kinds that have such a mark.
  private var marks: [[UInt8]] {
    switch self {
    case .pdf: [Array("%PDF-".utf8)]
    case .zip: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .ole: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]
    case .gzip: [[0x1F, 0x8B, 0x08]]
    case .bzip2: [[0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26]]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    case .zstandard: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    case .rar: [Array("Rar!".utf8) + [0x1A, 0x07]]
    case .sqlite: [Array("SQLite format 3".utf8) + [0]]
    case .elf: [[0x7F, 0x45, 0x4C, 0x46]]
    case .png: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]
    case .jpeg: [[0xFF, 0xD8, 0xFF]]
    case .gif: [Array("GIF87a".utf8), Array("GIF89a".utf8)]
    case .tiff: [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]]
    case .unknown: []
    }
  }

  /// The kind of `bytes`; nil for text in any charset. Complexity: O(bytes), some GB/s.
  public init?(of bytes: UnsafeBufferPointer<UInt8>) {
    let kind = Self.allCases.first { kind in kind.marks.contains { bytes.starts(with: $0) } }
    if let kind {
      self = kind
    } else if FileSystem.firstIndex(of: 0, in: bytes, from: 0) != nil, !Self.isWide(bytes) {
      self = .unknown
    } else {
      return nil
    }
  }

  /// Whether the bytes are text of two or four bytes a unit, where NUL bytes are ordinary.
  private static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if let mark = ByteOrderMark(of: bytes) { return mark.charset.isWide }
    return UTF16Pattern.byteOrder(of: bytes) != nil
  }
}
