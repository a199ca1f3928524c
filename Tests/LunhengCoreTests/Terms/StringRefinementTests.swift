import Testing

@testable import LunhengCore

@Suite("Strings refined a length at a time")
struct StringRefinementTests {
  @Test("are all that recur, each with its occurrences and parts", arguments: 1...3)
  func areAllThatRecur(minimumCount: Int) {
    var generator = SeededGenerator(seed: UInt64(minimumCount))
    for _ in 0..<40 {
      let text = RandomText(&generator, documents: 6, alphabet: "甲乙丙").text
      var strings = StringRefinement(text.units, minimumCount: minimumCount)
      var shorter: [[UInt16]] = []
      for length in 1...7 {
        var found: [[UInt16]: [Int]] = [:]
        var order: [[UInt16]] = []
        for group in 0..<strings.groupCount {
          let positions = strings.positions(of: group).map { Int($0) }
          let string = Array(text.units[positions[0]..<positions[0] + length])
          found[string] = positions
          order.append(string)
          if length > 1 {
            #expect(shorter[Int(strings.parts[group].prefix)] == Array(string.dropLast()))
            #expect(shorter[Int(strings.parts[group].suffix)] == Array(string.dropFirst()))
          }
        }
        #expect(found == text.occurrences(length: length).filter { $1.count >= minimumCount })
        shorter = order
        strings.extend()
      }
    }
  }

  @Test("of no text are none")
  func areNone() {
    var strings = StringRefinement([], minimumCount: 1)
    #expect(strings.groupCount == 0)
    strings.extend()
    #expect(strings.groupCount == 0)
  }
}
