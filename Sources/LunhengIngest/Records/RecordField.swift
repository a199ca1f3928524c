/// A field of a record.
enum RecordField: Int, CaseIterable {
  case id, text, title, authors, date, publication, page, url

  var name: String { String(describing: self) }

  /// What its value may be.
  var expected: String {
    switch self {
    case .authors: "an array of strings or one string"
    case .page: "a string or a number"
    default: "a string"
    }
  }

  /// The field of that name. Called for every key of every record, so it looks at the length first.
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    func named(_ field: RecordField, _ word: StaticString) -> RecordField? {
      for index in 0..<name.count where name[index] != word.utf8Start[index] { return nil }
      return field
    }
    let field: RecordField? =
      switch name.count {
      case 2: named(.id, "id")
      case 3: named(.url, "url")
      case 4: named(.text, "text") ?? named(.date, "date") ?? named(.page, "page")
      case 5: named(.title, "title")
      case 7: named(.authors, "authors")
      case 11: named(.publication, "publication")
      default: nil
      }
    guard let field else { return nil }
    self = field
  }
}
