import LunhengCore
internal import Yams

extension CodebookReader {
  /// Text, or text for each language.
  mutating func localizedName(from field: Fields.Field) -> LocalizedName? {
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
}

extension LocalizedName {
  /// A name in a language that nobody has named, "und" in BCP 47.
  init(undetermined name: String) { self.init(["und": name]) }
}
