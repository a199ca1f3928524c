import LunhengCore

/// What lexicons call each word, as one of at most 255 classes: the tags of all lexicons together if many
/// words have just these, otherwise the tag of the lexicon that says most.
struct LexiconClasses {
  /// Distinct hashes and their classes, from 1 up, sorted by hash.
  private(set) var entries: [(hash: UInt64, lexiconClass: UInt8)] = []

  private static let mostClasses = 255
  /// Words that a combination of tags must have to be a class.
  private static let leastWords = 10

  private struct Tag: Hashable, Comparable {
    var lexicon: Int
    var name: String

    static func < (left: Tag, right: Tag) -> Bool {
      (left.lexicon, left.name) < (right.lexicon, right.name)
    }
  }

  /// - Parameter hash: of a word, as the tagger has it; nil if it is none.
  init(_ lexicons: [TrainingLexicon], hash: (String) -> UInt64?) {
    let tagged = lexicons.map { ($0.name, $0.entries.filter { !$0.tag.isEmpty }) }
      .filter { !$0.1.isEmpty }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    var tags: [UInt64: [Tag]] = [:]
    for (index, lexicon) in tagged.enumerated() {
      for entry in lexicon.1 {
        guard let hash = hash(entry.word) else { continue }
        let tag = Tag(lexicon: index, name: entry.tag)
        if tags[hash]?.contains(tag) != true { tags[hash, default: []].append(tag) }
      }
    }
    for hash in tags.keys { tags[hash]!.sort() }
    let classes = Self.numbers(of: tags.values)
    entries = tags.compactMap { hash, tags in
      (classes[tags] ?? classes[[tags[0]]]).map { (hash, $0) }
    }.sorted { $0.hash < $1.hash }
  }

  /// The classes that most words have, numbered by that.
  private static func numbers(of words: some Sequence<[Tag]>) -> [[Tag]: UInt8] {
    var counts: [[Tag]: Int] = [:]
    for tags in words {
      counts[tags, default: 0] += 1
      if tags.count > 1 { counts[[tags[0]], default: 0] += 1 }
    }
    let kept = counts.filter { $0.key.count == 1 || $0.value >= leastWords }.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      return left.key.lexicographicallyPrecedes(right.key)
    }
    return Dictionary(
      uniqueKeysWithValues: kept.prefix(mostClasses).enumerated().map { index, entry in
        (entry.key, UInt8(index + 1))
      })
  }
}
