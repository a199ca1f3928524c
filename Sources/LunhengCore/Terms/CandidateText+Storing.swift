extension CandidateText {
  /// How much of everything a stored text has.
  package struct StoredSizes: Sendable {
    fileprivate var units: Int
    fileprivate var evidence: Int
    fileprivate var documents: Int
  }

  package var storedSizes: StoredSizes {
    StoredSizes(units: count, evidence: evidence.count, documents: documentCount)
  }

  /// The text as bytes of this machine, for a temporary file.
  package var stored: [[UInt8]] {
    [
      Self.bytes(units), Self.bytes(printed), Self.bytes(marks), Self.bytes(documents),
      Self.bytes(evidence),
    ]
  }

  /// Reads back what `stored` gave.
  ///
  /// - Parameter read: fills each buffer with the bytes that come next; false if it cannot.
  package init?(_ sizes: StoredSizes, _ read: (UnsafeMutableRawBufferPointer) -> Bool) {
    guard let units = Self.array(of: UInt16.self, sizes.units, read),
      let printed = Self.array(of: UInt16.self, sizes.units, read),
      let marks = Self.array(of: Marks.self, sizes.units, read),
      let documents = Self.array(of: Int32.self, sizes.units, read),
      let evidence = Self.array(of: TermEvidence.self, sizes.evidence, read)
    else { return nil }
    self.init()
    self.units = units
    self.printed = printed
    self.marks = marks
    self.documents = documents
    self.evidence = evidence
    documentCount = sizes.documents
  }

  private static func bytes<Element: BitwiseCopyable>(_ elements: [Element]) -> [UInt8] {
    elements.withUnsafeBytes { Array($0) }
  }

  private static func array<Element: BitwiseCopyable>(
    of type: Element.Type, _ count: Int, _ read: (UnsafeMutableRawBufferPointer) -> Bool
  ) -> [Element]? {
    var isRead = true
    let elements = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      isRead = count == 0 || read(UnsafeMutableRawBufferPointer(buffer))
      filled = isRead ? count : 0
    }
    return isRead ? elements : nil
  }
}
