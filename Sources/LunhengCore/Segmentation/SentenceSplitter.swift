/// Divides a block's text into sentences by ICU's rules (UAX #29). A worker: one per thread.
public struct SentenceSplitter: ~Copyable {
  private var iterator: BreakIterator

  /// - Throws: `ICUError` if ICU's break data is missing.
  public init() throws(ICUError) {
    iterator = try BreakIterator(.sentence)
  }

  /// The sentences of `units`, without the white space around them; empty ones left out. A closing
  /// quotation mark that ICU leaves at the head of the next sentence goes with the one it closes, and an
  /// opening one that it leaves at the end of a sentence with the next.
  public mutating func sentences(of units: [UInt16]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    units.withUnsafeBufferPointer { buffer in
      var start = 0
      iterator.forEachSegment(of: buffer) { segment in
        var low = start
        var high = segment.end
        while segment.end < buffer.count, high > low, Self.openers.contains(buffer[high - 1]) {
          high -= 1
        }
        start = high
        while low < high, CharacterClass(buffer[low]) == .space { low += 1 }
        while high > low, CharacterClass(buffer[high - 1]) == .space { high -= 1 }
        if let last = ranges.last {
          var closing = low
          while closing < high, Self.closers.contains(buffer[closing]) { closing += 1 }
          if closing > low { ranges[ranges.count - 1] = last.lowerBound..<closing }
          low = closing
        }
        if low < high { ranges.append(low..<high) }
      }
    }
    return ranges
  }

  private static let openers = Set("「『（《〈【“‘".utf16)
  private static let closers = Set("」』）》〉】”’".utf16)
}
