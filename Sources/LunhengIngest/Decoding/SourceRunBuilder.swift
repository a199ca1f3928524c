import LunhengCore

/// Builds a source map from front to back, counting lines, columns and scalars.
struct SourceRunBuilder {
  /// Of the next unit.
  private(set) var line = 1
  private(set) var column = 1
  private(set) var scalar = 0
  /// Units so far.
  private(set) var count = 0

  private var runs: [SourceRun] = []
  // The last run goes on if the next unit has these; a new line never goes on.
  private var nextByte = -1
  private var bytesPerUnit = 0
  private var unitsPerScalar = 0

  /// Adds `units` units of whole scalars, which come from consecutive bytes from `byte` on.
  @inline(__always)
  mutating func append(_ units: Int, byte: Int, bytesPerUnit: Int, unitsPerScalar: Int) {
    if byte != nextByte || bytesPerUnit != self.bytesPerUnit
      || unitsPerScalar != self.unitsPerScalar
    {
      begin(byte: byte, bytesPerUnit: bytesPerUnit, unitsPerScalar: unitsPerScalar)
    }
    count += units
    nextByte = byte + units * bytesPerUnit
    let scalars = unitsPerScalar == 1 ? units : units / 2
    column += scalars
    scalar += scalars
  }

  /// Adds a surrogate pair that comes from `bytes` bytes, which may be an odd number.
  mutating func appendPair(byte: Int, bytes: Int) {
    guard bytes % 2 != 0 else {
      append(2, byte: byte, bytesPerUnit: bytes / 2, unitsPerScalar: 2)
      return
    }
    // Two runs of one unit each; both are at the column and scalar of the pair.
    begin(byte: byte, bytesPerUnit: bytes / 2, unitsPerScalar: 2)
    count += 1
    begin(byte: byte + bytes / 2, bytesPerUnit: bytes - bytes / 2, unitsPerScalar: 2)
    count += 1
    nextByte = -1
    column += 1
    scalar += 1
  }

  /// Ends the line after the last unit.
  mutating func endLine() {
    line += 1
    column = 1
    nextByte = -1
  }

  mutating func reserveRuns(_ count: Int) { runs.reserveCapacity(count) }

  /// What was built.
  var map: SourceMap { SourceMap(runs: runs, count: count) }

  private mutating func begin(byte: Int, bytesPerUnit: Int, unitsPerScalar: Int) {
    self.bytesPerUnit = bytesPerUnit
    self.unitsPerScalar = unitsPerScalar
    runs.append(
      SourceRun(
        start: count,
        position: SourcePosition(line: line, column: column, byte: byte, scalar: scalar),
        bytesPerUnit: bytesPerUnit, unitsPerScalar: unitsPerScalar))
  }
}
