/// What is wrong with a record.
public enum RecordFault: Hashable, Sendable {
  /// The line is no JSON; the fault is at the byte `offset` of the file.
  case malformed(JSONFault, offset: Int)
  case notAnObject
  case missingField(String)
  case emptyIdentifier
  /// `expected` says which values the field may have. For a required field an error, for others a
  /// warning, and the record goes without the field.
  case wrongType(field: String, expected: String)
  case badDate(String)
  case duplicateKey(String)
  /// Halves of surrogate pairs, which became U+FFFD.
  case loneSurrogate(field: String, count: Int)

  /// Whether the record is used all the same.
  var isWarning: Bool {
    switch self {
    case .malformed, .notAnObject, .missingField, .emptyIdentifier: false
    case .wrongType(let field, _): !(field == "id" || field == "text")
    case .badDate, .duplicateKey, .loneSurrogate: true
    }
  }
}
