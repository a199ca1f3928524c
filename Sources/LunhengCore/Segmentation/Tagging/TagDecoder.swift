/// The best tags of a sentence under a first-order chain (Viterbi 1967), in integers.
package struct TagDecoder: ~Copyable {
  private static let tags = PartOfSpeech.allCases.count
  private static let other = PartOfSpeech.other.rawValue

  /// For each word and each tag of it, the tag before it on the best path.
  private var origins = ScratchBuffer<SIMD16<UInt8>>()
  private var originsOfOther = ScratchBuffer<UInt8>()

  package init() {}

  /// Writes the tags of `count` words to `tags`. Of equally good ones, those with lower numbers, the last
  /// words first.
  ///
  /// Complexity: O(count × 17²).
  ///
  /// - Parameters:
  ///   - scores: for each word, what each tag but `other` has over it.
  ///   - transitions: the same for each tag before, then for the start of a sentence.
  package mutating func decode(
    _ scores: UnsafePointer<SIMD16<Int32>>, transitions: UnsafePointer<SIMD16<Int16>>, count: Int,
    tags: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
    origins.reserve(count)
    originsOfOther.reserve(count)
    var best = scores[0] &+ SIMD16<Int32>(truncatingIfNeeded: transitions[TagModel.start])
    var bestOther: Int32 = 0
    for index in 1..<max(count, 1) {
      var high = SIMD16<Int32>(repeating: .min)
      var origin = SIMD16<Int32>.zero
      var highOther = Int32.min
      var originOfOther: UInt8 = 0
      for tag in 0..<Self.tags {
        let score = tag < 16 ? best[tag] : bestOther
        let candidates =
          SIMD16<Int32>(truncatingIfNeeded: transitions[tag]) &+ SIMD16(repeating: score)
        let isBetter = candidates .> high
        high.replace(with: candidates, where: isBetter)
        origin.replace(with: Int32(tag), where: isBetter)
        if score > highOther { (highOther, originOfOther) = (score, UInt8(tag)) }
      }
      origins[index] = SIMD16<UInt8>(truncatingIfNeeded: origin)
      originsOfOther[index] = originOfOther
      best = high &+ scores[index]
      bestOther = highOther
    }
    var tag: UInt8 = 0
    for other in 1..<16 where best[other] > best[Int(tag)] { tag = UInt8(other) }
    if bestOther > best[Int(tag)] { tag = Self.other }
    for index in stride(from: count - 1, through: 0, by: -1) {
      tags[index] = tag
      if index > 0 { tag = tag == Self.other ? originsOfOther[index] : origins[index][Int(tag)] }
    }
  }
}
