import ArgumentParser
import LunhengCore
import LunhengStore

extension DocumentFilter {
  /// The filter that conditions such as "author=閻小駿" and "from=2023-01-01" make: several of one field
  /// are alternatives, and all fields must fit.
  ///
  /// - Parameter option: which they were given with.
  /// - Throws: `ValidationError`.
  init(conditions: [String], of option: String) throws {
    self.init()
    func day(_ text: String) throws -> CalendarDate {
      guard let day = CalendarDate(iso8601: text) else {
        throw ValidationError("\(option): '\(text)' is no day; write yyyy-mm-dd.")
      }
      return day
    }
    func once(_ present: CalendarDate?, _ field: String) throws {
      guard present == nil else {
        throw ValidationError("\(option): the \(field) of a period can be given only once.")
      }
    }
    for condition in conditions {
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1]) : ""
      guard !value.isEmpty else {
        throw ValidationError(
          "\(option): '\(condition)' is no condition; write FIELD=VALUE, such as author=閻小駿.")
      }
      switch parts[0] {
      case "author": authors = (authors ?? []) + [value]
      case "publication": publications = (publications ?? []) + [value]
      case "document": keys = (keys ?? []) + [value]
      case "from":
        try once(from, "start")
        from = try day(value)
      case "to":
        try once(to, "end")
        to = try day(value)
      case "year":
        try once(from, "start")
        try once(to, "end")
        guard let year = Int(value), let start = CalendarDate(year: year, month: 1, day: 1) else {
          throw ValidationError("\(option): '\(value)' is no year.")
        }
        from = start
        to = CalendarDate(year: year, month: 12, day: 31)
      default:
        throw ValidationError(
          "\(option): no field '\(parts[0])'; there are author, publication, document, from, to "
            + "and year.")
      }
    }
  }
}
