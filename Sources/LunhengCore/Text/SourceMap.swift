/// A place in a source file, as a reader finds it there.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in the line, counted in Unicode scalars from 1.
  public var column: Int
  /// The byte in the file, from 0.
  public var byte: Int
  /// The Unicode scalar in the decoded text, from 0.
  public var scalar: Int

  public init(line: Int, column: Int, byte: Int, scalar: Int) {
    self.line = line
    self.column = column
    self.byte = byte
    self.scalar = scalar
  }
}

/// A stretch of text whose units come from consecutive bytes of one source line, each unit from
/// equally many.
///
/// Runs hold the map from text to file exactly, for every charset, in a few bytes per change of
/// script: in UTF-8 a Han character is one unit of three bytes and a supplementary one two units of
/// two; in Big5 the widths are 2 and 1; in a JSON string `\u4e2d` is one unit of six.
public struct SourceRun: Hashable, Sendable {
  /// The first UTF-16 unit of the run in the text.
  public var start: Int
  /// Where that unit comes from.
  public var position: SourcePosition
  /// Bytes in the source for each unit.
  public var bytesPerUnit: Int
  /// UTF-16 units of each scalar: 2 for supplementary-plane characters.
  public var unitsPerScalar: Int

  public init(start: Int, position: SourcePosition, bytesPerUnit: Int, unitsPerScalar: Int) {
    self.start = start
    self.position = position
    self.bytesPerUnit = bytesPerUnit
    self.unitsPerScalar = unitsPerScalar
  }

  /// Where the unit `distance` units after the start of the run comes from.
  @inlinable
  func position(after distance: Int) -> SourcePosition {
    let scalars = distance / unitsPerScalar
    return SourcePosition(
      line: position.line, column: position.column + scalars,
      byte: position.byte + distance * bytesPerUnit, scalar: position.scalar + scalars)
  }
}

/// Maps every unit of a text back to line, column and byte of the file it was read from.
public struct SourceMap: Hashable, Sendable {
  /// In order of `start`; the first starts at 0 unless the text is empty.
  public private(set) var runs: [SourceRun]
  /// Length of the text in UTF-16 units.
  public private(set) var count: Int

  public init() {
    runs = []
    count = 0
  }

  public init(runs: [SourceRun], count: Int) {
    self.runs = runs
    self.count = count
  }

  /// Adds `length` units that come from consecutive bytes; joins them to the last run if they go on
  /// where it ends.
  public mutating func append(
    _ length: Int, from position: SourcePosition, bytesPerUnit: Int, unitsPerScalar: Int
  ) {
    guard length > 0 else { return }
    defer { count += length }
    if let last = runs.last, last.bytesPerUnit == bytesPerUnit,
      last.unitsPerScalar == unitsPerScalar,
      last.position(after: count - last.start) == position
    {
      return
    }
    runs.append(
      SourceRun(
        start: count, position: position, bytesPerUnit: bytesPerUnit, unitsPerScalar: unitsPerScalar
      ))
  }

  /// Appends the part of `other` that maps its units in `range`.
  public mutating func append(_ other: SourceMap, in range: Range<Int>) {
    other.forEachPiece(in: range) { run, piece in
      append(
        piece.count, from: run.position(after: piece.lowerBound - run.start),
        bytesPerUnit: run.bytesPerUnit, unitsPerScalar: run.unitsPerScalar)
    }
  }

  /// The source of the unit at `offset`. Complexity: O(log runs).
  ///
  /// - Precondition: `0 ..< count` contains `offset`.
  public func position(at offset: Int) -> SourcePosition {
    precondition(offset >= 0 && offset < count, "offset outside the text")
    let run = runs[indexOfRun(containing: offset)]
    return run.position(after: offset - run.start)
  }

  /// The scalar range in the decoded source that `range` spans, line breaks within it included.
  public func scalarRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = count == 0 ? 0 : position(at: min(range.lowerBound, count - 1)).scalar
      return at..<at
    }
    return position(at: range.lowerBound).scalar..<position(at: range.upperBound - 1).scalar + 1
  }

  /// The bytes in the source that spell `range`: one piece, or one a line where it is torn.
  public func byteRanges(of range: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    forEachPiece(in: range) { run, piece in
      let first = run.position(after: piece.lowerBound - run.start).byte
      let end = first + piece.count * run.bytesPerUnit
      if let last = ranges.last, last.upperBound == first {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(first..<end)
      }
    }
    return ranges
  }

  private func forEachPiece(in range: Range<Int>, _ body: (SourceRun, Range<Int>) -> Void) {
    guard !range.isEmpty else { return }
    var index = indexOfRun(containing: range.lowerBound)
    while index < runs.count, runs[index].start < range.upperBound {
      let end = index + 1 < runs.count ? runs[index + 1].start : count
      body(
        runs[index], max(runs[index].start, range.lowerBound)..<min(end, range.upperBound))
      index += 1
    }
  }

  private func indexOfRun(containing offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
