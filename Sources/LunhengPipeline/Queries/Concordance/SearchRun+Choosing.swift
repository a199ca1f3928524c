import LunhengCore
import LunhengStore

/// Which hits are shown.
extension SearchRun {
  /// The hits that come first by date or by name of the documents.
  func firstByDocument(
    _ counts: [Int], _ sample: HitSample?, _ layout: ConcordanceLayout
  ) throws -> [Place] {
    var order = Array(summaries.indices)
    if layout.order == .document {
      order.sort { Array(summaries[$0].key.utf8).lexicographicallyPrecedes(summaries[$1].key.utf8) }
    }
    var chosen: [Place] = []
    for document in order {
      let hits = sample?[document] ?? Array(0..<counts[document])
      for hit in hits {
        if chosen.count == layout.limit { return chosen }
        chosen.append(Place(document: document, hit: hit))
      }
    }
    return chosen
  }

  private struct Keyed: Sendable {
    var key: [UInt16]
    var place: Place
  }

  /// Characters that hits are compared by on one side: more than a context line shows.
  private static let keyLength = 40

  /// The hits that come first by the text in them or beside them.
  func firstByText(
    _ counts: [Int], _ sample: HitSample?, _ layout: ConcordanceLayout
  ) throws -> [Place] {
    let documents = counts.indices.filter { document in
      sample.map { !$0[document].isEmpty } ?? (counts[document] > 0)
    }
    var chosen: [Keyed] = []
    func keepFirst() {
      chosen.sort { left, right in
        left.key == right.key
          ? (left.place.document, left.place.hit) < (right.place.document, right.place.hit)
          : left.key.lexicographicallyPrecedes(right.key)
      }
      chosen.removeLast(max(0, chosen.count - layout.limit))
    }
    let order = layout.order
    try forEachHitDocument(
      documents,
      { document, hits in
        hits.map { Self.key(of: $0, in: document.blocks[$0.block].units, order) }
      },
      { document, keys in
        for hit in sample?[document] ?? Array(keys.indices) where hit < keys.count {
          chosen.append(Keyed(key: keys[hit], place: Place(document: document, hit: hit)))
        }
        if chosen.count > 2 * layout.limit + 10_000 { keepFirst() }
      })
    keepFirst()
    return chosen.map(\.place)
  }

  private static func key(
    of hit: TextHit, in units: [UInt16], _ order: ConcordanceLayout.Order
  ) -> [UInt16] {
    let range = hit.range
    // Space and what is invisible is not compared, and is never more than half of a text.
    let reach = 2 * keyLength
    switch order {
    case .left:
      let before = units[max(0, range.lowerBound - reach)..<range.lowerBound]
      return Array(FoldedText(Array(before)).units.reversed().prefix(keyLength))
    case .right:
      let after = units[range.upperBound..<min(units.count, range.upperBound + reach)]
      return Array(FoldedText(Array(after)).units.prefix(keyLength))
    case .hit: return FoldedText(Array(units[range])).units
    case .document, .date: return []
    }
  }
}
