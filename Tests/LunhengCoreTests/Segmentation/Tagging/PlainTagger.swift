@testable import LunhengCore

/// What `Tagger` computes, word for word and feature by feature: slow, and plain to see.
struct PlainTagger {
  let model: SegmenterModel
  let tags: TagModel

  init(_ model: SegmenterModel) throws {
    self.model = model
    tags = try model.tags.get()
  }

  /// The tag of each token; `other` for white space.
  func tag(_ tokens: [Token], of units: [UInt16]) -> [PartOfSpeech] {
    var found = [PartOfSpeech](repeating: .other, count: tokens.count)
    var characters = CharacterSequence()
    units.withUnsafeBufferPointer { units in
      characters.read(units, table: model.characterIDs)
      let enders = [0x3002, 0xFF01, 0xFF1F].map { model.characterIDs[$0] }
      var sentence: [(place: Int, word: TagWord)] = []
      func finish() {
        for (entry, tag) in zip(sentence, bestTags(sentence.map(\.word))) {
          found[entry.place] = PartOfSpeech(rawValue: UInt8(tag))!
        }
        sentence = []
      }
      for (place, token) in tokens.enumerated() where token.kind != .space {
        let own = (0..<characters.count).filter { token.range.contains(Int(characters.starts[$0])) }
        guard let first = own.first else { continue }
        var word = TagWordReader.word(
          first..<first + own.count, of: characters, units: units, kinds: model.kinds)
        word.lexiconClass = TagLexicon.lexiconClass(
          of: word.hash, seed: tags.lexiconSeed, cells: tags.lexiconCells, count: tags.lexiconCount)
        sentence.append((place, word))
        if enders.contains(characters.ids[first]) { finish() }
      }
      finish()
    }
    return found
  }

  /// By Viterbi's method over all 17 tags, the lowest of equals.
  private func bestTags(_ words: [TagWord]) -> [Int] {
    guard !words.isEmpty else { return [] }
    var best = [[Int]]()
    var origins = [[Int]]()
    for (index, scores) in scores(words).enumerated() {
      if index == 0 {
        best.append((0..<17).map { scores[$0] + transition(TagModel.start, $0) })
        origins.append([])
        continue
      }
      let before = best[index - 1]
      let origin = (0..<17).map { tag in
        (0..<17).max {
          before[$0] + transition($0, tag) < before[$1] + transition($1, tag)
        }!
      }
      origins.append(origin)
      best.append((0..<17).map { before[origin[$0]] + transition(origin[$0], $0) + scores[$0] })
    }
    var path = [(0..<17).max { best[words.count - 1][$0] < best[words.count - 1][$1] }!]
    for index in stride(from: words.count - 1, to: 0, by: -1) {
      path.append(origins[index][path.last!])
    }
    return path.reversed()
  }

  private func transition(_ before: Int, _ tag: Int) -> Int {
    tag == 16 ? 0 : Int(tags.transitions[before][tag])
  }

  private func scores(_ words: [TagWord]) -> [[Int]] {
    let edges = [TagWord](repeating: .edge, count: TagFeatures.reach)
    let padded = edges + words + edges
    return words.indices.map { index in
      var features = [UInt32](repeating: 0, count: TagFeatures.count)
      padded.withUnsafeBufferPointer {
        TagFeatures.write(to: &features, $0.baseAddress! + TagFeatures.reach, at: index)
      }
      var scores = [Int](repeating: 0, count: 17)
      for feature in features {
        let row = tags.rows[TagTable.row(of: feature, in: tags.slots, bits: tags.slotBits)]
        for tag in 0..<16 { scores[tag] += Int(row[tag]) }
      }
      return scores
    }
  }
}
