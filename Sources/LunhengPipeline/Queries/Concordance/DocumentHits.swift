import LunhengCore
import LunhengStore

/// A document as it is searched: what was read of it.
struct SearchedDocument: Sendable {
  /// Its place in the order of documents.
  var place: Int
  var rowID: Int64
  /// `IndexedText.encoded`; empty where it was not read.
  var indexed: [UInt8] = []
  /// Empty where the text was not read.
  var blocks: [StoredBlock] = []
  /// What the themes of the query touch, if it has some.
  var stretches: [MatchedStretch] = []
}

/// A hit in the text of a block.
struct TextHit: Sendable {
  /// By its place among the content blocks of the document.
  var block: Int
  /// UTF-16 units of the block.
  var range: Range<Int>
}
