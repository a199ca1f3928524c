/// A file is no model, of the segmenter or of background frequencies, that this program can use.
public enum SegmenterModelError: Error, Hashable, Sendable {
  /// It does not begin as a model does.
  case notAModel
  /// It was written for another version of the program.
  case unsupportedVersion(found: UInt32, supported: UInt32)
  /// It ends too early or too late.
  case wrongLength(found: Int, expected: UInt64)
  /// Its content is not what was written.
  case wrongHash
  /// It lacks a part, or a part has the wrong length.
  case badSection(name: String)
  /// It was trained without tags.
  case noTags

  /// - Parameter path: the model file, as the user knows it.
  public func diagnostic(path: String) -> Diagnostic {
    let (code, message): (String, String) =
      switch self {
      case .notAModel: ("not-a-model", "'\(path)' is not a model of this program")
      case .unsupportedVersion(let found, let supported):
        (
          "model-version",
          "the model '\(path)' has version \(found), this program reads version \(supported); train it again"
        )
      case .wrongLength(let found, let expected):
        (
          "damaged-model",
          "the model '\(path)' has \(found) bytes where it says \(expected); copy it again"
        )
      case .wrongHash:
        ("damaged-model", "the model '\(path)' was changed after it was written; copy it again")
      case .badSection(let name):
        (
          "damaged-model",
          "the model '\(path)' has no usable section '\(name)'; train it again"
        )
      case .noTags:
        (
          "no-tags",
          "the model '\(path)' knows no parts of speech; train it on .pos files, with word/TAG"
        )
      }
    return Diagnostic(.error, code: code, message: message)
  }
}
