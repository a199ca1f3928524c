/// The best tags of a sentence under a first-order chain (Viterbi 1967), in integers.
///
/// What paths weigh is taken over the best that ends in `PartOfSpeech.other`, whose own weights are zero. So
/// no sum is beyond three transitions and what one word scores, whatever the length, and fits 16 bits.
package struct TagDecoder: ~Copyable {
  private static let tags = PartOfSpeech.allCases.count
  private static let other = 16

  /// The best paths to each tag of a word, before its own scores are added, over the best that ended in
  /// `other` at the word before.
  private struct Arrival: BitwiseCopyable {
    var best: SIMD16<Int16>
    var ofOther: Int16
  }

  /// By the tag before.
  private let transitions: UnsafeMutablePointer<SIMD16<Int16>>
  /// By the tag after.
  private let backward: UnsafeMutablePointer<SIMD16<Int16>>
  private var arrivals = ScratchBuffer<Arrival>()
  /// The best paths that end in each tag of a word.
  private var paths = ScratchBuffer<SIMD16<Int16>>()

  /// - Parameter transitions: what each tag but `other` has over it, by the tag before, then for the start
  ///   of a sentence; none is beyond `TagModel.mostTransition`.
  package init(_ transitions: UnsafePointer<SIMD16<Int16>>) {
    self.transitions = .allocate(capacity: Self.tags + 1)
    self.transitions.initialize(from: transitions, count: Self.tags + 1)
    backward = .allocate(capacity: Self.tags)
    backward.initialize(repeating: .zero, count: Self.tags)
    for tag in 0..<16 {
      for before in 0..<16 { backward[tag][before] = transitions[before][tag] }
    }
  }

  deinit {
    transitions.deallocate()
    backward.deallocate()
  }

  /// Writes the tags of `count` words to `tags`. Of equally good ones, those with lower numbers, the last
  /// words first.
  ///
  /// Complexity: O(count × 17²).
  ///
  /// - Parameter scores: for each word, what each tag but `other` has over it.
  package mutating func decode(
    _ scores: UnsafePointer<SIMD16<Int16>>, count: Int, tags: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
    paths.reserve(count)
    arrivals.reserve(count)
    let (paths, arrivals, transitions) = (paths.start, arrivals.start, transitions)
    paths[0] = scores[0] &+ transitions[TagModel.start]
    for index in 1..<max(count, 1) {
      let before = UnsafeRawPointer(paths + index - 1).assumingMemoryBound(to: Int16.self)
      var even = transitions[Self.other]
      var odd = even
      var highest = SIMD16<Int16>.zero
      var tag = 0
      while tag < 16 {
        let (path, next) = (SIMD16(repeating: before[tag]), SIMD16(repeating: before[tag + 1]))
        even = Self.larger(even, transitions[tag] &+ path)
        odd = Self.larger(odd, transitions[tag + 1] &+ next)
        highest = Self.larger(highest, Self.larger(path, next))
        tag += 2
      }
      let arrival = Self.larger(even, odd)
      arrivals[index] = Arrival(best: arrival, ofOther: highest[0])
      paths[index] = arrival &- highest &+ scores[index]
    }
    trace(count, tags)
  }

  /// Follows the best path from its end.
  private func trace(_ count: Int, _ tags: UnsafeMutablePointer<UInt8>) {
    let (paths, arrivals) = (paths.start, arrivals.start)
    var tag = Self.first(max(paths[count - 1].max(), 0), in: paths[count - 1])
    for index in stride(from: count - 1, to: 0, by: -1) {
      tags[index] = UInt8(truncatingIfNeeded: tag)
      let arrival = UnsafeRawPointer(arrivals + index).assumingMemoryBound(to: Int16.self)
      tag = Self.first(arrival[tag], in: paths[index - 1] &+ backward[tag])
    }
    tags[0] = UInt8(truncatingIfNeeded: tag)
  }

  /// `pointwiseMax`, which the compiler does not turn into one instruction; nor does it where the type is
  /// generic.
  @inline(__always)
  private static func larger(_ a: SIMD16<Int16>, _ b: SIMD16<Int16>) -> SIMD16<Int16> {
    a.replacing(with: b, where: b .> a)
  }

  /// The first tag that has `highest`, the highest of all values; `other` if none of `values`.
  @inline(__always)
  private static func first(_ highest: Int16, in values: SIMD16<Int16>) -> Int {
    // Zero where a value is the highest, else -1; without a comparison, which would go lane by lane.
    let isLower = larger(values &- SIMD16(repeating: highest), SIMD16(repeating: -1))
    // The lower the tag, the larger.
    let places = SIMD16<Int16>(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    return 16 &- Int((places & ~isLower).max())
  }
}
