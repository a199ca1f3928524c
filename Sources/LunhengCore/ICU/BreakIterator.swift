internal import CICU

/// Finds the word or sentence boundaries of UAX #29 by ICU's rules and dictionary.
///
/// A worker: opening one costs about 3 µs and it holds a handle, so keep one per thread.
public struct BreakIterator: ~Copyable {
  public enum Kind: Int32, Sendable {
    case word
    case sentence
  }

  /// A stretch between two boundaries.
  public struct Segment: Hashable, Sendable {
    /// Exclusive end, in UTF-16 units; the start is the end of the segment before.
    public var end: Int
    /// ICU's rule status: 0 for space and punctuation, from 100 numbers, 200 letters, 300 kana,
    /// 400 ideographs.
    public var rule: Int
  }

  private let handle: OpaquePointer
  private var ends: [Int32] = []
  private var rules: [Int16] = []

  /// - Throws: `ICUError` if ICU has no data for it.
  public init(_ kind: Kind, locale: String = "zh_Hant") throws(ICUError) {
    var status: Int32 = 0
    let handle = cicu_breaker_open(kind.rawValue, locale, &status)
    try ICUError.check(status, "opening the \(kind) breaker")
    self.handle = handle!
  }

  deinit { cicu_breaker_close(handle) }

  /// Calls `body` with each segment of `units`, in order. They tile the text.
  public mutating func forEachSegment(
    of units: UnsafeBufferPointer<UInt16>, _ body: (Segment) -> Void
  ) {
    guard !units.isEmpty else { return }
    if ends.count < units.count {
      ends = [Int32](repeating: 0, count: units.count)
      rules = [Int16](repeating: 0, count: units.count)
    }
    var status: Int32 = 0
    let count = cicu_breaker_segments(
      handle, units.baseAddress, Int32(units.count), &ends, &rules, &status)
    // Setting text on an open iterator fails only where memory runs out.
    precondition(status <= 0, "ICU cannot iterate over the text")
    for index in 0..<Int(count) {
      body(Segment(end: Int(ends[index]), rule: Int(rules[index])))
    }
  }
}
