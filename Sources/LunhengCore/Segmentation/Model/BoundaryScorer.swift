/// Adds up the weights of all patterns of a text: for each gap the log-odds that a word ends there, for
/// each character what being a word by itself adds.
///
/// Each character gives one row of sixteen weights that reaches to its neighbours. Rows of characters
/// sixteen apart do not overlap, so that sixteen planes hold all rows side by side, and a column over the
/// planes has all weights of one gap and one single. Writing a row and adding a column are plain
/// vector operations; nothing waits for a value that was only just stored.
struct BoundaryScorer: ~Copyable {
  /// Columns that are added up at a time; the planes then stay in the first-level cache.
  private static let block = 512
  private static let width = block + FeatureLanes.count

  private let planes: UnsafeMutablePointer<Int16>
  private let masks: UnsafeMutablePointer<FeatureRow>
  private let patterns = PatternFinder(capacity: block)
  private var gapColumns = ScratchBuffer<Int16>()
  private var singleColumns = ScratchBuffer<Int16>()

  init() {
    planes = .allocate(capacity: FeatureLanes.count * Self.width)
    planes.initialize(repeating: 0, count: FeatureLanes.count * Self.width)
    masks = .allocate(capacity: FeatureLanes.count)
    for plane in 0..<FeatureLanes.count {
      var mask = FeatureRow.zero
      for column in 0..<FeatureLanes.count where (column - plane) & 15 < FeatureLanes.gaps {
        mask[column] = -1
      }
      (masks + plane).initialize(to: mask)
    }
  }

  deinit {
    planes.deallocate()
    masks.deallocate()
  }

  /// The score of the gap after each character, from the last call of `score`.
  var gaps: UnsafePointer<Int16> { UnsafePointer(gapColumns.start) - FeatureLanes.firstGap }
  /// What each character adds as a word by itself.
  var singles: UnsafePointer<Int16> {
    UnsafePointer(singleColumns.start) + FeatureLanes.gaps - FeatureLanes.firstSingle
  }

  /// Adds to the score of the gap after the character at `index`.
  func add(_ score: Int16, toGap index: Int) {
    gapColumns[index - FeatureLanes.firstGap] &+= score
  }

  /// Scores a text of `count` characters.
  ///
  /// - Parameters:
  ///   - ids: character numbers, with two of `CharacterID.space` before the first and enough after the
  ///     last to stop any pattern.
  ///   - kinds: the kinds of the characters, and of two spaces after the last.
  mutating func score(
    _ ids: UnsafePointer<UInt16>, kinds: UnsafePointer<UInt8>, count: Int, model: SegmenterModel
  ) {
    gapColumns.reserve(count + 3 * FeatureLanes.count)
    singleColumns.reserve(count + 3 * FeatureLanes.count)
    for plane in 0..<FeatureLanes.count {
      (planes + plane * Self.width).update(repeating: 0, count: FeatureLanes.count)
    }
    let columns = (count + 2 * FeatureLanes.count) & ~15
    var start = 0
    while start < columns {
      let end = min(start + Self.block, columns)
      placeRows(start..<end, ids, kinds, count, model)
      addColumns(start..<end)
      // What reaches into the next block goes to its front.
      for plane in 0..<FeatureLanes.count where end < columns {
        let row = planes + plane * Self.width
        row.update(from: row + Self.block, count: FeatureLanes.count)
      }
      start = end
    }
  }

  private func placeRows(
    _ range: Range<Int>, _ ids: UnsafePointer<UInt16>, _ kinds: UnsafePointer<UInt8>,
    _ count: Int, _ model: SegmenterModel
  ) {
    let rows = model.rows
    let unigramRows = model.unigramRows
    let kindRows = model.kindRows
    let scored = max(min(range.upperBound, count), range.lowerBound)
    patterns.find(in: ids, range.lowerBound..<scored, model: model)
    let values = patterns.values
    for position in range.lowerBound..<scored {
      let context =
        Int(kinds[position]) << 6 | Int(kinds[position &+ 1]) << 3 | Int(kinds[position &+ 2])
      let row =
        unigramRows[Int(ids[position])] &+ kindRows[context]
        &+ rows[Int(values[position &- range.lowerBound])]
      store(row, at: position, from: range.lowerBound)
    }
    for position in scored..<range.upperBound {
      store(.zero, at: position, from: range.lowerBound)
    }
  }

  @inline(__always)
  private func store(_ row: FeatureRow, at position: Int, from start: Int) {
    UnsafeMutableRawPointer(planes + (position & 15) * Self.width + position - start)
      .storeBytes(of: row, as: FeatureRow.self)
  }

  private func addColumns(_ range: Range<Int>) {
    for column in stride(from: range.lowerBound, to: range.upperBound, by: FeatureLanes.count) {
      var total = FeatureRow.zero
      var gap = FeatureRow.zero
      let start = planes + (column - range.lowerBound)
      for plane in 0..<FeatureLanes.count {
        let values = UnsafeRawPointer(start + plane * Self.width)
          .loadUnaligned(as: FeatureRow.self)
        total &+= values
        gap &+= values & masks[plane]
      }
      UnsafeMutableRawPointer(gapColumns.start + column).storeBytes(of: gap, as: FeatureRow.self)
      UnsafeMutableRawPointer(singleColumns.start + column)
        .storeBytes(of: total &- gap, as: FeatureRow.self)
    }
  }
}
