/// What decoding bytes in a charset comes to, without the text.
struct Survey {
  /// UTF-16 units of the text, one U+FFFD for each undecodable sequence included.
  var units = 0
  /// Characters that take several bytes, decoded without an error. Only counted in UTF-8.
  var multiByteCharacters = 0
  var undecodableSequences = 0
  var undecodableBytes = 0
  /// Stretches of undecodable sequences: one bad byte in UTF-8 makes up to four in a row.
  private var damagedPlaces = 0
  private var endOfLast = -1
  /// The first undecodable byte in the file.
  var firstUndecodable: Int?
  /// The characters of the text. Not taken of UTF-8, whose form is proof enough.
  var census = CharacterCensus()

  var isValid: Bool { undecodableSequences == 0 }

  /// Whether the text is usable with its gaps: not more than 1% of its `count` bytes, or in a short
  /// text what damage to a single character leaves, if that is no more than a quarter of it.
  func isTolerable(ofBytes count: Int) -> Bool {
    undecodableBytes * 100 <= count
      || damagedPlaces <= 1 && undecodableBytes <= 4 && undecodableBytes * 4 <= count
  }

  mutating func addUndecodable(at offset: Int, length: Int) {
    if firstUndecodable == nil { firstUndecodable = offset }
    if offset != endOfLast { damagedPlaces += 1 }
    endOfLast = offset + length
    undecodableSequences += 1
    undecodableBytes += length
    units += 1
  }
}
