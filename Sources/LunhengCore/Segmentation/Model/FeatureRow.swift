/// The weights that one pattern adds around the place where it stands: to the gaps between characters,
/// and to single characters being words.
///
/// For a pattern that starts at character `i`, lane `l` below `gaps` belongs to the gap after character
/// `i + firstGap + l`, and lane `gaps + l` to character `i + firstSingle + l`. Weights are fixed-point,
/// `scale` to the unit of log-odds.
package typealias FeatureRow = SIMD16<Int16>

package enum FeatureLanes {
  package static let firstGap = -3
  package static let gaps = 11
  package static let firstSingle = -1
  package static let singles = 5
  package static let count = gaps + singles
  package static let scale: Float = 128

  /// The longest word whose both ends lie within a row.
  package static let longestWord = gaps + firstGap

  /// The lane of the gap after the character at `offset` from the pattern's start.
  package static func gap(_ offset: Int) -> Int { offset - firstGap }
  /// The lane of the character at `offset` from the pattern's start.
  package static func single(_ offset: Int) -> Int { gaps + offset - firstSingle }
}
