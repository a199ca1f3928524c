import LunhengCore

extension BoundaryStatus {
  /// The status as stored: numbers of its own, which stay what they are if cases are added, moved
  /// or renamed. 0 and 1 take no byte in SQLite's row format.
  var stored: Int {
    switch self {
    case .aligned: 0
    case .nested: 1
    case .crossing: 2
    }
  }

  init(stored number: Int) throws {
    guard let status = Self.allCases.first(where: { $0.stored == number }) else {
      throw DamagedValue("boundary status \(number)")
    }
    self = status
  }
}
