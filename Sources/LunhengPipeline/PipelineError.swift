import LunhengCore

/// What can go wrong between the rooms.
public enum PipelineError: Error, Hashable, Sendable {
  case outputFailed(path: String, reason: String)
  case noCodebook(corpus: String)
  case unknownCodebook(String, known: [String])
  case unknownTheme(String, known: [String])
  case unknownDocument(String)
  case severalCodebooks([String])
  case emptyTerm(String)
  /// No text is in the target that terms are suggested for.
  case emptyTarget(String)
  /// No text is left that a target could be compared with; what was asked for, or nothing.
  case emptyReference(String)
  /// A word that was asked for and does not occur.
  case absentWord(String)
  /// A label that no theme of the codebook has for id or name.
  case unknownLabel(String)
  /// Documents without a label; their number and the first one's line.
  case unlabelled(Int, field: String, path: String, firstLine: Int)
  /// A file of labelled documents of which none has a label.
  case noLabels(path: String, field: String)
  /// A line that is no contrast: term, text, "hit" or "none", divided by tabs.
  case badContrast(path: String, line: Int)
  /// A file of contrasts that has none.
  case noContrasts(path: String)
  /// A codebook that holds no examples to test it with.
  case noExamples(path: String)
  /// A pattern that a document was too much for.
  case exhaustedPattern(String, document: String)
  /// Several inputs of one run have the same name in the corpus.
  case sameKey(String, path: String, line: Int?)
  /// A file of gold words that is not UTF-8; the place is that of the first wrong byte.
  case invalidUTF8(path: String, line: Int, column: Int)
  /// A file of gold words that has none.
  case noWords(path: String)
  /// A word of a tagged file that has no universal part of speech.
  case badTag(word: String, path: String, line: Int)
}

extension PipelineError {
  public var diagnostic: Diagnostic {
    func quoted(_ names: [String]) -> String {
      names.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
    }
    switch self {
    case .outputFailed(let path, let reason):
      return Diagnostic(
        .error, code: "output-failed",
        message: "cannot write the output: \(reason); check the folder and the space left",
        location: DiagnosticLocation(path: path))
    case .noCodebook(let corpus):
      return Diagnostic(
        .error, code: "no-codebook",
        message: "no codebook has been applied to this corpus; run `lunheng annotate --corpus … "
          + "--codebook FILE` first", location: DiagnosticLocation(path: corpus))
    case .unknownCodebook(let name, let known):
      return Diagnostic(
        .error, code: "unknown-codebook",
        message: "no codebook \"\(name)\" in this corpus; it has \(quoted(known))")
    case .unknownTheme(let name, let known):
      return Diagnostic(
        .error, code: "unknown-theme",
        message: "no theme \"\(name)\" in this codebook; it has \(quoted(known))")
    case .unknownDocument(let key):
      return Diagnostic(
        .error, code: "unknown-document",
        message: "no document \"\(key)\" in this corpus; `lunheng documents list` shows them")
    case .severalCodebooks(let names):
      return Diagnostic(
        .error, code: "several-codebooks",
        message: "this corpus has several codebooks, \(quoted(names)); say which with --codebook")
    case .emptyTerm(let term):
      return Diagnostic(
        .error, code: "empty-term",
        message: "the term \"\(term)\" has nothing to search for; give letters or characters")
    case .emptyTarget(let name):
      return Diagnostic(
        .error, code: "empty-target",
        message:
          "no text with words belongs to \"\(name)\"; check its spelling and the field's name")
    case .emptyReference(let name):
      return Diagnostic(
        .error, code: "empty-reference",
        message: name.isEmpty
          ? "no text is left to compare with, since all of it is in the target; narrow the target, or "
            + "give other text with --reference-input"
          : "no text with words belongs to the reference \"\(name)\"; check its spelling, and that not "
            + "all of it is in the target")
    case .absentWord(let word):
      return Diagnostic(
        .warning, code: "absent-word",
        message:
          "\"\(word)\" does not occur as a word or between words; --characters finds it inside "
          + "of words too")
    case .unknownLabel(let label):
      return Diagnostic(
        .warning, code: "unknown-label",
        message:
          "no theme has the id or name \"\(label)\", so that documents with this label count "
          + "as wrong; name it with --abstain if they should be given no theme")
    case .unlabelled(let count, let field, let path, let line):
      return Diagnostic(
        .error, code: "no-label",
        message:
          "\(count) of the documents, this one first, have no field \"\(field)\" and are left "
          + "out; name the field with --label",
        location: DiagnosticLocation(path: path, line: line))
    case .noLabels(let path, let field):
      return Diagnostic(
        .error, code: "no-labels",
        message:
          "no document has a field \"\(field)\"; name the field that labels them with --label",
        location: DiagnosticLocation(path: path))
    case .badContrast(let path, let line):
      return Diagnostic(
        .error, code: "bad-contrast",
        message: "the line is left out; write term, text, and hit or none, divided by tabs",
        location: DiagnosticLocation(path: path, line: line))
    case .noContrasts(let path):
      return Diagnostic(
        .error, code: "no-contrasts",
        message:
          "\"\(path)\" has no contrasts; write term, text, and hit or none on a line, divided "
          + "by tabs", location: DiagnosticLocation(path: path))
    case .noExamples(let path):
      return Diagnostic(
        .warning, code: "no-examples",
        message: "the codebook has no examples, so that nothing was tested; give themes some under "
          + "\"examples\"", location: DiagnosticLocation(path: path))
    case .exhaustedPattern(let pattern, let document):
      return Diagnostic(
        .error, code: "pattern-exhausted",
        message:
          "the pattern '\(pattern)' takes too many steps in this document, and not all of its "
          + "hits are counted; write it without repetition inside repetition",
        location: DiagnosticLocation(path: document))
    case .sameKey(let key, let path, let line):
      return Diagnostic(
        .error, code: "same-document",
        message: "a document \"\(key)\" was read before in this run; this one is left out; "
          + "give each an id of its own", location: DiagnosticLocation(path: path, line: line))
    case .invalidUTF8(let path, let line, let column):
      return Diagnostic(
        .error, code: "invalid-utf8",
        message: "the line is not valid UTF-8; save the file in UTF-8",
        location: DiagnosticLocation(path: path, line: line, column: column))
    case .noWords(let path):
      return Diagnostic(
        .error, code: "no-words",
        message: "\"\(path)\" has no words; write a sentence a line, its words separated by one "
          + "space",
        location: DiagnosticLocation(path: path))
    case .badTag(let word, let path, let line):
      return Diagnostic(
        .error, code: "bad-tag",
        message: "the word \"\(word)\" has no universal part of speech; write it as word/TAG, TAG "
          + "being one of " + PartOfSpeech.allCases.map(\.name).joined(separator: " "),
        location: DiagnosticLocation(path: path, line: line))
    }
  }
}
