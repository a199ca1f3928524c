/// How a word is spread over a collection.
public struct WordDispersion: Hashable, Sendable {
  public var word: String
  /// Over the parts.
  public var dispersion: Dispersion
  /// Occurrences in stretches of the same length from the first word of the collection to the last.
  public var strip: [Int]
}

/// Measures how words are spread over the parts of a collection.
public struct DispersionAnalysis: Sendable {
  /// What the parts are.
  public enum Parts: Sendable {
    /// The parts that each document belongs to, by its number: none, one or several of `count`.
    case groups([[Int]], count: Int)
    /// So many stretches of the same length in words, or one word more.
    case equal(Int)
  }

  private let sequence: WordSequence
  private let order: [Int]
  private let parts: Parts
  /// Stretches of the strip.
  private let columns: Int

  /// - Parameters:
  ///   - order: the documents that count, in the order in which they follow each other.
  ///   - columns: stretches of the strip.
  public init(_ sequence: WordSequence, order: [Int], parts: Parts, columns: Int) {
    self.sequence = sequence
    self.order = order
    self.parts = parts
    self.columns = max(1, columns)
  }

  private var size: Int { order.reduce(0) { $0 + sequence.sizes[$1] } }

  /// The `limit` commonest words, commonest first; equals by text.
  public func commonest(_ limit: Int, hasFunctionWords: Bool) -> [Int32] {
    let table = sequence.table
    var counts = [Int](repeating: 0, count: table.count)
    sequence.forEachCount(of: order) { counts[$1] += $2 }
    let surfaces = table.surfaces()
    let words = (0..<table.count).filter {
      counts[$0] > 0 && (hasFunctionWords || !table.isFunctionWord[$0])
    }
    return words.sorted { left, right in
      counts[left] != counts[right]
        ? counts[left] > counts[right]
        : surfaces[left].unicodeScalars.lexicographicallyPrecedes(surfaces[right].unicodeScalars)
    }.prefix(limit).map { Int32($0) }
  }

  /// The spread of each of `words`, in their order.
  ///
  /// Complexity: O(words of the collection), and memory for words × parts.
  public func dispersions(of words: [Int32]) -> [WordDispersion] {
    var rows = [Int](repeating: -1, count: sequence.table.count)
    for (row, word) in words.enumerated() { rows[Int(word)] = row }
    let total = size
    let count = partCount(total)
    var counts = Array(repeating: [Int](repeating: 0, count: count), count: words.count)
    var strips = Array(
      repeating: [Int](repeating: 0, count: max(1, min(columns, total))), count: words.count)
    var sizes = [Int](repeating: 0, count: count)
    var position = 0
    for document in order {
      let groups: [Int]
      switch parts {
      case .groups(let all, _):
        groups = all[document]
        for group in groups { sizes[group] += sequence.sizes[document] }
      case .equal: groups = []
      }
      for place in sequence.range(of: document) where sequence.words[place] >= 0 {
        let row = rows[Int(sequence.words[place])]
        defer { position += 1 }
        if case .equal = parts { sizes[Self.stretch(position, of: total, in: count)] += 1 }
        guard row >= 0 else { continue }
        strips[row][Self.stretch(position, of: total, in: strips[row].count)] += 1
        for group in groups { counts[row][group] += 1 }
        if case .equal = parts { counts[row][Self.stretch(position, of: total, in: count)] += 1 }
      }
    }
    let surfaces = sequence.table.surfaces()
    return words.enumerated().map { row, word in
      WordDispersion(
        word: surfaces[Int(word)], dispersion: Dispersion(counts: counts[row], sizes: sizes),
        strip: strips[row])
    }
  }

  /// More parts than words would leave some without text.
  private func partCount(_ total: Int) -> Int {
    switch parts {
    case .groups(_, let count): count
    case .equal(let count): max(1, min(count, total))
    }
  }

  private static func stretch(_ position: Int, of total: Int, in count: Int) -> Int {
    position * count / total
  }
}
