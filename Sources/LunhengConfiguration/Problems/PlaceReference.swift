/// A place that a problem mentions beside its own.
struct PlaceReference: Hashable, Sendable {
  /// Nil where it is in the file that has the problem.
  var path: String?
  var position: Position

  init(_ position: Position, path: String? = nil) {
    self.path = path
    self.position = position
  }
}
