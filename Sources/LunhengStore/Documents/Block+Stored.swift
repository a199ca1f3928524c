import LunhengCore

extension Block {
  /// The columns of the table `block` that make a block, in the order that `init` reads them.
  static let storedColumns = "role, page, first_line, last_line, text, source"

  init(_ row: Columns) throws {
    let units = row.units(4)
    let first = row.int(2)
    let last = row.int(3)
    guard first <= last else { throw DamagedValue("lines \(first) to \(last)") }
    guard let source = row.withBytes(5, { SourceMap(encoded: $0) }), source.count == units.count
    else { throw DamagedValue("source map of a block") }
    self.init(
      role: try BlockRole(stored: row.text(0)), units: units, lines: first...last,
      page: row.optionalInt(1), source: source)
  }
}
