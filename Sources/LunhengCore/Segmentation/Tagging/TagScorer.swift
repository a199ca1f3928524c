/// What each word of a sentence says for each tag, summed over the features of `TagFeatures`.
///
/// Words are added one after another. What a word says by itself, of its own tag and of those about it, is
/// kept for when it comes again, as the words of a text do.
package struct TagScorer: ~Copyable {
  /// What a word says of the tags of the words about it, whatever those are.
  private struct Weights: BitwiseCopyable {
    var own = SIMD16<Int16>.zero
    var ofNext = SIMD16<Int16>.zero
    var ofPrevious = SIMD16<Int16>.zero
    var ofSecondNext = TagRow.zero
    var ofSecondPrevious = TagRow.zero
  }

  /// Two words side by side: the features of both, as `TagFeatures.ofPair` gives them, and the slots that
  /// the search for each begins at. These are read long before they are used, when they will have come.
  private struct Pair: BitwiseCopyable {
    var features: SIMD4<UInt32>
    var slots: SIMD4<UInt32>
    var shapes: ShapePair
  }

  /// The rows of the features of two shapes side by side.
  private struct ShapePair: BitwiseCopyable {
    /// The left one, then the right one.
    var shapes: UInt32 = 0
    var ofLeft: Int32 = 0
    var ofRight: Int32 = 0
  }

  /// Binary logarithms of how many words and pairs of shapes are kept. Each has one place, and whoever
  /// comes last has it. Fewer places would do, and more cost memory: these take 2.5 MB a thread.
  private static let wordBits = 14
  private static let shapeBits = 10

  private let model: TagModel
  private let edge: Weights
  private let words: UnsafeMutablePointer<TagWord>
  private let weights: UnsafeMutablePointer<Weights>
  private let shapes: UnsafeMutablePointer<ShapePair>
  /// Of each word and the one before it; the last is of the end.
  private var pairs = ScratchBuffer<Pair>()
  private var sums = ScratchBuffer<SIMD16<Int16>>()
  private var last = TagWord.edge
  package private(set) var count = 0

  package init(_ model: TagModel) {
    self.model = model
    edge = Self.weights(of: .edge, in: model)
    words = .allocate(capacity: 1 << Self.wordBits)
    // No word has the shape of the edge, so that these are free.
    words.initialize(repeating: .edge, count: 1 << Self.wordBits)
    weights = .allocate(capacity: 1 << Self.wordBits)
    shapes = .allocate(capacity: 1 << Self.shapeBits)
    // Two edges never stand side by side.
    shapes.initialize(repeating: ShapePair(), count: 1 << Self.shapeBits)
  }

  deinit {
    words.deallocate()
    weights.deallocate()
    shapes.deallocate()
  }

  /// The sums of each word added, and behind `finish` those of the sentence.
  package var scores: UnsafePointer<SIMD16<Int16>> { UnsafePointer(sums.start + TagFeatures.reach) }

  /// Begins a sentence of at most `count` words.
  package mutating func begin(atMost count: Int) {
    pairs.reserve(count + 1)
    sums.reserve(count + 2 * TagFeatures.reach)
    self.count = 0
    last = .edge
    let second = Self.wide(edge.ofSecondNext)
    sums[0] = .zero
    sums[1] = .zero
    sums[2] = edge.ofNext &+ second
    sums[3] = second
  }

  /// Adds the next word; what lexicons call it is found here.
  @inline(__always)
  package mutating func add(_ new: TagWord) {
    var word = new
    let place = Int(truncatingIfNeeded: word.hash) & (1 << Self.wordBits - 1)
    let known = words[place]
    if known.hash == word.hash && known.tail == word.tail && known.shape == word.shape {
      word.lexiconClass = known.lexiconClass
    } else {
      learn(&word, at: place)
    }
    let weights = weights + place
    let sum = sums.start + count
    notePair(word)
    sum[0] &+= Self.wide(weights.pointee.ofSecondPrevious)
    sum[1] &+= weights.pointee.ofPrevious
    sum[2] &+= weights.pointee.own
    sum[3] &+= weights.pointee.ofNext
    sum[4] = Self.wide(weights.pointee.ofSecondNext)
    last = word
    count += 1
  }

  /// Ends the sentence.
  package mutating func finish() {
    guard count > 0 else { return }
    let sum = sums.start + count
    notePair(.edge)
    addPairs()
    let second = Self.wide(edge.ofSecondPrevious)
    sum[0] &+= second
    sum[1] &+= edge.ofPrevious &+ second
  }

  /// Notes the features of the last word and `word`, side by side.
  @inline(__always)
  private func notePair(_ word: TagWord) {
    let features = TagFeatures.ofPair(last, word)
    @inline(__always) func slot(_ index: Int) -> UInt32 {
      model.slots[TagTable.home(features[index], bits: model.slotBits)]
    }
    let key = UInt32(last.shape) << 16 | UInt32(word.shape)
    let place = Int((key &* 0x9E37_79B9) >> (32 - UInt32(Self.shapeBits)))
    if shapes[place].shapes != key { learnShapes(key, word, at: place) }
    pairs[count] = Pair(
      features: features, slots: SIMD4(slot(0), slot(1), slot(2), slot(3)), shapes: shapes[place])
  }

  /// Adds what words side by side say of the tags of both.
  private func addPairs() {
    let model = model
    for index in 0...count {
      let pair = pairs[index]
      @inline(__always) func row(_ feature: Int) -> SIMD16<Int16> {
        Self.wide(
          model.rows[
            TagTable.row(
              of: pair.features[feature], first: pair.slots[feature], in: model.slots,
              bits: model.slotBits)])
      }
      let sum = sums.start + index + 1
      sum[0] &+= row(0) &+ row(1) &+ Self.wide(model.rows[Int(pair.shapes.ofLeft)])
      sum[1] &+= row(2) &+ row(3) &+ Self.wide(model.rows[Int(pair.shapes.ofRight)])
    }
  }

  @inline(never)
  private func learnShapes(_ key: UInt32, _ word: TagWord, at place: Int) {
    let features = TagFeatures.ofShapes(last, word)
    shapes[place] = ShapePair(
      shapes: key, ofLeft: Int32(model.place(of: features.left)),
      ofRight: Int32(model.place(of: features.right)))
  }

  @inline(never)
  private func learn(_ word: inout TagWord, at place: Int) {
    word.lexiconClass = TagLexicon.lexiconClass(
      of: word.hash, seed: model.lexiconSeed, cells: model.lexiconCells, count: model.lexiconCount)
    words[place] = word
    weights[place] = Self.weights(of: word, in: model)
  }

  private static func weights(of word: TagWord, in model: TagModel) -> Weights {
    var weights = Weights()
    TagFeatures.ofWord(word) { weights.own &+= wide(model.row(of: $1)) }
    TagFeatures.ofPrevious(word) { weights.ofNext &+= wide(model.row(of: $1)) }
    TagFeatures.ofNext(word) { weights.ofPrevious &+= wide(model.row(of: $1)) }
    TagFeatures.ofSecondPrevious(word) { weights.ofSecondNext = model.row(of: $1) }
    TagFeatures.ofSecondNext(word) { weights.ofSecondPrevious = model.row(of: $1) }
    return weights
  }

  @inline(__always)
  private static func wide(_ row: TagRow) -> SIMD16<Int16> {
    var twice = SIMD32<Int8>.zero
    twice.oddHalf = row
    return unsafeBitCast(twice, to: SIMD16<Int16>.self) &>> 8
  }
}

extension TagModel {
  /// The row of a feature; 0 if it has none.
  @inline(__always)
  fileprivate func place(of feature: UInt32) -> Int {
    TagTable.row(of: feature, in: slots, bits: slotBits)
  }

  /// The weights of a feature; zero if it has none.
  @inline(__always)
  fileprivate func row(of feature: UInt32) -> TagRow { rows[place(of: feature)] }
}
