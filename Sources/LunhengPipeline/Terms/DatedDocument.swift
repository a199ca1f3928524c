import LunhengCore

/// What is to be known of a document; in order of date, those without one last, then of key.
struct DatedDocument: Comparable, Sendable {
  var date: CalendarDate?
  var key: String
  /// The line of its record; nil in a corpus.
  var line: Int?

  static func < (left: Self, right: Self) -> Bool {
    switch (left.date, right.date) {
    case (let date?, let other?) where date != other: date < other
    case (_?, nil): true
    case (nil, _?): false
    default:
      left.key == right.key
        ? (left.line ?? 0) < (right.line ?? 0)
        : left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
    }
  }
}
