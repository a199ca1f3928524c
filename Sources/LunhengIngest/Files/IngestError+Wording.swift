import LunhengCore

extension IngestError {
  /// The error as a diagnostic with a stable code. The only place where words are chosen.
  public var diagnostic: Diagnostic {
    Diagnostic(severity, code: code, message: message, location: location)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .undecodableBytes: .warning
    case .badRecord(let fault, _): fault.isWarning ? .warning : .error
    default: .error
    }
  }

  private var code: String {
    switch self {
    case .noSuchFile, .noMatch, .emptyFolder: "no-such-file"
    case .unreadableFolder: "unreadable-folder"
    case .unreadableFile: "unreadable-file"
    case .unusableName: "unusable-name"
    case .isFolder: "is-folder"
    case .specialFile: "special-file"
    case .emptyFile: "empty-file"
    case .binaryFile: "binary-file"
    case .unknownEncoding: "unknown-encoding"
    case .undecodable: "undecodable"
    case .undecodableBytes: "undecodable-bytes"
    case .lineTooLong: "line-too-long"
    case .badRecord(let fault, _):
      switch fault {
      case .malformed: "malformed-json"
      case .missingField, .emptyIdentifier: "missing-field"
      case .notAnObject, .wrongType: "wrong-type"
      case .badDate: "bad-date"
      case .duplicateKey: "duplicate-key"
      case .loneSurrogate: "lone-surrogate"
      }
    }
  }

  private var location: DiagnosticLocation? {
    switch self {
    case .noSuchFile(let path), .noMatch(let path), .emptyFolder(let path),
      .unreadableFolder(let path, _), .unreadableFile(let path, _), .unusableName(let path),
      .isFolder(let path), .specialFile(let path, _), .emptyFile(let path),
      .binaryFile(let path, _), .undecodable(let path, _, _, _):
      DiagnosticLocation(path: path)
    case .unknownEncoding: nil
    case .undecodableBytes(let path, _, let first, _):
      DiagnosticLocation(path: path, line: first.line, column: first.column)
    case .lineTooLong(let path, let line, _, _): DiagnosticLocation(path: path, line: line)
    case .badRecord(_, let place): place
    }
  }

  private var message: String {
    switch self {
    case .noSuchFile(let path):
      "there is no file \"\(path)\"; check the name and the folder it is looked for in"
    case .noMatch(let pattern):
      "no file matches \"\(pattern)\"; check the pattern (hidden files need a pattern with the dot)"
    case .emptyFolder(let path):
      "there is no file in the folder \"\(path)\"; name a folder with files that are not hidden"
    case .unreadableFolder(let path, let number):
      "cannot list the folder \"\(path)\": \(Self.reason(number))"
    case .unreadableFile(let path, let number):
      "cannot read \"\(path)\": \(Self.reason(number))"
    case .unusableName(let path):
      "the file name \"\(path)\" is not valid UTF-8; rename the file"
    case .isFolder(let path):
      "\"\(path)\" is a folder where a file is needed; name a file in it"
    case .specialFile(let path, let kind):
      "\"\(path)\" is \(kind.rawValue) and no file; save its content to a file first"
    case .emptyFile(let path):
      "\"\(path)\" is empty; remove it or fetch it again"
    case .binaryFile(let path, let kind):
      "\"\(path)\" is no text but \(kind.rawValue); extract its text first"
    case .unknownEncoding(let name):
      "there is no encoding \"\(name)\"; use a name such as \"UTF-8\", \"Big5-HKSCS\" or \"GB18030\""
    case .undecodable(_, let encoding, let offset, let wasForced):
      wasForced
        ? "not in \"\(encoding)\": byte \(offset) and too many others make no character in it; "
          + "name another encoding, or none to have it found"
        : "the encoding cannot be told: the first fault is at byte \(offset), the best guess is "
          + "\"\(encoding)\"; name the encoding, or save the file as UTF-8"
    case .undecodableBytes(_, let encoding, let first, let count):
      "\(count == 1 ? "1 sequence" : "\(count) sequences") of bytes cannot be decoded as "
        + "\"\(encoding)\" and became U+FFFD, the first at byte \(first.offset); "
        + "repair the file, or name its right encoding"
    case .lineTooLong(_, _, let bytes, let limit):
      "a line of \(bytes) bytes is longer than the \(limit) that a text may have; "
        + "check that the file is a text, and break the line"
    case .badRecord(let fault, _):
      fault.message
    }
  }

  private static func reason(_ number: Int32) -> String {
    let words = FileSystem.describe(number)
    let reason = words.prefix(1).lowercased() + words.dropFirst()
    let remedy =
      if FileSystem.meansForbidden(number) {
        "give yourself permission to read it"
      } else if FileSystem.meansAbsent(number) {
        "it vanished meanwhile; run again"
      } else if FileSystem.meansOutOfDescriptors(number) {
        "raise the limit on open files (ulimit -n)"
      } else {
        "check the disk or network drive it is on"
      }
    return "\(reason); \(remedy)"
  }
}

extension RecordFault {
  fileprivate var message: String {
    switch self {
    case .malformed(let fault, let offset):
      "not JSON: \(fault.words) (byte \(offset)); \(fault.remedy)"
    case .notAnObject:
      "a record must be an object; write it as {\"id\": …, \"text\": …}"
    case .missingField(let name):
      "the record has no \"\(name)\"; every record needs an \"id\" and a \"text\""
    case .emptyIdentifier:
      "the \"id\" is empty; give every record an id of its own"
    case .wrongType(let field, let expected):
      "the value of \"\(field)\" must be \(expected); change it or leave the field out"
    case .badDate(let text):
      "\"\(text)\" is no date; write it as \"2023-12-18\""
    case .duplicateKey(let name):
      "\"\(name)\" stands in the record more than once and the last one was used; remove the others"
    case .loneSurrogate(let field, let count):
      "\(count == 1 ? "half a surrogate pair" : "\(count) halves of surrogate pairs") in "
        + "\"\(field)\" became U+FFFD; write the character itself or both halves"
    }
  }
}

extension JSONFault {
  fileprivate var words: String {
    switch self {
    case .unexpectedEnd: "the line ends within a value"
    case .unexpectedByte(let expected): "expected \(expected)"
    case .trailingContent: "something follows the end of the object"
    case .controlCharacter: "a control character stands unescaped in a string"
    case .invalidUTF8: "a string is not valid UTF-8"
    case .badEscape: "a string has an escape that JSON does not know"
    case .badNumber: "a number is not written as JSON wants it"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .unexpectedEnd, .trailingContent: "write one whole object on each line"
    case .unexpectedByte, .badNumber, .badEscape: "write the line with a JSON library"
    case .controlCharacter: "escape it, such as \"\\n\" or \"\\u0001\""
    case .invalidUTF8: "convert the file to UTF-8"
    case .tooDeep: "drop that field"
    }
  }
}
