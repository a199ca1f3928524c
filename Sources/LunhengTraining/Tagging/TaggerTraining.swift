import LunhengCore

/// Learns tags from the sentences that have them, and lays out what was learnt as sections of a model.
struct TaggerTraining {
  private let options: TagTrainer.Options
  private let reader: TagReader
  private let classes: LexiconClasses
  private let classOfHash: [UInt64: UInt8]

  init(_ options: TagTrainer.Options, lexicons: [TrainingLexicon], table: CharacterTable) {
    self.options = options
    let reader = TagReader(table)
    self.reader = reader
    classes = LexiconClasses(lexicons) { reader.hash(of: $0) }
    classOfHash = Dictionary(
      uniqueKeysWithValues: classes.entries.map { ($0.hash, $0.lexiconClass) })
  }

  /// - Returns: nothing if no sentence has tags.
  func sections(
    _ sentences: [TrainingSentence], report: (String) -> Void
  ) -> [(ModelFile.Section, [UInt8])] {
    let tagged = sentences.filter { !$0.tags.isEmpty && $0.tags.count == $0.words.count }
    guard !tagged.isEmpty else { return [] }
    let isRevised = TagRevision.isNeeded(for: tagged)
    let read = tagged.map {
      features(of: $0, tags: isRevised ? TagRevision.tags(of: $0) : $0.tags)
    }
    var counts: [UInt32: Int] = [:]
    for sentence in read { for feature in sentence.features { counts[feature, default: 0] += 1 } }
    let table = TagTableBuilder(counts.filter { $0.value >= options.leastCount }.keys.sorted())
    report("features of words: \(table.rowCount)")
    let examples = read.map { sentence in
      TagExample(rows: sentence.features.map { table.row(of: $0) }, tags: sentence.tags)
    }
    let weights = TagTrainer.train(
      examples, rows: table.rowCount + 1, options: options, report: report)
    let transitions = weights.transitions.map {
      SIMD16<Int16>(Self.scaled($0, most: Float(TagModel.mostTransition)))
    }
    let rows = weights.rows.map { TagRow(Self.scaled($0, most: Float(Int8.max))) }
    return [
      (.tagTransitions, ModelWriter.bytes(transitions)),
      (.tagSlots, ModelWriter.bytes(table.slots)),
      (.tagRows, ModelWriter.bytes(rows)),
      (.tagLexicon, TagLexiconBuilder.bytes(classes.entries)),
    ]
  }

  /// The features of all words one after another, and numbers of `PartOfSpeech`. A word whose tag is none is
  /// left out.
  private func features(
    of sentence: TrainingSentence, tags: [String]
  ) -> (features: [UInt32], tags: [UInt8]) {
    let edges = [TagWord](repeating: .edge, count: TagFeatures.reach)
    var words = edges
    var numbers: [UInt8] = []
    for (word, tag) in zip(reader.words(sentence.words, of: sentence.units), tags) {
      guard var word, let tag = PartOfSpeech(name: tag) else { continue }
      word.lexiconClass = classOfHash[word.hash] ?? 0
      words.append(word)
      numbers.append(tag.rawValue)
    }
    words += edges
    var features = [UInt32](repeating: 0, count: numbers.count * TagFeatures.count)
    features.withUnsafeMutableBufferPointer { features in
      words.withUnsafeBufferPointer { words in
        for index in numbers.indices {
          TagFeatures.write(
            to: features.baseAddress! + index * TagFeatures.count,
            words.baseAddress! + TagFeatures.reach, at: index)
        }
      }
    }
    return (features, numbers)
  }

  private static func scaled(_ row: SIMD16<Float>, most: Float) -> SIMD16<Float> {
    (row * TagModel.scale).rounded(.toNearestOrEven)
      .clamped(lowerBound: SIMD16(repeating: -most), upperBound: SIMD16(repeating: most))
  }
}
