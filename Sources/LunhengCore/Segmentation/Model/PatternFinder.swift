/// Finds the longest pattern at each place of a stretch of text.
///
/// All places take one step in the trie before any takes the next. The loads of one step do not wait for
/// one another, and no branch depends on what they bring: what is not wanted is written all the same, and
/// the next written over it. So the processor has many loads under way. The trie is larger than its
/// caches; place after place, each step would wait for memory.
struct PatternFinder: ~Copyable {
  /// By place, the value of the longest pattern that starts there, 0 if none does.
  let values: UnsafeMutablePointer<UInt32>
  /// The places whose patterns go on, and where in the trie.
  private let places: UnsafeMutablePointer<Int32>
  private let bases: UnsafeMutablePointer<UInt32>
  /// What the last step led to.
  private let found: UnsafeMutablePointer<UInt64>

  /// - Parameter capacity: the longest stretch that will be asked for.
  init(capacity: Int) {
    values = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    bases = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
  }

  deinit {
    values.deallocate()
    places.deallocate()
    bases.deallocate()
    found.deallocate()
  }

  /// Sets `values`, whose first belongs to the first place of `range`.
  ///
  /// Complexity: O(length of all patterns found).
  func find(in ids: UnsafePointer<UInt16>, _ range: Range<Int>, model: SegmenterModel) {
    let slots = model.slots
    let roots = model.bases
    let ids = ids + range.lowerBound
    var count = 0
    for place in 0..<range.count {
      values[place] = 0
      places[count] = Int32(truncatingIfNeeded: place)
      let base = roots[Int(ids[place])]
      bases[count] = base
      count &+= base == 0 ? 0 : 1
    }
    var depth = 1
    while count > 0 {
      var hits = 0
      for index in 0..<count {
        let place = places[index]
        let label = ids[Int(place) &+ depth]
        let slot = slots[Int(bases[index]) &+ Int(label)]
        places[hits] = place
        found[hits] = slot
        hits &+= Self.isZero(UInt32(PatternTrie.label(slot) ^ label))
      }
      count = 0
      for index in 0..<hits {
        let place = places[index]
        let slot = found[index]
        values[Int(place)] = UInt32(truncatingIfNeeded: PatternTrie.value(slot))
        let base = PatternTrie.base(slot)
        places[count] = place
        bases[count] = UInt32(truncatingIfNeeded: base)
        count &+= 1 &- Self.isZero(UInt32(truncatingIfNeeded: base))
      }
      depth &+= 1
    }
  }

  /// 1 for zero, 0 for what is less than 2³¹. Arithmetic, as the compiler makes a branch of a condition.
  @inline(__always)
  private static func isZero(_ value: UInt32) -> Int { Int((value &- 1) &>> 31) }
}
