import Testing

@testable import LunhengCore

@Suite("A source map")
struct SourceMapTests {
  /// Units of a text with the place of each, one by one.
  private static func places(
    seed: UInt64
  ) -> (map: SourceMap, places: [(position: SourcePosition, width: Int)]) {
    var random = SeededGenerator(seed: seed)
    var map = SourceMap()
    var places: [(position: SourcePosition, width: Int)] = []
    var position = SourcePosition(line: 1, column: 1, byte: 0, scalar: 0)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        position.line += Int.random(in: 1...3, using: &random)
        position.column = Int.random(in: 1...4, using: &random)
        position.byte += Int.random(in: 1...9, using: &random)
        position.scalar += Int.random(in: 1...5, using: &random)
      }
      let units = Int.random(in: 1...2, using: &random)
      let width = units == 2 ? 2 : [1, 2, 3, 6].randomElement(using: &random)!
      map.append(units, from: position, bytesPerUnit: width, unitsPerScalar: units)
      for unit in 0..<units {
        var place = position
        place.byte += unit * width
        places.append((place, width))
      }
      position.byte += units * width
      position.scalar += 1
      position.column += 1
    }
    return (map, places)
  }

  @Test("gives every unit its line, column, byte and scalar", arguments: 0..<200 as Range<UInt64>)
  func givesEveryUnitItsPlace(seed: UInt64) {
    let (map, places) = Self.places(seed: seed)
    #expect(map.count == places.count)
    for (offset, place) in places.enumerated() {
      #expect(map.position(at: offset) == place.position)
    }
  }

  @Test("gives the bytes of a range, one piece for each gap", arguments: 0..<200 as Range<UInt64>)
  func givesTheBytesOfARange(seed: UInt64) {
    let (map, places) = Self.places(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1)
    let bounds = (0..<2).map { _ in Int.random(in: 0...places.count, using: &random) }.sorted()
    let bytes = places[bounds[0]..<bounds[1]].flatMap {
      Array($0.position.byte..<$0.position.byte + $0.width)
    }
    let ranges = map.byteRanges(of: bounds[0]..<bounds[1])
    #expect(ranges.flatMap(Array.init) == bytes)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound != $1.lowerBound })
  }

  @Test("comes back from its encoding", arguments: 0..<100 as Range<UInt64>)
  func comesBackFromItsEncoding(seed: UInt64) {
    let (map, _) = Self.places(seed: seed)
    #expect(SourceMap(encoded: map.encoded) == map)
  }

  @Test("refuses bytes that break off")
  func refusesBytesThatBreakOff() {
    let (map, _) = Self.places(seed: 3)
    #expect(SourceMap(encoded: map.encoded.dropLast()) == nil)
  }

  @Test("of a part maps as the whole does", arguments: 0..<100 as Range<UInt64>)
  func ofAPartMapsAsTheWholeDoes(seed: UInt64) {
    let (map, places) = Self.places(seed: seed)
    var random = SeededGenerator(seed: seed &+ 2)
    // Between characters: no text is cut inside a surrogate pair.
    let cuts = places.indices.filter {
      $0 == 0 || places[$0].position.scalar != places[$0 - 1].position.scalar
    }
    let bounds = (0..<2).map { _ in
      (cuts + [places.count]).randomElement(using: &random)!
    }.sorted()
    var part = SourceMap()
    part.append(map, in: bounds[0]..<bounds[1])
    #expect(part.count == bounds[1] - bounds[0])
    for offset in 0..<part.count {
      #expect(part.position(at: offset) == places[bounds[0] + offset].position)
    }
  }
}
