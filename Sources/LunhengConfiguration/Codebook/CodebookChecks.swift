import LunhengCore

/// What can only be judged when all files of a codebook have been read.
struct CodebookChecks {
  let read: ReadCodebook
  let library: FileLibrary

  /// Terms none of whose hits can count, for an exclusion of the codebook, of the theme or of one
  /// around it is spelt like them.
  func reportExcludedTerms() {
    let ofCodebook = Exclusions(read.codebook.exclusions, theme: nil)
    var levels: [[Exclusions]] = []
    levels.reserveCapacity(read.themes.count)
    for theme in read.themes {
      let around = theme.theme.parent.map { levels[$0] } ?? (ofCodebook.isEmpty ? [] : [ofCodebook])
      let own = Exclusions(theme.theme.exclusions, theme: theme.id)
      let level = own.isEmpty ? around : around + [own]
      levels.append(level)
      if level.isEmpty { continue }
      for term in theme.terms {
        for hit in SpelledPhrase.hits(of: term.term.rule) {
          if let exclusions = level.first(where: { $0.remove(hit) }) {
            report(.contradiction(.excluded(hit.text, theme: exclusions.theme)), at: term.place)
          }
        }
      }
    }
  }

  private func report(_ problem: ConfigurationProblem, at place: FilePlace) {
    library.report(LocatedProblem(problem: problem, position: place.position), in: place.file)
  }

  /// The phrases that a codebook or theme excludes.
  private struct Exclusions {
    let theme: String?
    private let folded: Set<[UInt16]>
    private let exact: Set<String>

    init(_ rules: [CodingRule], theme: String?) {
      self.theme = theme
      let phrases = rules.flatMap(SpelledPhrase.unconditional)
      folded = Set(phrases.lazy.filter { !$0.isExact }.map(\.units))
      exact = Set(phrases.lazy.filter(\.isExact).map(\.text))
    }

    var isEmpty: Bool { folded.isEmpty && exact.isEmpty }

    func remove(_ hit: SpelledPhrase) -> Bool {
      folded.contains(hit.units) || hit.isExact && exact.contains(hit.text)
    }
  }
}
