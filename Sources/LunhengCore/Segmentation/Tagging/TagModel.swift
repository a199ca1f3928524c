/// What was learnt about parts of speech: views of a model file's sections, used where they lie.
package struct TagModel: @unchecked Sendable {
  /// Rows by the tag before: those of `PartOfSpeech`, then the start of a sentence.
  let transitions: UnsafePointer<SIMD16<Int16>>
  let slots: UnsafePointer<UInt32>
  let slotBits: Int
  /// Rows of features; the first is zero.
  let rows: UnsafePointer<TagRow>
  let lexiconSeed: UInt64
  let lexiconCells: UnsafePointer<UInt16>
  let lexiconCount: Int

  /// The row of transitions from the start of a sentence.
  package static let start = PartOfSpeech.allCases.count
  package static let scale: Float = 40
  /// No transition weighs more, either way, so that the decoder's sums fit 16 bits.
  package static let mostTransition: Int16 = 4_000

  /// - Parameter section: the bytes of a section, starting at a multiple of 64.
  /// - Throws: `SegmenterModelError.noTags` if there are none of the sections, `badSection` if only some, or
  ///   one of the wrong length.
  init(
    _ section: (ModelFile.Section) -> UnsafeRawBufferPointer?
  ) throws(SegmenterModelError) {
    let names: [ModelFile.Section] = [.tagTransitions, .tagSlots, .tagRows, .tagLexicon]
    guard names.contains(where: { section($0) != nil }) else { throw .noTags }
    func bytes(
      _ name: ModelFile.Section, _ isUsable: (Int) -> Bool
    ) throws(SegmenterModelError) -> UnsafeRawPointer {
      guard let found = section(name), isUsable(found.count), let start = found.baseAddress else {
        throw .badSection(name: "\(name)")
      }
      return start
    }
    transitions = try bytes(.tagTransitions) { $0 == (Self.start + 1) * 32 }
      .assumingMemoryBound(to: SIMD16<Int16>.self)
    for row in 0...Self.start {
      guard transitions[row].max() <= Self.mostTransition,
        transitions[row].min() >= -Self.mostTransition
      else { throw .badSection(name: "\(ModelFile.Section.tagTransitions)") }
    }
    var bits = 0
    slots = try bytes(.tagSlots) { count in
      bits = (count / 4).trailingZeroBitCount
      return count >= 4 && bits <= 32 && count == 4 << bits
    }.assumingMemoryBound(to: UInt32.self)
    slotBits = bits
    rows = try bytes(.tagRows) { $0 >= 16 && $0 % 16 == 0 }
      .assumingMemoryBound(to: TagRow.self)
    var cells = 0
    let lexicon = try bytes(.tagLexicon) { count in
      cells = (count - 8) / 2
      return count >= 14 && (count - 8) % 6 == 0
    }
    lexiconSeed = UInt64(littleEndian: lexicon.loadUnaligned(as: UInt64.self))
    lexiconCells = (lexicon + 8).assumingMemoryBound(to: UInt16.self)
    lexiconCount = cells
  }
}
