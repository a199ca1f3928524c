import LunhengCore
import LunhengStore

/// How hits and the words beside them are spelt.
extension SearchRun {
  /// A word or sequence that variants are counted together of.
  struct Spelling {
    /// As it is spelt most often.
    var text: String?
    var hits: Int
    var documents: Int
  }

  /// The spellings on one side of all hits, the commonest first, equals by code point.
  func spellings(_ counts: [Int], _ side: HitSide) throws -> [Spelling] {
    struct Group {
      var documents = 0
      var spellings: [String: Int] = [:]
    }
    var groups: [[UInt16]: Group] = [:]
    try forEachHitDocument(
      counts.indices.filter { counts[$0] > 0 },
      { document, hits in
        var found: [String: Int] = [:]
        for text in Self.texts(of: hits, in: document, side) { found[text, default: 0] += 1 }
        return found
      },
      { _, found in
        let identities = found.map { spelling, count in
          (FoldTable.standard.identity(of: Array(spelling.utf16)), spelling, count)
        }
        for identity in Set(identities.map(\.0)) {
          groups[identity, default: Group()].documents += 1
        }
        for (identity, spelling, count) in identities {
          groups[identity]!.spellings[spelling, default: 0] += count
        }
      })
    func precedes(_ left: (String, Int), _ right: (String, Int)) -> Bool {
      left.1 == right.1
        ? left.0.unicodeScalars.lexicographicallyPrecedes(right.0.unicodeScalars)
        : left.1 > right.1
    }
    let spellings = groups.values.map { group in
      let text = group.spellings.min { precedes(($0.key, $0.value), ($1.key, $1.value)) }!.key
      let hits = group.spellings.values.reduce(0, +)
      return (text: text, hits: hits, documents: group.documents)
    }
    return spellings.sorted { precedes(($0.text, $0.hits), ($1.text, $1.hits)) }.map {
      Spelling(text: $0.text.isEmpty ? nil : $0.text, hits: $0.hits, documents: $0.documents)
    }
  }

  /// The spelling on one side of each hit; empty at the edge of a block.
  private static func texts(
    of hits: [TextHit], in document: SearchedDocument, _ side: HitSide
  ) -> [String] {
    var words: (block: Int, words: [Token])?
    return hits.map { hit in
      let units = document.blocks[hit.block].units
      if side == .hit { return String(units: units[hit.range]) }
      if words?.block != hit.block { words = (hit.block, document.blocks[hit.block].words) }
      let tokens = words!.words
      var range: Range<Int>?
      if side == .left {
        let next = tokens.partitioningIndex { Int($0.start) >= hit.range.lowerBound }
        if next > 0 {
          range = Int(tokens[next - 1].start)..<min(Int(tokens[next - 1].end), hit.range.lowerBound)
        }
      } else {
        let next = tokens.partitioningIndex { Int($0.end) > hit.range.upperBound }
        if next < tokens.count {
          range = max(Int(tokens[next].start), hit.range.upperBound)..<Int(tokens[next].end)
        }
      }
      return range.map { String(units: units[$0]) } ?? ""
    }
  }
}
