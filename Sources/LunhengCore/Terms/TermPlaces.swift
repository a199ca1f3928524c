/// How some terms are printed, and where each occurs first.
package struct TermPlaces: Sendable {
  /// An occurrence in its context, by its document's rank.
  package struct Example: Hashable, Sendable {
    package var left: String
    package var hit: String
    package var right: String
  }

  private struct Place: Sendable {
    var forms: [[UInt16]: Int] = [:]
    var example: Example?
  }

  private let inventory: StringInventory
  private let firstRanks: [Int32]
  private var places: [Place]

  /// Characters on either side of an example.
  static let context = 18

  /// - Parameter terms: their order is that of `printed(_:)` and `example(_:)`.
  package init(_ terms: [DiscoveredTerm]) {
    var inventory = StringInventory()
    for term in terms { inventory.insert(term.folded) }
    self.inventory = inventory
    firstRanks = terms.map { Int32($0.firstRank) }
    places = Array(repeating: Place(), count: terms.count)
  }

  /// Looks for the terms in a piece of text; give the result to `add`.
  package func found(in text: CandidateText, ranks: ArraySlice<Int32>) -> TermPlaces {
    var found = self
    found.places = Array(repeating: Place(), count: places.count)
    inventory.forEachLength(in: text.units) { length, positions, numbers in
      let level = inventory.levels[length]
      for position in positions {
        let candidate = Int(level.candidates[Int(numbers[Int(position)])])
        guard candidate >= 0 else { continue }
        let range = Int(position)..<Int(position) + length
        found.places[candidate].forms[text.surfaceUnits(range), default: 0] += 1
        let rank = ranks[ranks.startIndex + Int(text.documents[range.lowerBound])]
        if rank == firstRanks[candidate], found.places[candidate].example == nil {
          found.places[candidate].example = Self.example(range, text)
        }
      }
    }
    return found
  }

  package mutating func add(_ found: TermPlaces) {
    for (index, place) in found.places.enumerated() {
      places[index].forms.merge(place.forms) { $0 + $1 }
      if places[index].example == nil { places[index].example = place.example }
    }
  }

  /// A term as mostly printed; of equals the first by units.
  package func printed(_ term: Int) -> String {
    let form = places[term].forms.min {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }!.key
    return String(units: form)
  }

  package func example(_ term: Int) -> Example { places[term].example! }

  private static func example(_ range: Range<Int>, _ text: CandidateText) -> Example {
    let document = text.documents[range.lowerBound]
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < context, text.documents[start - 1] == document,
      !isLineEnd(start - 1, text)
    {
      start -= 1
    }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < context, text.documents[end] == document,
      !isLineEnd(end, text)
    {
      end += 1
    }
    return Example(
      left: text.surface(start..<range.lowerBound), hit: text.surface(range),
      right: text.surface(range.upperBound..<end))
  }

  private static func isLineEnd(_ position: Int, _ text: CandidateText) -> Bool {
    text.units[position] == CandidateText.gap && text.printed[position] == 0x0A
  }
}
