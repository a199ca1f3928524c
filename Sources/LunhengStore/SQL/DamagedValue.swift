/// A stored value that cannot be what was written.
struct DamagedValue: Error {
  /// Which one.
  var what: String

  init(_ what: String) { self.what = what }
}
