import LunhengCore

/// Positions of a keyword as bytes for storage: for each a varint of its block, counted from the one
/// before, of its start, counted from the end of the one before in the same block, and of its length.
enum KeywordPositions {
  /// - Parameter positions: in reading order, not overlapping.
  static func encode(_ positions: [Keyword.Position]) -> [UInt8] {
    var writer = VarintWriter()
    var block = 0
    var end = 0
    for position in positions {
      if position.block != block { end = 0 }
      writer.append(position.block - block)
      writer.append(position.range.lowerBound - end)
      writer.append(position.range.count)
      block = position.block
      end = position.range.upperBound
    }
    return writer.bytes
  }

  /// The positions that `encode` was given; nil if the bytes are damaged.
  static func decode(_ bytes: some Collection<UInt8>) -> [Keyword.Position]? {
    var reader = VarintReader(bytes)
    var positions: [Keyword.Position] = []
    var block = 0
    var end = 0
    while !reader.isAtEnd {
      guard let blocks = reader.next(), let gap = reader.next(), let length = reader.next(),
        max(blocks, gap, length) <= Int32.max
      else { return nil }
      if blocks > 0 { end = 0 }
      block += blocks
      let start = end + gap
      end = start + length
      guard end <= Int32.max else { return nil }
      positions.append(Keyword.Position(block: block, range: start..<end))
    }
    return positions
  }
}
