import LunhengCore
import LunhengReport

/// A document's keywords as a line of NDJSON, written piece by piece: a `JSONValue` for each keyword
/// would cost more than finding it.
enum KeywordLine {
  static func bytes(_ id: String, _ keywords: [Keyword], of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + 256 * keywords.count)
    append(#"{"id":"#, to: &bytes)
    append(text: id, to: &bytes)
    append(#","keywords":["#, to: &bytes)
    for (index, keyword) in keywords.enumerated() {
      append(index > 0 ? #",{"term":"# : #"{"term":"#, to: &bytes)
      append(text: keyword.term, to: &bytes)
      append(#","score":"#, to: &bytes)
      bytes.append(contentsOf: (NumberFormat.shortest(keyword.score) ?? "null").utf8)
      append(#","count":"#, to: &bytes)
      bytes.append(contentsOf: String(keyword.count).utf8)
      append(#","positions":["#, to: &bytes)
      append(keyword.positions, of: document, to: &bytes)
      append(#"],"snippet":"#, to: &bytes)
      append(text: keyword.snippet ?? "", to: &bytes)
      append("}", to: &bytes)
    }
    append("]}\n", to: &bytes)
    return bytes
  }

  private static func append(
    _ positions: [Keyword.Position], of document: Document, to bytes: inout [UInt8]
  ) {
    for (index, position) in positions.enumerated() {
      let range = document.blocks[position.block].source.scalarRange(of: position.range)
      append(index > 0 ? ",[" : "[", to: &bytes)
      bytes.append(contentsOf: String(range.lowerBound).utf8)
      append(",", to: &bytes)
      bytes.append(contentsOf: String(range.upperBound).utf8)
      append("]", to: &bytes)
    }
  }

  private static func append(text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { JSONWriter().write($0, to: &bytes) }
  }

  private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
