import Testing

@testable import LunhengCore

@Suite("Collocations")
struct CollocationTests {
  private static func everything() -> CollocationSelection {
    var selection = CollocationSelection()
    selection.minimumCount = 1
    selection.limit = 1000
    return selection
  }

  private struct Near: Equatable {
    var count = 0
    var left = 0
    var right = 0
  }

  /// Looks from each word at each node of its unit.
  private func oracle(
    _ document: [String], node: String, _ window: CollocationWindow
  ) -> (near: [String: Near], span: Int) {
    var near: [String: Near] = [:]
    var span = 0
    for paragraph in document {
      for unit in window.unit == .sentence
        ? paragraph.split(separator: "。").map(String.init) : [paragraph]
      {
        let words = SpacedText.plainWords(unit)
        for (place, word) in words.enumerated() where word != node {
          let nodes = words.indices.filter { words[$0] == node }
          let isLeft = nodes.contains { $0 > place && $0 - place <= window.left }
          let isRight = nodes.contains { $0 < place && place - $0 <= window.right }
          guard isLeft || isRight else { continue }
          span += 1
          near[word, default: Near()].count += 1
          near[word, default: Near()].left += isLeft ? 1 : 0
          near[word, default: Near()].right += isRight ? 1 : 0
        }
      }
    }
    return (near, span)
  }

  @Test(
    "of a node are what a naive count finds",
    arguments: [
      CollocationWindow(left: 5, right: 5), CollocationWindow(left: 1, right: 0),
      CollocationWindow(left: 0, right: 2, unit: .sentence), CollocationWindow(whole: .sentence),
      CollocationWindow(whole: .paragraph), CollocationWindow(left: 0, right: 0),
    ])
  func agreesWithOracle(window: CollocationWindow) throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let document = SpacedText.random(&random)
      let text = SpacedText.words(document, asked: ["甲"])
      let found = NodeNeighbours(of: 0, in: text, window: window)
      var table = WordTable(asked: [Array("甲".utf16)])
      let numbers = table.add(text)
      let surfaces = table.surfaces()
      let expected = oracle(document, node: "甲", window)
      #expect(found.span == expected.span, "\(document)")
      #expect(found.nodes == table.counts[0])
      let near = Dictionary(
        uniqueKeysWithValues: found.neighbours.map {
          (
            surfaces[Int(numbers[Int($0.word)])],
            Near(count: $0.count, left: $0.left, right: $0.right)
          )
        })
      #expect(near == expected.near, "\(document)")
      for neighbour in found.neighbours {
        #expect(text.words[neighbour.example.node] == 0)
        #expect(text.words[neighbour.example.word] == neighbour.word)
        #expect(
          text.block(of: neighbour.example.node) == text.block(of: neighbour.example.word))
      }
    }
  }

  @Test("are expected by the words near the node, and words of the node do not count")
  func hasATable() throws {
    let documents = [["甲 乙 丙 丙 丙 丙 丙 丙 丙 乙"], ["乙 甲 乙 ， 丙 丙", "丙 丙"]]
    var table = WordTable(asked: [Array("甲".utf16)])
    var counts = NodeCollocations()
    for document in documents {
      let text = SpacedText.words(document, asked: ["甲"])
      counts.add(
        NodeNeighbours(of: 0, in: text, window: CollocationWindow(left: 1, right: 1)),
        numbers: table.add(text), exampleOf: { _, present in present + 1 })
    }
    let found = counts.collocations(
      of: 0, in: table, surfaces: table.surfaces(), Self.everything())
    // Three words stand beside 甲, all 乙; 乙 stands four times, and 15 words are no 甲.
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.second == "乙")
    #expect(
      one.association
        == Association(
          table: ContingencyTable(both: 3, first: 3, second: 4, total: 15), first: 2, second: 4))
    #expect(one.documents == 2)
    #expect((one.left, one.right) == (1, 2))
    #expect(one.example == 1)
  }

  @Test("in pairs are what a naive count finds", arguments: [1, 2, 4])
  func pairsAgreeWithOracle(window: Int) {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<60 {
      let documents = (0..<3).map { _ in SpacedText.random(&random) }
      var pairs: [[String]: Int] = [:]
      var spread: [[String]: Set<Int>] = [:]
      for (number, document) in documents.enumerated() {
        for paragraph in document {
          let words = paragraph.split(separator: " ").map(String.init)
          for place in words.indices where words[place] != "，" && words[place] != "。" {
            for other in words.indices where other > place && other <= place + window {
              guard !words[place...other].contains(where: { $0 == "，" || $0 == "。" }) else {
                break
              }
              pairs[[words[place], words[other]], default: 0] += 1
              spread[[words[place], words[other]], default: []].insert(number)
            }
          }
        }
      }
      let total = pairs.values.reduce(0, +)
      let attracted = pairs.filter { pair, count in
        let first = pairs.reduce(0) { $0 + ($1.key[0] == pair[0] ? $1.value : 0) }
        let second = pairs.reduce(0) { $0 + ($1.key[1] == pair[1] ? $1.value : 0) }
        return ContingencyTable(both: count, first: first, second: second, total: total)
          .isAttraction
      }
      let found = WordPairs(WordSequence(documents), window: window).collocations(
        Self.everything())
      #expect(
        Dictionary(
          uniqueKeysWithValues: found.map { ([$0.first, $0.second], $0.association.count) })
          == attracted)
      #expect(found.allSatisfy { $0.documents == spread[[$0.first, $0.second]]?.count })
      #expect(found.allSatisfy { $0.association.table.total == total })
      let strengths = found.map(\.association.logLikelihood)
      #expect(strengths == strengths.sorted(by: >))
    }
  }

  @Test("need to be frequent enough, and no function words unless asked for")
  func selects() {
    let documents = [["的 經濟 發展"], ["的 經濟 發展 ， 勞工 福利"]]
    var selection = Self.everything()
    func pairs() -> [String] {
      WordPairs(WordSequence(documents), window: 1).collocations(selection).map {
        $0.first + $0.second
      }
    }
    #expect(Set(pairs()) == ["經濟發展", "勞工福利"])
    selection.minimumCount = 2
    #expect(pairs() == ["經濟發展"])
    selection.hasFunctionWords = true
    #expect(Set(pairs()) == ["經濟發展", "的經濟"])
    selection.minimumDocuments = 3
    #expect(pairs().isEmpty)
    #expect(WordPairs(WordSequence([]), window: 1).collocations(selection).isEmpty)
  }
}
