internal import CICU

/// What is wrong with a pattern, or with searching a text for it.
public enum PatternError: Error, Hashable, Sendable {
  /// It is no regular expression. `status` is ICU's name for the fault ("U_REGEX_MISMATCHED_PAREN"),
  /// `offset` where in the pattern it was noticed, in Unicode scalars from 0.
  case syntax(status: String, offset: Int)
  /// It finds places with nothing in them.
  case matchesNothing
  /// It needs more steps on a text than any sensible pattern does.
  case timeLimit
  /// It needs more memory on a text than any sensible pattern does.
  case stackLimit
}

/// A regular expression by ICU (UTS #18): case counts, and an escape that means nothing is an error.
///
/// A worker: it holds a handle and the place in the text, so keep one per thread.
///
/// ```swift
/// var expression = try RegularExpression("第[一二三]+次施政報告")
/// try expression.forEachMatch(in: units) { range in … }
/// ```
public struct RegularExpression: ~Copyable {
  public let pattern: String
  private let handle: OpaquePointer

  /// Memory for backtracking: 8 MB, enough for a repetition over 100,000 characters.
  private static let stackBytes: Int32 = 8 << 20

  /// - Throws: `PatternError.syntax`.
  public init(_ pattern: String) throws(PatternError) {
    let units = Array(pattern.utf16)
    guard let length = Int32(exactly: units.count), length > 0 else { throw .matchesNothing }
    var line: Int32 = 0
    var offset: Int32 = 0
    var status: Int32 = 0
    let handle = cicu_regex_open(units, length, Self.stackBytes, &line, &offset, &status)
    guard let handle, status <= 0 else {
      throw .syntax(
        status: String(cString: cicu_status_name(status)),
        offset: Self.offset(Int(offset), ofLine: Int(line), in: pattern))
    }
    self.pattern = pattern
    self.handle = handle
  }

  deinit { cicu_regex_close(handle) }

  /// Calls `body` with each match in `units`, in order, none overlapping; empty ones are left out.
  ///
  /// Complexity: bounded by about ten million steps, and a hundred more for each unit of the text.
  ///
  /// - Throws: `PatternError.timeLimit` or `stackLimit`; `body` was called for the matches before.
  public mutating func forEachMatch(
    in units: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>) -> Void
  ) throws(PatternError) {
    try forEachMatch(in: units, withEmpty: { if !$0.isEmpty { body($0) } })
  }

  /// Refuses a pattern that finds nothing at all somewhere: `a*` does between any two characters.
  ///
  /// Tried on a few texts, of which the pattern itself is one: `(?=房屋)` finds nothing before 房屋 in it.
  ///
  /// - Throws: `PatternError.matchesNothing`, or what `forEachMatch` throws.
  public mutating func requireText() throws(PatternError) {
    for probe in ["", "香港 Hong Kong, 2047年。\n（第3章）", pattern] {
      var isEmpty = false
      try Array(probe.utf16).withUnsafeBufferPointer { (units) throws(PatternError) in
        try forEachMatch(in: units, withEmpty: { isEmpty = isEmpty || $0.isEmpty })
      }
      if isEmpty { throw .matchesNothing }
    }
  }

  private mutating func forEachMatch(
    in units: UnsafeBufferPointer<UInt16>, withEmpty body: (Range<Int>) -> Void
  ) throws(PatternError) {
    var status: Int32 = 0
    let budget = 1_000 + Int64(units.count) / 100
    cicu_regex_set_text(handle, units.baseAddress, Int32(units.count), budget, &status)
    var start: Int32 = 0
    var end: Int32 = 0
    while status <= 0, cicu_regex_find_next(handle, &start, &end, &status) {
      body(Int(start)..<Int(end))
    }
    switch cicu_regex_exhaustion(status) {
    case 1: throw .timeLimit
    case 2: throw .stackLimit
    default:
      // What is left is out of memory.
      precondition(status <= 0, "ICU: \(String(cString: cicu_status_name(status)))")
    }
  }

  /// ICU counts from the start of the line, lines from 1.
  private static func offset(_ offset: Int, ofLine line: Int, in pattern: String) -> Int {
    let scalars = Array(pattern.unicodeScalars)
    var start = 0
    var rest = line - 1
    while rest > 0, let end = scalars[start...].firstIndex(of: "\n") {
      start = end + 1
      rest -= 1
    }
    return min(start + max(0, offset), scalars.count)
  }
}
