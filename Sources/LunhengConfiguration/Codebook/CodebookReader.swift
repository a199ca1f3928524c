import LunhengCore
internal import Yams

/// Reads a codebook from the nodes of a YAML document.
struct CodebookReader {
  private var reader: NodeReader
  /// Where each theme was first met, by id.
  private var themePositions: [String: Position] = [:]
  /// Where each term was first met, by its folded text.
  private var termPlaces: [String: TermPlace] = [:]

  private struct TermPlace {
    /// Nil if the theme has no usable id.
    let theme: String?
    let position: Position
  }

  init(_ document: YAMLDocument) { reader = NodeReader(document) }

  var problems: [LocatedProblem] { reader.problems }

  /// Nil unless all that a codebook needs is there; problems may have been met all the same.
  mutating func codebook(from root: Node) -> Codebook? {
    guard
      let fields = reader.fields(
        of: root, section: .codebook, known: ["codebook", "name", "overlap", "themes"])
    else { return nil }
    let id = reader.required("codebook", in: fields).flatMap {
      reader.identifier(of: $0, key: "codebook")
    }
    let name = fields["name"].flatMap { localizedName(from: $0) }
    let overlap = fields["overlap"].flatMap {
      reader.choice(of: $0, key: "overlap", as: OverlapPolicy.self)
    }
    let items = reader.required("themes", in: fields).flatMap {
      reader.someItems(of: $0, key: "themes")
    }
    let themes = (items ?? []).compactMap { theme(from: $0) }
    guard let id else { return nil }
    return Codebook(
      id: id, name: name ?? LocalizedName(undetermined: id), overlap: overlap ?? .codebook,
      themes: themes)
  }

  private mutating func theme(from node: Node) -> Theme? {
    guard
      let fields = reader.fields(
        of: node, section: .theme, known: ["id", "name", "definition", "terms"])
    else { return nil }
    let idField = reader.required("id", in: fields)
    let id = idField.flatMap { reader.name(of: $0, key: "id") }
    if let id, let position = idField?.value.position {
      if let first = themePositions[id] {
        reader.report(.duplicateTheme(id, first: first), at: position)
      } else {
        themePositions[id] = position
      }
    }
    let name = fields["name"].flatMap { localizedName(from: $0) }
    let definition = fields["definition"].flatMap { reader.text(of: $0, key: "definition") }
    let items = reader.required("terms", in: fields).flatMap {
      reader.someItems(of: $0, key: "terms")
    }
    let terms = terms(from: items ?? [], theme: id)
    guard let id else { return nil }
    return Theme(
      id: id, name: name ?? LocalizedName(undetermined: id), definition: definition, terms: terms)
  }

  // MARK: Names

  /// Text, or text for each language.
  private mutating func localizedName(from field: Fields.Field) -> LocalizedName? {
    let expected = ConfigurationProblem.ExpectedType.textOrLanguages
    if field.value.mapping == nil {
      let text = reader.text(of: field, key: "name", expected: expected)
      return text.map { LocalizedName(undetermined: $0) }
    }
    let entries = reader.entries(of: field.value, key: "name", expected: expected) ?? []
    if entries.isEmpty { reader.report(.emptyValue(key: "name"), at: field.key) }
    var names: [String: String] = [:]
    for (tag, entry) in entries {
      if !isLanguageTag(tag) {
        reader.report(.invalidValue(tag, key: "name", expected: .languageTag), at: entry.key)
      }
      names[tag] = reader.text(of: entry, key: tag)
    }
    return LocalizedName(names)
  }

  /// Whether `text` has the form of a BCP 47 tag: a language of two or three letters, then subtags
  /// of up to eight letters or digits. Case is left as it is.
  private func isLanguageTag(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = subtags.first else { return false }
    return (2...3).contains(language.count) && language.allSatisfy { $0.isASCII && $0.isLetter }
      && subtags.dropFirst().allSatisfy { subtag in
        (1...8).contains(subtag.count)
          && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }

  // MARK: Terms

  private mutating func terms(from items: [Node], theme: String?) -> [Term] {
    // Within the theme, by folded text.
    var firsts: [String: (written: String, position: Position)] = [:]
    return items.compactMap { item in
      guard let (term, position) = term(from: item) else { return nil }
      let folded = WrittenText(term.text).folded
      if let first = firsts[folded] {
        reader.report(
          .duplicateTerm(
            term.text, theme: theme, written: first.written, first: first.position),
          at: position)
        return nil
      }
      firsts[folded] = (term.text, position)
      if let other = termPlaces[folded] {
        reader.report(
          .sharedTerm(term.text, otherTheme: other.theme, first: other.position), at: position)
      } else {
        termPlaces[folded] = TermPlace(theme: theme, position: position)
      }
      return term
    }
  }

  private mutating func term(from node: Node) -> (Term, Position)? {
    guard node.mapping != nil else {
      let written = reader.scalar(of: node, key: nil, expected: .textOrTerm)
      return written.flatMap { termText($0, at: node.position) }.map { (Term($0), node.position) }
    }
    guard
      let fields = reader.fields(
        of: node, section: .term, known: ["term", "weight"], expected: .textOrTerm)
    else { return nil }
    let weight = fields["weight"].flatMap { reader.positiveNumber(of: $0, key: "weight") }
    guard let field = reader.required("term", in: fields),
      let written = reader.scalar(of: field.value, key: "term"),
      let text = termText(written, at: field.value.position)
    else { return nil }
    return (Term(text, weight: weight ?? 1), field.value.position)
  }

  /// The text of a term that can occur in a text.
  private mutating func termText(_ written: String, at position: Position) -> String? {
    let text = WrittenText(written).trimmed
    if text.isEmpty {
      reader.report(.emptyTerm, at: position)
    } else if let invisible = WrittenText(text).firstInvisible {
      reader.report(.controlCharacter(invisible), at: position)
    } else if WrittenText(text).isPunctuation {
      reader.report(.punctuationTerm(text), at: position)
    } else {
      if text != written { reader.report(.paddedTerm(text), at: position) }
      return text
    }
    return nil
  }
}

extension LocalizedName {
  /// A name in a language that nobody has named, "und" in BCP 47.
  init(undetermined name: String) { self.init(["und": name]) }
}
