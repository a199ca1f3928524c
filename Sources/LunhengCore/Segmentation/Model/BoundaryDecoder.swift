/// The best boundaries of a text under a first-order chain of binary decisions.
///
/// A boundary after character `i` adds `gaps[i]`; boundaries on both sides of it add `singles[i]`. That
/// is the conditional random field over begin/middle/end/single tags (Peng et al., "Chinese segmentation
/// and new word detection using conditional random fields", 2004) with tied parameters. As only the
/// difference between the two states matters, Viterbi is one number carried along.
struct BoundaryDecoder: ~Copyable {
  /// For each character two bits: whether the best path to "no boundary" after it, and to "boundary",
  /// comes from a boundary before it.
  private var origins = ScratchBuffer<UInt8>()
  private var ends = ScratchBuffer<Int32>()

  /// What decides a gap before the model is asked.
  enum Constraint {
    static let free: Int8 = 0
    static let boundary: Int8 = 1
    static let joined: Int8 = -1
  }

  /// Gives the character after which each word ends, in order. The last one always is.
  ///
  /// Complexity: O(count).
  mutating func decode(
    gaps: UnsafePointer<Int16>, singles: UnsafePointer<Int16>,
    constraints: UnsafeMutablePointer<Int8>, count: Int
  ) -> UnsafeBufferPointer<Int32> {
    guard count > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    origins.reserve(count)
    ends.reserve(count)
    constraints[count - 1] = Constraint.boundary
    // How much better a boundary before the next character is than none.
    var lead: Int32 = 1 << 20
    for index in 0..<count {
      let single = lead &+ Int32(singles[index])
      let score = Int32(gaps[index]) &+ Int32(constraints[index]) &<< 20
      origins[index] = UInt8(truncatingIfNeeded: isPositive(lead) | isPositive(single) &<< 1)
      lead = score &+ positive(single) &- positive(lead)
    }
    // Backwards, filled from the back: a place that turns out to be no end is written over.
    var isBoundary = 1
    var first = count
    for index in stride(from: count - 1, through: 0, by: -1) {
      ends[first &- 1] = Int32(truncatingIfNeeded: index)
      first &-= isBoundary
      isBoundary = Int(origins[index] &>> isBoundary) & 1
    }
    return UnsafeBufferPointer(start: ends.start + first, count: count - first)
  }

  // Arithmetic, as the compiler makes branches of conditions, and these are hard to foresee.

  /// 1 if `value` is more than 0.
  @inline(__always)
  private func isPositive(_ value: Int32) -> UInt32 { UInt32(bitPattern: 0 &- value) &>> 31 }

  /// The greater of `value` and 0.
  @inline(__always)
  private func positive(_ value: Int32) -> Int32 { value & ~(value &>> 31) }
}
