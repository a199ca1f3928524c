/// A place in one of the files that a codebook is made of.
struct FilePlace: Hashable, Sendable {
  /// The number of the file in its library.
  var file: Int
  var position: Position
}
