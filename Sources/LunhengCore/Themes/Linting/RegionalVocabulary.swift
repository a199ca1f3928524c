/// What Hong Kong, Taiwan and the mainland call the same things in other words: 軟件 and 軟體. Variants of
/// characters are no part of it; folding takes care of them.
struct RegionalVocabulary: Sendable {
  enum Region: Int, CaseIterable, Sendable {
    case hongKong, taiwan, mainland

    var name: String {
      switch self {
      case .hongKong: "Hong Kong"
      case .taiwan: "Taiwan"
      case .mainland: "the mainland"
      }
    }
  }

  /// A phrase as other regions write it.
  struct Translation: Hashable, Sendable {
    var text: String
    var regions: [Region]
  }

  /// By row and region, the folded wordings, and the one to write.
  private let folded: [[Set<[UInt16]>]]
  private let written: [[String]]
  /// Folded wordings that mean something else elsewhere, in whatever line.
  private let doubtful: Set<[UInt16]>
  private let finder: PhraseMatcher
  /// By phrase of the finder.
  private let rowOfPhrase: [Int]

  static let standard = RegionalVocabulary(rows: rows)

  init(rows: String) {
    var folded: [[Set<[UInt16]>]] = []
    var written: [[String]] = []
    var phrases: [String] = []
    var rowOfPhrase: [Int] = []
    var known: Set<[UInt16]> = []
    var doubtful: Set<[UInt16]> = []
    for (row, line) in rows.split(separator: "\n").enumerated() {
      let regions = line.split(separator: "|").map { $0.split(separator: "/").map(String.init) }
      for wording in regions.joined() where !wording.hasPrefix("~") {
        guard known.insert(Self.folded(wording)).inserted else { continue }
        phrases.append(wording)
        rowOfPhrase.append(row)
      }
      for wording in regions.joined() where wording.hasPrefix("~") {
        doubtful.insert(Self.folded(String(wording.dropFirst())))
      }
      let bare = regions.map { $0.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 } }
      folded.append(bare.map { Set($0.map(Self.folded)) })
      written.append(bare.map { $0[0] })
    }
    self.folded = folded
    self.written = written
    self.doubtful = doubtful.subtracting(known)
    self.rowOfPhrase = rowOfPhrase
    finder = PhraseMatcher(phrases)
  }

  private static func folded(_ text: String) -> [UInt16] { FoldedText(Array(text.utf16)).units }

  /// The other ways in which regions write the phrase; none if it has no word that they do not share.
  ///
  /// Complexity: O(length).
  func translations(of phrase: String) -> [Translation] {
    let units = Array(phrase.utf16)
    var hits: [PhraseMatcher.Hit] = []
    finder.findAll(in: units, into: &hits)
    PhraseMatcher.keepLeftmostLongest(&hits)
    if hits.isEmpty { return [] }
    let own = Self.folded(phrase)
    var translations: [Translation] = []
    for region in Region.allCases {
      var text: [UInt16] = []
      var end = 0
      for hit in hits {
        let (row, range) = (rowOfPhrase[Int(hit.phrase)], hit.range)
        text += units[end..<range.lowerBound]
        let found = Array(units[range])
        let isWritten = folded[row][region.rawValue].contains(FoldedText(found).units)
        text += isWritten ? found : Array(written[row][region.rawValue].utf16)
        end = range.upperBound
      }
      text += units[end...]
      let translation = String(decoding: text, as: UTF16.self)
      let key = Self.folded(translation)
      // By itself a doubtful wording is no term: 數字 is a number before it is digital.
      if key == own || doubtful.contains(key) { continue }
      if let known = translations.firstIndex(where: { Self.folded($0.text) == key }) {
        translations[known].regions.append(region)
      } else {
        translations.append(Translation(text: translation, regions: [region]))
      }
    }
    return translations
  }
}
