import RealModule

/// Weighs sequences of words by the logarithm of the odds that people would give them as keywords: a
/// weighted sum of what the literature offers, the weights learnt by logistic regression.
///
/// Frequency and rarity are those of TF-IDF; position, spread and neighbours those of YAKE (Campos et al.,
/// "YAKE! Keyword extraction from single documents using multiple local features", 2020) and PositionRank
/// (Florescu and Caragea 2017); cohesion and nesting those of C-value (Frantzi, Ananiadou and Mima 2000).
/// What matters shifts with length: the weights for an abstract become those for an article of 1,500
/// characters by degrees. Tests/Benchmarks/keyword-research.md tells how they were found.
struct CombinedScorer {
  private var sequences = WordSequences()
  /// By word of the document's terms: rarity at large, what it mostly is, and ln of its count.
  private var words: [WordFigures] = []
  private var weights: [Float] = []
  private var isQuoted: [Bool] = []
  private var ranking: [(score: Float, entry: Int32)] = []

  private struct WordFigures {
    var rarity: Float = 0
    var wordClass: WordClass = .unknown
    var isKnown = false
    var count: Int32 = 0
    var logCount: Float = 0
  }

  /// As of a word that one in 440,000 documents has.
  private static let rarest: Float = 13
  /// Sequences that become candidates, so many times the keywords that are asked for, and no fewer: of ten
  /// keywords the first five are the five that are found if five are asked for.
  private static let candidatesPerKeyword = 4
  private static let leastCandidates = 64

  /// Makes the best sequences candidates of `text`, and `scores` theirs: the odds as probabilities.
  ///
  /// Complexity: O(n) for n words.
  mutating func score(
    _ text: inout KeywordText, limit: Int, background: BackgroundFrequencies?,
    into scores: inout [Double]
  ) {
    sequences.count(text)
    readWords(text, background)
    mixWeights()
    markQuotes(text)
    ranking.removeAll(keepingCapacity: true)
    let units = text.units
    units.withUnsafeBufferPointer { units in
      for index in sequences.entries.indices
      where isCandidate(sequences.entries[index], text)
        && !isFragment(sequences.entries[index], text, units, background)
      {
        ranking.append((score(index, text, units, background), Int32(index)))
      }
      // Of equals, the one that comes first, the longer before the shorter.
      let entries = sequences.entries
      ranking.sort { left, right in
        if left.score != right.score { return left.score > right.score }
        let (a, b) = (entries[Int(left.entry)], entries[Int(right.entry)])
        return (a.first, -a.words) < (b.first, -b.words)
      }
      let count = max(min(limit, ranking.count) * Self.candidatesPerKeyword, Self.leastCandidates)
      scores.removeAll(keepingCapacity: true)
      let best = ranking.prefix(count)
      for (score, index) in best {
        let entry = entries[Int(index)]
        let term = text.phrase(entry.first...entry.last, units)
        let before = text.candidates.count
        text.nominate(term)
        if text.candidates.count > before { scores.append(1 / (1 + .exp(-Double(score)))) }
      }
    }
  }

  /// Whether the sequence says something: has a word that may stand alone, or is several characters that
  /// are no number.
  private func isCandidate(_ entry: WordSequences.Entry, _ text: borrowing KeywordText) -> Bool {
    var hasNumber = false
    for word in entry.first...entry.last {
      if text.role(ofWord: word) == .content { return true }
      let start = Int(text.words[Int(word)].start)
      hasNumber = hasNumber || CharacterClass(text.units[start]) == .digit
    }
    return entry.words > 1 && !hasNumber
  }

  private func isFragment(
    _ entry: WordSequences.Entry, _ text: borrowing KeywordText,
    _ units: UnsafeBufferPointer<UInt16>, _ background: BackgroundFrequencies?
  ) -> Bool {
    var isDoubtful = false
    for index in entry.first...entry.last {
      let place = text.words[Int(index)]
      let figures = words[Int(place.term)]
      let word = SequenceFilter.Word(
        units: UnsafeBufferPointer(rebasing: units[Int(place.start)..<Int(place.end)]),
        wordClass: figures.wordClass, isKnown: figures.isKnown)
      if entry.words == 1 { return SequenceFilter.isFragment(word) }
      if word.isClause { return true }
      isDoubtful =
        isDoubtful
        || SequenceFilter.isFragment(
          word, isFirst: index == entry.first, isLast: index == entry.last, count: entry.count)
    }
    guard isDoubtful else { return false }
    let range =
      Int(text.words[Int(entry.first)].start)..<Int(text.words[Int(entry.last)].end)
    return background?.word(of: WordHash.of(UnsafeBufferPointer(rebasing: units[range]))) == nil
  }

  private mutating func readWords(
    _ text: borrowing KeywordText, _ background: BackgroundFrequencies?
  ) {
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(WordFigures(), count: text.terms.count))
    for word in text.words where word.term != KeywordText.boundary {
      words[Int(word.term)].count += 1
    }
    for index in words.indices where words[index].count > 0 {
      let known = background?.word(of: text.terms.terms[index].hash)
      words[index].rarity = min(known?.rarity ?? Self.rarest, Self.rarest)
      words[index].wordClass = known?.wordClass ?? .unknown
      words[index].isKnown = known != nil
      words[index].logCount = Self.logarithm(words[index].count)
    }
  }

  /// The weights for a text as long as this one.
  private mutating func mixWeights() {
    let length = Float.log2(Float(max(sequences.length, 1)))
    let share = min(max((length - 8) / 2.5, 0), 1)
    weights.removeAll(keepingCapacity: true)
    for (short, change) in zip(CombinedWeights.short, CombinedWeights.change) {
      weights.append(short + share * change)
    }
  }

  private mutating func markQuotes(_ text: borrowing KeywordText) {
    isQuoted.removeAll(keepingCapacity: true)
    isQuoted.append(contentsOf: repeatElement(false, count: sequences.entries.count))
    for quote in text.quotes {
      if let entry = sequences.find(quote, in: text) { isQuoted[entry] = true }
    }
  }

  // MARK: One sequence

  private func score(
    _ index: Int, _ text: borrowing KeywordText, _ units: UnsafeBufferPointer<UInt16>,
    _ background: BackgroundFrequencies?
  ) -> Float {
    let entry = sequences.entries[index]
    let range =
      Int(text.words[Int(entry.first)].start)..<Int(text.words[Int(entry.last)].end)
    return weights.withUnsafeBufferPointer { weights in
      var sum = WeightedSum(weights: weights)
      addCounts(entry, to: &sum)
      addWords(entry, text, units, range, background, to: &sum)
      addForm(units, range, isQuoted: isQuoted[index], to: &sum)
      return sum.value
    }
  }

  private func addCounts(_ entry: WordSequences.Entry, to sum: inout WeightedSum) {
    let count = Float(entry.count)
    let logCount = Self.logarithm(entry.count)
    sum.add(.logCount, logCount)
    sum.add(.once, entry.count == 1)
    sum.add(.often, max(logCount - 1.1, 0))
    sum.add(.title, entry.isInTitle)
    sum.add(.titleOnly, entry.isInTitle && entry.position < 0)
    let body = max(sequences.bodyLength, 1)
    let position = Self.logarithm(1 + (entry.position < 0 ? body : entry.position))
    sum.add(.position, position)
    sum.add(.relativePosition, position - Self.logarithm(1 + body))
    sum.add(.early, position < 3.5)
    sum.add(.opening, entry.position == 0)
    sum.add(.blocks, Self.logarithm(entry.blocks))
    sum.add(.leftBreak, Float(entry.leftBreaks) / count)
    sum.add(.leftStop, Float(entry.leftStops) / count)
    sum.add(.rightBreak, Float(entry.rightBreaks) / count)
    sum.add(.rightStop, Float(entry.rightStops) / count)
    let left: Int32 = entry.leftBreaks + entry.leftStops > 0 ? 2 : 1
    let right: Int32 = entry.rightBreaks + entry.rightStops > 0 ? 2 : 1
    sum.add(.leftKinds, Self.logarithm(left + entry.leftKinds))
    sum.add(.rightKinds, Self.logarithm(right + entry.rightKinds))
    sum.add(.nested, Float(entry.longer) / count)
    sum.add(.alwaysNested, entry.longer == entry.count)
    switch entry.words {
    case 1: sum.add(.words1, true)
    case 2: sum.add(.words2, true)
    case 3: sum.add(.words3, true)
    default: break
    }
  }

  private func addWords(
    _ entry: WordSequences.Entry, _ text: borrowing KeywordText,
    _ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>,
    _ background: BackgroundFrequencies?, to sum: inout WeightedSum
  ) {
    var (rarity, least): (Float, Float) = (0, .infinity)
    var (logarithms, logLeast, logMost): (Float, Float, Float) = (0, .infinity, 0)
    var (rarest, commonest): (Int32, Int32) = (.max, 0)
    var (singles, isNumber, isLight, isLastLight): (Float, Bool, Bool, Bool) = (
      0, false, false, false
    )
    for word in entry.first...entry.last {
      let number = Int(text.words[Int(word)].term)
      let term = text.terms.terms[number]
      let figures = words[number]
      rarity += figures.rarity
      least = min(least, figures.rarity)
      logarithms += figures.logCount
      logLeast = min(logLeast, figures.logCount)
      logMost = max(logMost, figures.logCount)
      rarest = min(rarest, figures.count)
      commonest = max(commonest, figures.count)
      if term.length == 1 { singles += 1 }
      let startsWithDigit = CharacterClass(units[Int(term.start)]) == .digit
      isNumber = isNumber || startsWithDigit
      isLastLight = term.role == .part && term.length > 1 && !startsWithDigit
      isLight = isLight || isLastLight
    }
    let count = Float(entry.words)
    let first = words[Int(text.words[Int(entry.first)].term)]
    let last = words[Int(text.words[Int(entry.last)].term)]
    var whole = first.rarity
    if entry.words > 1 {
      let hash = WordHash.of(UnsafeBufferPointer(rebasing: units[range]))
      let known = background?.word(of: hash)
      whole = min(known?.rarity ?? Self.rarest, Self.rarest)
      sum.add(.known, known != nil)
      sum.add(.singleLast, text.terms.terms[Int(text.words[Int(entry.last)].term)].length == 1)
    } else {
      sum.add(.unknown, !first.isKnown)
    }
    sum.add(.rarityMean, rarity / count)
    sum.add(.rarityLeast, least)
    sum.add(.rarityWhole, whole)
    sum.add(.rarityMeanHigh, max(rarity / count - 7, 0))
    sum.add(.rarityWholeHigh, max(whole - 8, 0))
    sum.add(.wordLogMean, logarithms / count)
    sum.add(.wordLogLeast, logLeast)
    sum.add(.wordLogMost, logMost)
    sum.add(.cohesion, Float(entry.count) / Float(rarest))
    sum.add(.cohesionLeast, Float(entry.count) / Float(commonest))
    sum.add(.singles, singles / count)
    sum.add(.singleFirst, text.terms.terms[Int(text.words[Int(entry.first)].term)].length == 1)
    sum.add(.number, isNumber)
    sum.add(.light, isLight)
    sum.add(.lightLast, isLastLight)
    if let feature = CombinedFeature.last(last.wordClass) { sum.add(feature, true) }
    if let feature = CombinedFeature.first(first.wordClass) { sum.add(feature, true) }
  }

  private func addForm(
    _ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, isQuoted: Bool,
    to sum: inout WeightedSum
  ) {
    switch range.count {
    case 2: sum.add(.length2, true)
    case 3: sum.add(.length3, true)
    case 4: sum.add(.length4, true)
    case 5: sum.add(.length5, true)
    case 6: sum.add(.length6, true)
    case 7...: sum.add(.length7, true)
    default: break
    }
    sum.add(.latin, !units[range].contains { $0 >= 0x80 })
    sum.add(.quoted, isQuoted)
    sum.add(.suffix, SequenceFilter.suffixes.contains(units[range.upperBound - 1]))
  }

  // MARK: Arithmetic

  private static let logarithms: [Float] = (0..<4096).map { $0 == 0 ? 0 : .log(Float($0)) }

  @inline(__always)
  private static func logarithm(_ count: Int32) -> Float {
    count < 4096 ? logarithms[Int(count)] : .log(Float(count))
  }
}

/// The sum of features by their weights.
private struct WeightedSum {
  let weights: UnsafeBufferPointer<Float>
  private(set) var value: Float = 0

  init(weights: UnsafeBufferPointer<Float>) { self.weights = weights }

  @inline(__always)
  mutating func add(_ feature: CombinedFeature, _ figure: Float) {
    value += weights[feature.rawValue] * figure
  }

  @inline(__always)
  mutating func add(_ feature: CombinedFeature, _ isTrue: Bool) {
    if isTrue { value += weights[feature.rawValue] }
  }
}
