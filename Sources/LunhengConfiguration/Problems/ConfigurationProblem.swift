/// What can be wrong with a codebook, pipeline or lexicon file. Carries data only:
/// `ConfigurationProblem+Wording.swift` says it in words.
enum ConfigurationProblem: Hashable, Sendable {
  // Any file
  case invalidUTF8(byte: UInt8)
  case controlCharacter(Unicode.Scalar)

  // Any YAML file
  case emptyFile
  /// In the words of the YAML parser; `context` is what it was reading, `fullWidthColon` the line of
  /// a '：' that may be the cause.
  case syntax(problem: String, context: String?, fullWidthColon: Int? = nil)
  case tabIndentation
  case severalDocuments
  case unsupportedTag(String)
  /// `first` is nil where only one of the places is known.
  case duplicateKey(String, first: Position?)
  case unknownKey(String, section: Section, known: [String])
  case missingKey(String, section: Section)
  case wrongType(key: String?, expected: ExpectedType, found: FoundType)
  case emptyValue(key: String)
  case emptyList(key: String)
  case invalidValue(String, key: String, expected: ExpectedValue)

  // Codebooks
  case duplicateTheme(String, first: Position)
  /// `written` is how the first one is spelt: terms that differ in case or width are the same.
  case duplicateTerm(String, theme: String?, written: String, first: Position)
  case sharedTerm(String, otherTheme: String?, first: Position)
  case emptyTerm
  case punctuationTerm(String)
  case paddedTerm(String)

  // Pipelines
  case duplicateOutput(String, first: Position)
  case coverageWithoutThemes

  // Lexicons
  case duplicateWord(String, firstLine: Int)
  case spacedWords(first: String, count: Int)
}

extension ConfigurationProblem {
  /// The mapping that a key belongs to.
  enum Section: Hashable, Sendable {
    case codebook, theme, term
    case pipeline, ingest, segment, keywords, themes, coverage
  }

  enum ExpectedType: Hashable, Sendable {
    case text, mapping, list
    case textOrLanguages
    case textOrTerm
  }

  enum FoundType: Hashable, Sendable {
    case text(String)
    case mapping, list, nothing
  }

  enum ExpectedValue: Hashable, Sendable {
    case identifier
    case oneOf([String])
    case positiveNumber
    case positiveInteger
    case languageTag
    case encodingName
    case fileExtension([String])
  }
}
