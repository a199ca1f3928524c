import LunhengCore

/// The one place where problems are put into words.
extension ConfigurationProblem {
  struct Wording {
    var severity: Diagnostic.Severity
    /// Stable: scripts filter by it.
    var code: String
    var message: String

    static func error(_ code: String, _ message: String) -> Self {
      Self(severity: .error, code: code, message: message)
    }

    static func warning(_ code: String, _ message: String) -> Self {
      Self(severity: .warning, code: code, message: message)
    }
  }

  var wording: Wording {
    switch self {
    case .invalidUTF8(let byte):
      .error(
        "invalid-utf8",
        "the byte '\(hexadecimal(UInt32(byte), digits: 2))' is not valid UTF-8; "
          + "save the file in UTF-8")
    case .controlCharacter(let scalar):
      .error(
        "control-character",
        "the invisible character 'U+\(hexadecimal(scalar.value, digits: 4))' is not allowed here; "
          + "delete it")
    case .emptyFile:
      .error("empty-file", "the file has no content; write keys and values, as in 'key: value'")
    case .syntax(let problem, let context, let colonLine):
      .error(
        "yaml-syntax",
        "not valid YAML: \(problem)\(context.map { ", \($0)" } ?? ""); "
          + (colonLine.map { "write ': ' in place of '：' after a key (line \($0))" }
            ?? "check indentation, brackets, quotes and the space after each colon"))
    case .tabIndentation:
      .error("yaml-syntax", "not valid YAML: a tab cannot indent; indent with spaces")
    case .severalDocuments:
      .error(
        "several-documents",
        "a second YAML document starts here; remove '---' or move it to a file of its own")
    case .unsupportedTag(let tag):
      .error("unsupported-tag", "the YAML tag \(quoted(tag)) has no meaning here; delete it")
    case .duplicateKey(let key, let first):
      .error(
        "duplicate-key",
        "the key \(quoted(key)) occurs more than once"
          + "\(first.map { ", first at \(place($0))" } ?? " in its mapping"); keep one of them")
    case .unknownKey(let key, let section, let known):
      .error(
        "unknown-key",
        "unknown key \(quoted(key)) in \(name(of: section)); \(choice(for: key, among: known))")
    case .missingKey(let key, let section):
      .error("missing-key", "the key \(quoted(key)) is missing in \(name(of: section)); add it")
    case .wrongType(let key, let expected, let found):
      .error(
        "wrong-type",
        "\(key.map { "\(quoted($0)) is" } ?? "found") \(description(of: found)); "
          + "write \(description(of: expected))\(fullWidthColonHint(in: found))")
    case .emptyValue(let key):
      .error("empty-value", "\(quoted(key)) has no value; give it one or delete it")
    case .emptyList(let key):
      .error("empty-list", "the list \(quoted(key)) is empty; give at least one item")
    case .invalidValue(let value, let key, let expected):
      .error(
        "invalid-value",
        "\(quoted(value)) is not a value for \(quoted(key)); "
          + "\(remedy(for: value, expected: expected))")

    case .duplicateTheme(let id, let first):
      .error(
        "duplicate-theme",
        "the theme \(quoted(id)) occurs more than once, first at \(place(first)); "
          + "rename one of them or merge their terms")
    case .duplicateTerm(let term, let theme, let written, let first):
      .error(
        "duplicate-term",
        "the term \(quoted(term)) occurs more than once in \(themeName(theme)), "
          + "first \(written == term ? "" : "as \(quoted(written)) ")at \(place(first)); delete one"
      )
    case .sharedTerm(let term, let otherTheme, let first):
      .warning(
        "shared-term",
        "the term \(quoted(term)) is also in \(themeName(otherTheme)) at \(place(first)); "
          + "keep it where it is evidence of one theme only")
    case .emptyTerm:
      .error("empty-term", "the term is empty; write a word or phrase or delete the item")
    case .punctuationTerm(let term):
      .error(
        "punctuation-term",
        "the term \(quoted(term)) has only punctuation; write a word or phrase")
    case .paddedTerm(let term):
      .warning(
        "padded-term",
        "the spaces around the term \(quoted(term)) are ignored; delete them")

    case .duplicateOutput(let path, let first):
      .error(
        "duplicate-output",
        "\(quoted(path)) is also written by \(place(first)); give each output a file of its own")
    case .coverageWithoutThemes:
      .error(
        "missing-key",
        "'coverage' needs themes to count; add the section 'themes' with a codebook")

    case .duplicateWord(let word, let firstLine):
      .warning(
        "duplicate-word",
        "the word \(quoted(word)) occurs more than once, first at line \(firstLine); delete one")
    case .spacedWords(let first, let count):
      .warning(
        "word-with-space",
        "the word \(quoted(first)) has a space and is taken whole"
          + "\(count > 1 ? ", as are \(count - 1) more" : ""); "
          + "put frequencies and tags after a tab")
    }
  }
}

private func quoted(_ text: String) -> String { "'\(text)'" }

private func place(_ position: Position) -> String {
  "line \(position.line), column \(position.column)"
}

private func themeName(_ id: String?) -> String {
  id.map { "theme \(quoted($0))" } ?? "a theme without id"
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

private func choice(for word: String, among candidates: [String]) -> String {
  if let suggestion = closestSpelling(to: word, among: candidates) {
    return "did you mean \(quoted(suggestion))?"
  }
  return "write one of \(candidates.map(quoted).joined(separator: ", "))"
}

private func name(of section: ConfigurationProblem.Section) -> String {
  switch section {
  case .codebook: "the codebook"
  case .theme: "a theme"
  case .term: "a term"
  case .pipeline: "the pipeline"
  case .ingest: "'ingest'"
  case .segment: "'segment'"
  case .keywords: "'keywords'"
  case .themes: "'themes'"
  case .coverage: "an item of 'coverage'"
  }
}

private func description(of type: ConfigurationProblem.ExpectedType) -> String {
  switch type {
  case .text: "text"
  case .mapping: "keys and values, as in 'key: value'"
  case .list: "a list, as in '[first, second]'"
  case .textOrLanguages: "text, or text for each language as in '{zh-Hant: 金融, en: Finance}'"
  case .textOrTerm: "text, or '{term: 金融科技, weight: 2}'"
  }
}

private func description(of type: ConfigurationProblem.FoundType) -> String {
  switch type {
  case .text(let text): "the text \(quoted(abbreviated(text)))"
  case .mapping: "a mapping of keys to values"
  case .list: "a list"
  case .nothing: "empty"
  }
}

/// A text that stands where a mapping should is often a whole block whose colons are full-width.
private func abbreviated(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}

/// Chinese input methods type the colon that YAML does not know.
private func fullWidthColonHint(in type: ConfigurationProblem.FoundType) -> String {
  if case .text(let text) = type, text.contains("：") { return ", with ': ' in place of '：'" }
  return ""
}

private func remedy(for value: String, expected: ConfigurationProblem.ExpectedValue) -> String {
  switch expected {
  case .identifier: "use only the letters a to z, digits and '-'"
  case .oneOf(let values): choice(for: value, among: values)
  case .positiveNumber: "write a number above 0"
  case .positiveInteger: "write a whole number above 0"
  case .languageTag: "write a BCP 47 language tag such as 'zh-Hant' or 'en'"
  case .encodingName: "write 'auto' or a charset such as 'UTF-8' or 'Big5-HKSCS'"
  case .fileExtension(let extensions):
    "end the path in one of \(extensions.map { quoted("." + $0) }.joined(separator: ", "))"
  }
}
