import LunhengCore

/// What lexicons and training text say of each word, as a list of classes. Words of one class and length
/// share a row of weights, so that a word that was never seen in training is judged by its like.
struct WordProfiles {
  /// Patterns of character numbers of the words, distinct and sorted.
  private(set) var words: [[UInt16]] = []
  /// For each word, its classes, without those of the training text.
  private(set) var classes: [[Int32]] = []
  /// For each word, how often each tenth of the training text has it; nil if it does not.
  private(set) var trainingCounts: [[Int32]?] = []
  private(set) var classCount: Int

  /// Sentences are dealt to this many parts, so that a sentence is trained as if its own part's words
  /// were not known; otherwise the model would trust the training text's word list blindly.
  static let parts = 10
  private static let trainingBuckets = 4

  init(
    sentences: [TrainingSentence], lexicons: [TrainingLexicon], table: CharacterTable,
    leastLexicons: Int
  ) {
    var numbers: [ClassName: Int32] = [:]
    func number(_ name: ClassName) -> Int32 {
      if let known = numbers[name] { return known }
      let new = Int32(numbers.count)
      numbers[name] = new
      return new
    }
    // The classes of the training text come first: see `trainingClass`.
    for bucket in 0..<Self.trainingBuckets { _ = number(.training(bucket)) }
    var byWord: [[UInt16]: (classes: Set<Int32>, lexicons: Set<Int>)] = [:]
    for (index, lexicon) in lexicons.enumerated() {
      for entry in lexicon.entries {
        guard let pattern = Self.pattern(entry.word, table) else { continue }
        var classes = [number(.lexicon(index)), number(.count(index, Self.bucket(entry.count)))]
        if !entry.tag.isEmpty { classes.append(number(.tag(index, entry.tag))) }
        byWord[pattern, default: ([], [])].classes.formUnion(classes)
        byWord[pattern]!.lexicons.insert(index)
      }
    }
    var counts: [[UInt16]: [Int32]] = [:]
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.words {
        guard let pattern = table.pattern(sentence.units[word]),
          pattern.count <= FeatureLanes.longestWord
        else { continue }
        counts[pattern, default: [Int32](repeating: 0, count: Self.parts)][index % Self.parts] += 1
      }
    }
    let kept = byWord.filter { word, profile in
      profile.lexicons.count >= leastLexicons || counts[word] != nil
    }
    words = Array(Set(kept.keys).union(counts.keys)).sorted { $0.lexicographicallyPrecedes($1) }
    for word in words {
      let profile = kept[word]
      var classes = profile.map { Array($0.classes) } ?? []
      if let profile { classes.append(number(.lexicons(profile.lexicons.count))) }
      self.classes.append(classes.sorted())
      trainingCounts.append(counts[word])
    }
    classCount = numbers.count
  }

  private enum ClassName: Hashable {
    /// How often the training text has it, as a bucket.
    case training(Int)
    /// How many lexicons have it.
    case lexicons(Int)
    /// That a lexicon has it, with what count (as a bucket) and what tag.
    case lexicon(Int)
    case count(Int, Int)
    case tag(Int, String)
  }

  private static func bucket(_ count: Int) -> Int {
    count == 0 ? 0 : 1 + (Int.bitWidth - 1 - (count).leadingZeroBitCount) / 2
  }

  private static func pattern(_ word: String, _ table: CharacterTable) -> [UInt16]? {
    guard let pattern = table.pattern(word.utf16), pattern.count <= FeatureLanes.longestWord
    else { return nil }
    return pattern
  }

  /// The class of a word that occurs `count` times in the training text; nil if it does not.
  static func trainingClass(_ count: Int32) -> Int32? {
    switch count {
    case ...0: nil
    case 1: 0
    case 2...3: 1
    case 4...15: 2
    default: 3
    }
  }

  /// The class that the training text gives a word as seen from a sentence of `part`, or from elsewhere.
  func trainingClass(of word: Int, without part: Int?) -> Int32? {
    guard let counts = trainingCounts[word] else { return nil }
    return Self.trainingClass(counts.reduce(0, +) - (part.map { counts[$0] } ?? 0))
  }
}
