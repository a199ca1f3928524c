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
  /// Aliases that stand for aliases make the file larger than it is written.
  case multipliedAliases(limit: Int)
  case nestedTooDeep(limit: Int)

  // Codebooks
  /// `second` is where the other one is if it is in an included file.
  case duplicateTheme(String, first: PlaceReference, second: PlaceReference? = nil)
  /// `written` is how the first one is spelt: terms that differ in case or width are the same.
  case duplicateTerm(String, theme: String?, written: String, first: PlaceReference)
  case emptyTerm
  /// There is something, but nothing that a text is searched for.
  case vanishingTerm(String)
  case punctuationTerm(String)
  case paddedTerm(String)
  case listInTerm(String)
  /// The keys that say what a rule is, of which there must be one.
  case ruleKind(found: [String], known: [String])
  /// A key that says nothing here; `belongsTo` names what it is for.
  case misplacedKey(String, belongsTo: Placement)
  case tooFewMembers(key: String, needed: Int)
  case tooManyMembers(key: String, limit: Int)
  case contradiction(Contradiction)
  case invalidPattern(status: String, offset: Int)
  case emptyMatch(String)
  case explosivePattern(String)

  // Files that a codebook names
  case unreadableFile(String, reason: String)
  /// From the file that is included to the one that includes it again.
  case cyclicInclude(chain: [String])
  case unknownTheme(String, path: String, known: [String])
  case emptyLexicon(String)

  // Pipelines
  case duplicateOutput(String, first: Position)
  case coverageWithoutThemes

  // Lexicons
  case duplicateWord(String, first: PlaceReference)
  case spacedWords(first: String, count: Int)

  // Comma-separated values
  case unclosedQuote
  case textAfterQuote
  case tooManyFields(count: Int, columns: [String])
  case unknownColumn(String, known: [String])
  case duplicateColumn(String)
}

extension ConfigurationProblem {
  /// The mapping that a key belongs to.
  enum Section: Hashable, Sendable {
    case codebook, theme, term, member, include, absence, examples, example
    case pipeline, ingest, segment, keywords, themes, coverage
  }

  enum ExpectedType: Hashable, Sendable {
    case text, mapping, list
    case textOrLanguages
    case textOrTerm
    case pathOrCodebook
    case listOrAbsence
    case textOrExample
  }

  /// What a misplaced key is for.
  enum Placement: Hashable, Sendable {
    /// A rule that is written with one of these keys.
    case rules([String])
    /// An item of 'terms' and not a part of one.
    case termItem
    /// A list of alternatives.
    case alternatives
    case positiveExample
  }

  /// Rules of which one leaves nothing of the other.
  enum Contradiction: Hashable, Sendable {
    /// What `unless` lists is what the rule finds.
    case unlessItself(String)
    /// What `not` lists is in all that the rule finds.
    case absenceOfItself(String)
    case repeatedMember(String)
    /// `theme` is nil for the codebook's own.
    case excluded(String, theme: String?)
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
    case distance
    case languageTag
    case encodingName
    case fileExtension([String])
  }
}
