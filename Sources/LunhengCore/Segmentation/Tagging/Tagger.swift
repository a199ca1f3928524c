/// Gives the words of one text after another their parts of speech, on one thread.
///
/// A linear-chain model over words (Lafferty, McCallum and Pereira, "Conditional random fields", 2001),
/// decoded sentence by sentence. It takes tokens from whatever divided the text: the model's own segmenter,
/// ICU, or a person. What it gives for a text does not depend on earlier texts.
///
/// ```swift
/// let segmenter = Segmenter(model: model)
/// var worker = try segmenter.makeWorker()
/// var tagger = try model.makeTagger()
/// worker.segment(units, into: &tokens)
/// tagger.tag(tokens, of: units, into: &tags)   // tags[i] belongs to tokens[i]
/// ```
public struct Tagger: ~Copyable {
  private let model: SegmenterModel
  /// The numbers of the marks that end a sentence.
  private let enders: SIMD4<UInt16>

  private var characters = CharacterSequence()
  /// The tokens that the words of the sentence at hand are.
  private var places = ScratchBuffer<Int32>()
  private var found = ScratchBuffer<UInt8>()
  private var scorer: TagScorer
  private var decoder: TagDecoder

  init(_ model: SegmenterModel) throws(SegmenterModelError) {
    self.model = model
    let tags = try model.tags.get()
    scorer = TagScorer(tags)
    decoder = TagDecoder(tags.transitions)
    enders = SIMD4(
      [0x3002, 0xFF01, 0xFF1F, 0x3002].map { (unit: Int) in model.characterIDs[unit] })
  }

  /// Replaces the content of `tags` by the tag of each token; white space is `other`.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameters:
  ///   - tokens: ranges of `units`, in order, not overlapping.
  public mutating func tag(
    _ tokens: [Token], of units: [UInt16], into tags: inout [PartOfSpeech]
  ) {
    units.withUnsafeBufferPointer { tag(tokens, of: $0, into: &tags) }
  }

  public mutating func tag(
    _ tokens: [Token], of units: UnsafeBufferPointer<UInt16>, into tags: inout [PartOfSpeech]
  ) {
    tags.removeAll(keepingCapacity: true)
    tags.append(contentsOf: repeatElement(.other, count: tokens.count))
    tags.withUnsafeMutableBufferPointer { tag(tokens, of: units, into: $0) }
  }

  private mutating func tag(
    _ tokens: [Token], of units: UnsafeBufferPointer<UInt16>,
    into tags: UnsafeMutableBufferPointer<PartOfSpeech>
  ) {
    characters.read(units, table: model.characterIDs)
    places.reserve(tokens.count)
    found.reserve(tokens.count)
    scorer.begin(atMost: tokens.count)
    let starts = characters.starts
    let total = characters.count
    var next = 0
    for (place, token) in tokens.enumerated() where token.kind != .space {
      while next < total, starts[next] < token.start { next += 1 }
      let first = next
      while next < total, starts[next] < token.end { next += 1 }
      // A token within a character, such as a mark by itself, is no word.
      guard next > first else { continue }
      places[scorer.count] = Int32(truncatingIfNeeded: place)
      scorer.add(
        TagWordReader.word(first..<next, of: characters, units: units, kinds: model.kinds))
      if any(enders .== SIMD4(repeating: characters.ids[first])) {
        finishSentence(into: tags)
        scorer.begin(atMost: tokens.count)
      }
    }
    finishSentence(into: tags)
  }

  private mutating func finishSentence(into tags: UnsafeMutableBufferPointer<PartOfSpeech>) {
    scorer.finish()
    decoder.decode(scorer.scores, count: scorer.count, tags: found.start)
    for index in 0..<scorer.count {
      tags[Int(places[index])] = PartOfSpeech(rawValue: found[index])!
    }
  }
}

extension SegmenterModel {
  /// Whether this model can tag.
  public var hasTags: Bool { (try? tags.get()) != nil }

  /// A tagger for one thread; the model may be one that the text was not segmented with.
  ///
  /// - Throws: `SegmenterModelError.noTags` if the model was trained without tags, `badSection` if what it
  ///   learnt of them is damaged.
  public func makeTagger() throws(SegmenterModelError) -> Tagger { try Tagger(self) }
}
