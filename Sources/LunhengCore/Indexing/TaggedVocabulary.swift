/// Gives each distinct pair of a word and a part of speech a number, from 0 in order of first appearance.
public struct TaggedVocabulary: Sendable {
  /// The tag follows the units of its word as one more.
  private var vocabulary = Vocabulary()
  private var scratch: [UInt16] = []

  public init() {}

  public var count: Int { vocabulary.count }

  /// The number of a word, and whether it is new.
  ///
  /// Complexity: O(length), amortised.
  public mutating func insert(
    _ word: UnsafeBufferPointer<UInt16>, tag: UInt8
  ) -> (number: Int, isNew: Bool) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: word)
    scratch.append(UInt16(tag))
    let count = vocabulary.count
    let number = Int(vocabulary.intern(scratch[...]))
    return (number, number == count)
  }

  /// The units of a word.
  public func word(_ number: Int) -> ArraySlice<UInt16> {
    vocabulary.word(Int32(number)).dropLast()
  }

  public func tag(_ number: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: vocabulary.word(Int32(number)).last!)
  }
}
