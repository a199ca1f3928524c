/// A string of a JSON text, found valid and not yet decoded.
struct JSONString {
  /// Its bytes without the quotation marks.
  var bytes: Range<Int>
  /// UTF-16 units that it decodes to.
  var units: Int
  var hasEscapes: Bool
}
