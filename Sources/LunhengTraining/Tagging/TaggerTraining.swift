import LunhengCore

/// Learns tags from the sentences that have them, and lays out what was learnt as sections of a model.
struct TaggerTraining {
  let options: TagTrainer.Options
  let reader: TagReader
  private let classes: LexiconClasses

  init(
    _ options: TagTrainer.Options, lexicons: [TrainingLexicon], table: CharacterTable
  ) {
    self.options = options
    let reader = TagReader(table)
    self.reader = reader
    classes = LexiconClasses(lexicons) { reader.hash(of: $0) }
  }

  /// - Returns: nothing if no sentence has tags.
  func sections(
    _ sentences: [TrainingSentence], report: (String) -> Void
  ) -> [(ModelFile.Section, [UInt8])] {
    let tagged = sentences.filter { !$0.tags.isEmpty && $0.tags.count == $0.words.count }
    guard !tagged.isEmpty else { return [] }
    let isRevised = TagRevision.isNeeded(for: tagged)
    let lexicon = Dictionary(
      uniqueKeysWithValues: classes.entries.map { ($0.hash, $0.lexiconClass) })
    let read = tagged.map { sentence in
      let words = reader.words(sentence.words, of: sentence.units)
      let tags = isRevised ? Self.revised(sentence) : sentence.tags
      var features: [UInt32] = []
      var numbers: [UInt8] = []
      let edges = [TagWord](repeating: .edge, count: TagFeatures.reach)
      var kept: [TagWord] = []
      for (word, tag) in zip(words, tags) {
        guard var word, let tag = PartOfSpeech(name: tag) else { continue }
        word.lexiconClass = lexicon[word.hash] ?? 0
        kept.append(word)
        numbers.append(tag.rawValue)
      }
      let padded = edges + kept + edges
      features = [UInt32](repeating: 0, count: kept.count * TagFeatures.count)
      features.withUnsafeMutableBufferPointer { features in
        padded.withUnsafeBufferPointer { padded in
          for index in kept.indices {
            TagFeatures.write(
              to: features.baseAddress! + index * TagFeatures.count,
              padded.baseAddress! + TagFeatures.reach, at: index)
          }
        }
      }
      return (features: features, tags: numbers)
    }
    var counts: [UInt32: Int] = [:]
    for sentence in read { for feature in sentence.features { counts[feature, default: 0] += 1 } }
    let table = TagTableBuilder(
      counts.filter { $0.value >= options.leastCount }.keys.sorted())
    report("features of words: \(table.rows.count)")
    let examples = read.map { sentence in
      TagExample(
        rows: sentence.features.map { table.rows[$0] ?? 0 }, tags: sentence.tags)
    }
    let weights = TagTrainer.train(
      examples, rows: table.rows.count + 1, options: options, report: report)
    return [
      (
        .tagTransitions,
        ModelWriter.bytes(weights.transitions.map { SIMD16<Int16>(Self.scaled($0, 4_000)) })
      ),
      (.tagSlots, ModelWriter.bytes(table.slots)),
      (.tagRows, ModelWriter.bytes(weights.rows.map { TagRow(Self.scaled($0, 127)) })),
      (.tagLexicon, TagLexiconBuilder.bytes(classes.entries)),
    ]
  }

  private static func scaled(_ row: SIMD16<Float>, _ limit: Float) -> SIMD16<Float> {
    (row * TagModel.scale).rounded(.toNearestOrEven)
      .clamped(lowerBound: SIMD16(repeating: -limit), upperBound: SIMD16(repeating: limit))
  }

  private static func revised(_ sentence: TrainingSentence) -> [String] {
    TagRevision.tags(
      of: zip(sentence.words, sentence.tags).map { range, tag in
        (String(decoding: sentence.units[range], as: UTF16.self), tag)
      })
  }
}
