/// A wording of another region that a theme has no term for.
struct MissingVariant: Hashable, Sendable {
  var place: MatchAudit.Place
  /// The wording that the theme has, and the one that it lacks.
  var wording: String
  var text: String
  var regions: [RegionalVocabulary.Region]

  /// In the order of `wordings`, none twice in a theme.
  static func find(in wordings: [CodebookLinter.Wording]) -> [MissingVariant] {
    var found: [MissingVariant] = []
    for theme in Dictionary(grouping: wordings, by: \.place.theme).sorted(by: { $0.key < $1.key }) {
      var known = Set(theme.value.map(\.folded))
      let finder = PhraseMatcher(theme.value.map(\.text))
      var hits: [PhraseMatcher.Hit] = []
      for wording in theme.value where !wording.isExact {
        for translation in RegionalVocabulary.standard.translations(of: wording.text) {
          // A shorter term of the theme may find it already.
          hits.removeAll(keepingCapacity: true)
          finder.findAll(in: Array(translation.text.utf16), into: &hits)
          guard hits.isEmpty, known.insert(FoldedText(Array(translation.text.utf16)).units).inserted
          else { continue }
          found.append(
            MissingVariant(
              place: wording.place, wording: wording.text, text: translation.text,
              regions: translation.regions))
        }
      }
    }
    return found
  }
}

extension CodebookLinter {
  func variantFindings(_ counts: [(hits: Int, documents: Int)]?) -> [LintFinding] {
    missing.enumerated().map { index, variant in
      let count = counts?[index]
      let regions = variant.regions.map(\.name).joined(separator: " or ")
      let term = codebook.themes[variant.place.theme].terms[variant.place.term].text
      var message = term == variant.wording ? "" : "\(variant.wording): "
      message += "\(regions) writes \(variant.text), which the theme lacks"
      if let count, count.hits > 0 {
        message +=
          "; it occurs \(LintFinding.counted(count.hits, "time")) in "
          + LintFinding.counted(count.documents, "document")
      } else if count != nil {
        message += "; it does not occur in these texts"
      }
      return finding(
        .missingVariant, count.map { $0.hits > 0 } ?? false ? .warning : .note, at: variant.place,
        others: [variant.text], count: count?.hits, message)
    }
  }
}
