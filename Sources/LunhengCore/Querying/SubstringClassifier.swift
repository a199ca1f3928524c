/// Tells from the words of a text whether a phrase may stand in it, whatever the words are.
///
/// A phrase lies within a word, or it starts as the end of one word and goes on with the next: 本法 may
/// be in 基本法, or in 根本|法. So an index of words finds the few documents in which to search the text, and
/// no term is lost to segmentation.
public struct SubstringClassifier: Sendable {
  /// The stretches of the phrase that words are made of, folded, as UTF-8. Marks and spaces are left out:
  /// they fold by what is around them.
  private let stretches: [Stretch]

  /// What of a phrase has to be found.
  private struct Stretch: Sendable {
    let bytes: [UInt8]
    /// Where characters begin in `bytes`, but for the first.
    let splits: [Int]
  }

  /// How the words of a corpus bear on a phrase.
  public struct Words: Sendable {
    /// Words that have the stretch in them.
    public var whole: [Int] = []
    /// By split of the stretch: words that end with what is before it, and words that go on with what is
    /// after it.
    public var splits: [(before: [Int], after: [Int])]
  }

  public init(_ phrase: String) {
    let folded = FoldedText(Array(phrase.utf16)).units
    stretches = folded.split { [.other, .space].contains(CharacterClass($0)) }.map { units in
      var bytes: [UInt8] = []
      var splits: [Int] = []
      for scalar in String(units: units).unicodeScalars {
        if !bytes.isEmpty { splits.append(bytes.count) }
        bytes += UTF8.encode(scalar)!
      }
      return Stretch(bytes: bytes, splits: splits)
    }
  }

  /// For each stretch of the phrase, no words yet.
  public var noWords: [Words] {
    stretches.map { Words(splits: $0.splits.map { _ in ([], []) }) }
  }

  /// Adds a word to what it bears on.
  ///
  /// Complexity: O(length of the word × length of the phrase).
  ///
  /// - Parameter folded: its folded form as UTF-8.
  public func add(_ number: Int, _ folded: UnsafeBufferPointer<UInt8>, to words: inout [Words]) {
    for (index, stretch) in stretches.enumerated() {
      stretch.bytes.withUnsafeBufferPointer { bytes in
        if folded.contains(bytes) { words[index].whole.append(number) }
        for (split, place) in stretch.splits.enumerated() {
          let before = UnsafeBufferPointer(rebasing: bytes[..<place])
          let after = UnsafeBufferPointer(rebasing: bytes[place...])
          if folded.ends(with: before) { words[index].splits[split].before.append(number) }
          // The whole rest, or a word within it.
          if folded.starts(with: after) || folded.count < after.count && after.starts(with: folded)
          {
            words[index].splits[split].after.append(number)
          }
        }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  fileprivate func isEqual(to other: Self, at place: Int) -> Bool {
    for index in 0..<other.count where self[place + index] != other[index] { return false }
    return true
  }

  @inline(__always)
  fileprivate func starts(with other: Self) -> Bool {
    count >= other.count && isEqual(to: other, at: 0)
  }

  @inline(__always)
  fileprivate func ends(with other: Self) -> Bool {
    count >= other.count && isEqual(to: other, at: count - other.count)
  }

  fileprivate func contains(_ other: Self) -> Bool {
    guard count >= other.count else { return false }
    for place in 0...count - other.count where self[place] == other[0] {
      if isEqual(to: other, at: place) { return true }
    }
    return false
  }
}
