extension RandomAccessCollection<UInt16> where Index == Int {
  /// Whether it is a string of two characters or more said twice, with or without a part of a third time:
  /// 香港香港, 創新科技創新科技創新. Such a string is no term.
  ///
  /// Complexity: O(n²) at worst, for strings of a few characters.
  var repeatsItself: Bool {
    guard count >= 4 else { return false }
    return (2...count / 2).contains { period in
      indices.dropFirst(period).allSatisfy { self[$0] == self[$0 - period] }
    }
  }
}
