import LunhengCore

/// Adds up what edits do in documents.
struct ChangeSum {
  private let grouping: CoverageGrouping
  private var effects: [CodebookComparison.Effect]
  private var total = CodebookComparison.Effect()
  private var documents = 0
  /// The rows, in the order in which they were met.
  private var rows: [String?] = []
  private var places: [String?: Int] = [:]
  private var before: [CellPlace: Int] = [:]
  private var totalChange: [CellPlace: Int] = [:]
  /// By edit.
  private var changes: [[CellPlace: Int]]

  private struct CellPlace: Hashable, Comparable {
    var row: Int
    var theme: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.row, left.theme) < (right.row, right.theme)
    }
  }

  init(edits: Int, grouping: CoverageGrouping) {
    self.grouping = grouping
    effects = Array(repeating: CodebookComparison.Effect(), count: edits)
    changes = Array(repeating: [:], count: edits)
  }

  mutating func add(_ found: ChangeMeasurement.Found, of document: DocumentCoverage) {
    documents += 1
    let rows = document.groups(by: grouping).map { place(of: $0) }
    func each(_ counts: [Int: Int], _ body: (CellPlace, Int) -> Void) {
      for (theme, count) in counts {
        for row in rows { body(CellPlace(row: row, theme: theme), count) }
      }
    }
    each(found.before) { before[$0, default: 0] += $1 }
    each(found.total.themes) { totalChange[$0, default: 0] += $1 }
    total.add(found.total)
    for (edit, effect) in found.edits {
      effects[edit].add(effect)
      each(effect.themes) { changes[edit][$0, default: 0] += $1 }
    }
  }

  private mutating func place(of row: String?) -> Int {
    if let place = places[row] { return place }
    places[row] = rows.count
    rows.append(row)
    return rows.count - 1
  }

  /// - Parameter themes: the ids of themes by number.
  func report(themes: [String]) -> CodebookComparison.Report {
    var effects = effects
    var shares: [CellPlace: [CodebookComparison.Share]] = [:]
    for edit in effects.indices {
      for (place, hits) in changes[edit] where hits != 0 {
        effects[edit].cells += 1
        shares[place, default: []].append(CodebookComparison.Share(edit: edit, hits: hits))
      }
    }
    var total = total
    total.cells = totalChange.count { $0.value != 0 }
    let order = orderOfRows()
    let cells = totalChange.filter { $0.value != 0 }.sorted {
      (order[$0.key.row], $0.key.theme) < (order[$1.key.row], $1.key.theme)
    }.map { place, change in
      let count = before[place] ?? 0
      return CodebookComparison.Cell(
        row: rows[place.row], theme: themes[place.theme], before: count, after: count + change,
        shares: shares[place] ?? [])
    }
    return CodebookComparison.Report(
      effects: effects, total: total, cells: cells, documents: documents)
  }

  /// By row, its place: documents as given, groups by name, those without one last.
  private func orderOfRows() -> [Int] {
    if grouping == .document { return Array(rows.indices) }
    let sorted = rows.indices.sorted { CoverageMatrix.precedes(rows[$0], rows[$1]) }
    var order = Array(repeating: 0, count: rows.count)
    for (place, row) in sorted.enumerated() { order[row] = place }
    return order
  }
}

extension CodebookComparison.Effect {
  fileprivate mutating func add(_ effect: ChangeMeasurement.Effect) {
    gained += effect.gained
    lost += effect.lost
    if effect.appears { documentsGained += 1 }
    if effect.vanishes { documentsLost += 1 }
  }
}
