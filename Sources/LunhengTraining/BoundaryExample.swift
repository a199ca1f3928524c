/// A training sentence as rows of weights: what the model adds up at each character.
struct BoundaryExample {
  /// The rows of character `i` are `rows[offsets[i]..<offsets[i + 1]]`.
  var offsets: [Int32] = [0]
  var rows: [Int32] = []
  /// Whether a word ends after each character.
  var isBoundary: [Bool] = []
  /// Whether the gap after each character is beside white space and so decided beforehand.
  var isForced: [Bool] = []

  /// Which way of dividing words it follows; 0 is the one that is to be learnt.
  var standard = 0

  var count: Int { isBoundary.count }
}
