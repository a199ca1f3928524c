import LunhengCore

/// Turns sentences into examples.
struct BoundaryFeatures {
  let table: CharacterTable
  let profiles: WordProfiles
  let vocabulary: NgramVocabulary
  let patterns: PatternSet
  let layout: WeightLayout

  init(
    sentences: [TrainingSentence], others: [[TrainingSentence]], lexicons: [TrainingLexicon],
    table: CharacterTable, leastLexicons: Int
  ) {
    self.table = table
    profiles = WordProfiles(
      sentences: sentences, lexicons: lexicons, table: table, leastLexicons: leastLexicons)
    vocabulary = NgramVocabulary(
      (sentences + others.joined()).map { sentence in
        sentence.units.map { table.ids[Int($0)] }
      })
    patterns = PatternSet(
      ngrams: vocabulary.ngrams, words: profiles.words, characters: table.kinds.count)
    layout = WeightLayout(ngrams: vocabulary.ngrams.count, classes: profiles.classCount)
  }

  /// - Parameter part: the part of the training text that the sentence is in; nil if in none.
  func example(_ sentence: TrainingSentence, part: Int?) -> BoundaryExample {
    var characters = CharacterSequence()
    sentence.units.withUnsafeBufferPointer { units in
      table.ids.withUnsafeBufferPointer { characters.read(units, table: $0.baseAddress!) }
    }
    let ids = characters.ids
    let ends = Set(sentence.words.map { Int32($0.upperBound) })
    var example = BoundaryExample()
    for index in 0..<characters.count {
      example.rows.append(kindRow(ids + index))
      appendSingle(ids[index], part: part, to: &example.rows)
      appendLonger(ids + index, part: part, to: &example.rows)
      example.offsets.append(Int32(example.rows.count))
      let isForced = ids[index] == CharacterID.space || ids[index + 1] == CharacterID.space
      example.isForced.append(isForced)
      example.isBoundary.append(isForced || ends.contains(characters.starts[index + 1]))
    }
    return example
  }

  private func kindRow(_ ids: UnsafePointer<UInt16>) -> Int32 {
    func kind(_ offset: Int) -> Int32 { Int32(table.kinds[Int(ids[offset])].rawValue) }
    return kind(0) << 6 | kind(1) << 3 | kind(2)
  }

  /// Appends the rows of a character by itself.
  func appendSingle(_ id: UInt16, part: Int?, to rows: inout [Int32]) {
    let pattern = patterns.single[Int(id)]
    if pattern < 0 || patterns.patterns[Int(pattern)].ngram < 0 {
      rows.append(Int32(WeightLayout.rareCharacter))
    }
    if pattern >= 0 { append(Int(pattern), length: 1, part: part, to: &rows) }
  }

  /// Appends the rows of the longer patterns that start at `ids`.
  func appendLonger(_ ids: UnsafePointer<UInt16>, part: Int?, to rows: inout [Int32]) {
    patterns.forEach(in: ids) { pattern, length in
      if length > 1 { append(pattern, length: length, part: part, to: &rows) }
    }
  }

  /// Appends the rows of one pattern.
  private func append(_ pattern: Int, length: Int, part: Int?, to rows: inout [Int32]) {
    let pattern = patterns.patterns[pattern]
    if pattern.ngram >= 0 { rows.append(Int32(layout.ngram(pattern.ngram))) }
    guard pattern.word >= 0 else { return }
    let word = Int(pattern.word)
    for number in profiles.classes[word] {
      rows.append(Int32(layout.wordClass(number, length: length)))
    }
    if let number = profiles.trainingClass(of: word, without: part) {
      rows.append(Int32(layout.wordClass(number, length: length)))
    }
  }
}
