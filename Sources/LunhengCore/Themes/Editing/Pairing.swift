/// Which element of a new list comes from which of an old one: by one key after another, in order, each
/// with the first of those alike that is still free.
struct Pairing {
  /// For each new element the index of the old one.
  private(set) var partners: [Int?]
  private var isFree: [Bool]

  init(old: Int, new: Int) {
    partners = Array(repeating: nil, count: new)
    isFree = Array(repeating: true, count: old)
  }

  /// The indices of old elements that have no partner.
  var free: [Int] { isFree.indices.filter { isFree[$0] } }

  /// Pairs elements with the same key; those without one stay.
  ///
  /// Complexity: O(n).
  mutating func pair<Element, Key: Hashable>(
    _ old: [Element], _ new: [Element], by key: (Element) -> Key?
  ) {
    // By key, the free ones from the last to the first.
    var waiting: [Key: [Int]] = [:]
    for index in free.reversed() {
      if let key = key(old[index]) { waiting[key, default: []].append(index) }
    }
    guard !waiting.isEmpty else { return }
    for index in new.indices where partners[index] == nil {
      guard let key = key(new[index]), let partner = waiting[key]?.popLast() else { continue }
      partners[index] = partner
      isFree[partner] = false
    }
  }
}
