/// Finds the longest pattern at each place of a stretch of text.
///
/// All places take one step in the trie before any takes the next. The loads of one step do not wait for
/// one another, and no branch depends on what they bring, so that the processor has many of them under
/// way: the trie is larger than its caches, and place after place each step would wait for memory.
struct PatternFinder: ~Copyable {
  /// By place, the value of the longest pattern that starts there, 0 if none does.
  let values: UnsafeMutablePointer<UInt32>
  /// The places whose patterns go on, and where in the trie.
  private let places: UnsafeMutablePointer<Int32>
  private let bases: UnsafeMutablePointer<UInt32>
  private let loaded: UnsafeMutablePointer<UInt64>

  /// - Parameter capacity: the longest stretch that will be asked for.
  init(capacity: Int) {
    values = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
    bases = .allocate(capacity: capacity)
    loaded = .allocate(capacity: capacity)
  }

  deinit {
    values.deallocate()
    places.deallocate()
    bases.deallocate()
    loaded.deallocate()
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
      for index in 0..<count {
        let label = ids[Int(places[index]) &+ depth]
        loaded[index] = slots[Int(bases[index]) &+ Int(label)]
      }
      var kept = 0
      for index in 0..<count {
        let place = Int(places[index])
        let slot = loaded[index]
        guard PatternTrie.label(slot) == ids[place &+ depth] else { continue }
        values[place] = UInt32(truncatingIfNeeded: PatternTrie.value(slot))
        let base = PatternTrie.base(slot)
        places[kept] = Int32(truncatingIfNeeded: place)
        bases[kept] = UInt32(truncatingIfNeeded: base)
        kept &+= base == 0 ? 0 : 1
      }
      count = kept
      depth &+= 1
    }
  }
}
