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

    case .multipliedAliases(let limit):
      .error(
        "too-many-aliases",
        "the aliases ('*name') of the file stand for more than \(limit) values; "
          + "write out what they stand for")
    case .nestedTooDeep(let limit):
      .error(
        "nested-too-deep",
        "this is nested more than \(limit) deep; split or simplify what is around it")

    case .duplicateTheme(let id, let first, let second):
      .error(
        "duplicate-theme",
        "the theme \(quoted(id)) occurs more than once, "
          + "\(second.map { "at \(place($0)) and " } ?? "")first at \(place(first)); "
          + "rename one of them or merge their terms")
    case .duplicateTerm(let term, let theme, let written, let first):
      .error(
        "duplicate-term",
        "the term \(quoted(term)) occurs more than once in \(themeName(theme)), "
          + "first \(written == term ? "" : "as \(quoted(written)) ")at \(place(first)); delete one"
      )
    case .emptyTerm:
      .error("empty-term", "the term is empty; write a word or phrase or delete the item")
    case .vanishingTerm(let term):
      .error(
        "empty-term",
        "nothing of the term \(quoted(term)) is searched for; write a word or phrase")
    case .punctuationTerm(let term):
      .error(
        "punctuation-term",
        "the term \(quoted(term)) has only punctuation; write a word or phrase")
    case .listInTerm(let term):
      .warning(
        "list-in-term",
        "\(quoted(term)) is one term, marks included; if several are meant, write "
          + "each as an item of its own")
    case .paddedTerm(let term):
      .warning(
        "padded-term",
        "the spaces around the term \(quoted(term)) are ignored; delete them")

    case .ruleKind(let found, let known):
      .error(
        "rule-kind",
        found.isEmpty
          ? "the item says nothing to look for; write one of \(list(known))"
          : "the item has \(list(found)) together; keep one of them")
    case .misplacedKey(let key, let placement):
      .error(
        "misplaced-key",
        "\(quoted(key)) means nothing here; \(remedy(for: key, placement: placement))")
    case .tooFewMembers(let key, let needed):
      .error(
        "too-few-members", "\(quoted(key)) needs at least \(needed) members; add what is missing")
    case .tooManyMembers(let key, let limit):
      .error(
        "too-many-members",
        "'\(key)' has more than \(limit) members; put wordings of one thing together with 'any'")
    case .contradiction(let contradiction):
      .error("contradictory-rule", explanation(of: contradiction))
    case .invalidPattern(let status, let offset):
      .error(
        "invalid-pattern",
        "no regular expression: \(description(ofStatus: status)) at character \(offset) of the pattern; "
          + "write it as ICU does")
    case .emptyMatch(let pattern):
      .error(
        "empty-match",
        "the pattern \(quoted(pattern)) can match nothing; make a part of it obligatory, as '+' does "
          + "in place of '*'")
    case .explosivePattern(let pattern):
      .error(
        "explosive-pattern",
        "the pattern \(quoted(pattern)) needs too many steps; do not nest repetitions, as in '(a+)+'"
      )

    case .unreadableFile(let path, let reason):
      .error("unreadable-file", "\(quoted(path)) cannot be read: \(reason)")
    case .cyclicInclude(let chain):
      .error(
        "cyclic-include",
        "the file includes itself: \(chain.joined(separator: " → ")); remove one of the includes")
    case .unknownTheme(let id, let path, let known):
      .error(
        "unknown-theme",
        "there is no theme \(quoted(id)) in \(quoted(path)); \(choice(for: id, among: known))")
    case .emptyLexicon(let path):
      .error("empty-lexicon", "\(quoted(path)) has no terms; write one a line or delete the item")

    case .duplicateOutput(let path, let first):
      .error(
        "duplicate-output",
        "\(quoted(path)) is also written by \(place(first)); give each output a file of its own")
    case .coverageWithoutThemes:
      .error(
        "missing-key",
        "'coverage' needs themes to count; add the section 'themes' with a codebook")

    case .duplicateWord(let word, let first):
      .warning(
        "duplicate-word",
        "the word \(quoted(word)) occurs more than once, first at \(place(first)); delete one")
    case .spacedWords(let first, let count):
      .warning(
        "word-with-space",
        "the word \(quoted(first)) has a space and is taken whole"
          + "\(count > 1 ? ", as are \(count - 1) more" : ""); "
          + "put frequencies and tags after a tab")

    case .unclosedQuote:
      .error("csv-syntax", "the quotation mark is not closed; add one or double it")
    case .textAfterQuote:
      .error(
        "csv-syntax",
        "text follows the closing quotation mark; write a comma, or double the marks in the field")
    case .tooManyFields(let count, let columns):
      .error(
        "csv-syntax",
        "the line has \(count) fields for the columns \(list(columns)); "
          + "quote a field that has a comma")
    case .unknownColumn(let name, let known):
      .error("unknown-column", "unknown column \(quoted(name)); \(choice(for: name, among: known))")
    case .duplicateColumn(let name):
      .error("unknown-column", "the column \(quoted(name)) occurs more than once; delete one")
    }
  }
}

private func quoted(_ text: String) -> String { "'\(text)'" }

private func place(_ position: Position) -> String {
  "line \(position.line), column \(position.column)"
}

private func place(_ reference: PlaceReference) -> String {
  reference.path.map { "\($0):\(reference.position.line):\(reference.position.column)" }
    ?? place(reference.position)
}

private func list(_ words: [String]) -> String { words.map(quoted).joined(separator: ", ") }

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
  // A codebook may have thousands of themes.
  let more = candidates.count > 20 ? ", …" : ""
  return "write one of \(list(Array(candidates.prefix(20))))\(more)"
}

private func name(of section: ConfigurationProblem.Section) -> String {
  switch section {
  case .codebook: "the codebook"
  case .theme: "a theme"
  case .term: "a term"
  case .member: "a part of a rule"
  case .include: "an item of 'include'"
  case .absence: "'not'"
  case .examples: "'examples'"
  case .example: "an example"
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
  case .pathOrCodebook: "a path, or '{codebook: other.yaml, themes: [金融]}'"
  case .listOrAbsence: "a list, or '{terms: [白宮], within: paragraph}'"
  case .textOrExample: "text, or '{text: 某某文字, leading: true}'"
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
  case .positiveNumber: "write a number above 0, at most a million"
  case .positiveInteger: "write a whole number above 0"
  case .distance:
    "write a number of characters such as '10', or of sentences such as '2 sentences', up to 1000"
  case .languageTag: "write a BCP 47 language tag such as 'zh-Hant' or 'en'"
  case .encodingName: "write 'auto' or a charset such as 'UTF-8' or 'Big5-HKSCS'"
  case .fileExtension(let extensions):
    "end the path in one of \(extensions.map { quoted("." + $0) }.joined(separator: ", "))"
  }
}

private func remedy(
  for key: String, placement: ConfigurationProblem.Placement
) -> String {
  switch placement {
  case .rules(let kinds): "it belongs to \(list(kinds))"
  case .termItem: "give it to the whole item of 'terms'"
  case .alternatives: "write '{any: [{\(key): …}]}'"
  case .positiveExample: "it belongs to positive examples"
  }
}

private func explanation(of contradiction: ConfigurationProblem.Contradiction) -> String {
  switch contradiction {
  case .unlessItself(let text):
    "'unless' lists \(quoted(text)), which is what the rule looks for; delete one of them"
  case .absenceOfItself(let text):
    "'not' lists \(quoted(text)), which is wherever the rule has a hit; delete one of them"
  case .repeatedMember(let text):
    "the member \(quoted(text)) occurs more than once; delete one or name what else must be there"
  case .excluded(let text, let theme):
    "no hit of \(quoted(text)) can count, for 'exclude' of "
      + "\(theme.map { "theme \(quoted($0))" } ?? "the codebook") lists it; delete one of them"
  }
}

private func description(ofStatus status: String) -> String {
  switch status {
  case "U_REGEX_MISMATCHED_PAREN": "a parenthesis has no partner"
  case "U_REGEX_MISSING_CLOSE_BRACKET": "'[' is not closed"
  case "U_REGEX_BAD_ESCAPE_SEQUENCE": "an unknown escape"
  case "U_REGEX_BAD_INTERVAL": "a count in braces is wrong"
  case "U_REGEX_MAX_LT_MIN": "a count in braces ends before it starts"
  case "U_REGEX_INVALID_BACK_REF": "a back reference to a group that is not there"
  case "U_REGEX_INVALID_RANGE": "a range ends before it starts"
  case "U_REGEX_LOOK_BEHIND_LIMIT": "a look-behind without a limit"
  case "U_REGEX_NUMBER_TOO_BIG", "U_REGEX_PATTERN_TOO_BIG": "too large"
  case "U_REGEX_PROPERTY_SYNTAX", "U_ILLEGAL_ARGUMENT_ERROR": "an unknown property"
  case "U_REGEX_UNIMPLEMENTED": "a feature that ICU does not have"
  default: "a syntax error"
  }
}
