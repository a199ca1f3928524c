import Testing

@testable import LunhengCore

@Suite("A calendar date")
struct CalendarDateTests {
  @Test(
    "exists only if the calendar has it",
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
      (2023, 4, 31, false), (2023, 13, 1, false), (2023, 12, 31, true), (2023, 1, 0, false),
    ])
  func existsOnlyIfTheCalendarHasIt(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test("reads and writes ISO 8601")
  func readsAndWritesISO8601() {
    #expect(CalendarDate(iso8601: "2023-12-08")?.description == "2023-12-08")
    for text in ["2023-12-8", "2023/12/08", "20231208", "2023-12-08T00", "２023-12-08", ""] {
      #expect(CalendarDate(iso8601: text) == nil)
    }
  }
}
