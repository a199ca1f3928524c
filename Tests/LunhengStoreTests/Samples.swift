import LunhengCore
import LunhengStore

/// Documents and codebooks to fill a corpus with.
enum Samples {
  static func date(_ text: String) -> CalendarDate { CalendarDate(iso8601: text)! }

  /// A block of text that stands on one line of a UTF-8 file.
  static func block(_ text: String, role: BlockRole = .paragraph, line: Int = 1) -> Block {
    var source = SourceMap()
    var position = SourcePosition(line: line, column: 1, byte: line * 1000, scalar: line * 300)
    for scalar in text.unicodeScalars {
      let width = UTF16.width(scalar)
      let bytes = String(scalar).utf8.count
      source.append(
        width, from: position, bytesPerUnit: bytes / width, unitsPerScalar: width)
      position.column += 1
      position.byte += bytes
      position.scalar += 1
    }
    return Block(
      role: role, units: Array(text.utf16), lines: line...line + 1, page: 2, source: source)
  }

  static func evidence(_ text: String, line: Int) -> Evidence {
    Evidence(
      text: text, position: SourcePosition(line: line, column: 3, byte: 40 * line, scalar: line))
  }

  static func document(
    _ key: String, authors: [String] = ["陳大文"], publication: String? = "明報",
    date: String? = "2023-12-18", texts: [String] = ["創科發展須有人才。", "北部都會區要有鐵路。"]
  ) -> Document {
    Document(
      id: key,
      metadata: Metadata(
        title: Attributed("題為\(key)", evidence: evidence("題", line: 1)),
        authors: authors.enumerated().map {
          Attributed($1, evidence: $0 == 0 ? evidence($1, line: 2) : nil)
        },
        publication: publication.map { Attributed($0, evidence: evidence($0, line: 3)) },
        date: date.map { Attributed(Self.date($0), evidence: evidence("十八日", line: 3)) },
        page: Attributed("B8", evidence: evidence("B08", line: 4)),
        url: Attributed("https://example.com/\(key)")),
      blocks: [block("觀點", role: .furniture)]
        + texts.enumerated().map { block($1, line: $0 + 5) })
  }

  static func input(
    _ document: Document, path: String? = nil, recordLine: Int? = nil, sha256: String = "aa",
    encoding: String = "UTF-8"
  ) -> IngestedDocument {
    IngestedDocument(
      document: document, path: path ?? "files/\(document.id)", recordLine: recordLine,
      sha256: sha256, encoding: encoding)
  }

  static let codebook = Codebook(
    id: "policy", name: LocalizedName(["zh-Hant": "政策", "en": "Policy \"2023\""]),
    overlap: .theme,
    themes: [
      Theme(
        id: "innovation", name: LocalizedName(["zh-Hant": "創科"]), definition: "創新科技",
        terms: [Term("創科"), Term("人才", weight: 0.5)]),
      Theme(
        id: "transport", name: LocalizedName(["zh-Hant": "運輸"]),
        terms: [Term("鐵路", weight: 2), Term("人才")]),
      Theme(id: "empty", name: LocalizedName([:]), terms: []),
    ])

  /// Finds the codebook's terms literally; calls a hit before a 。 nested and one at the start of a
  /// block aligned, so that all statuses occur.
  static func annotation(of document: StoredDocument) -> DocumentAnnotation {
    let blocks = document.blocks.map { block in
      var matches: [ThemeMatch] = []
      for start in block.units.indices {
        for (theme, themeValue) in codebook.themes.enumerated() {
          for (term, termValue) in themeValue.terms.enumerated() {
            let units = Array(termValue.text.utf16)
            guard block.units[start...].starts(with: units) else { continue }
            let end = start + units.count
            let isLast = end < block.units.count && block.units[end] == "。".utf16.first
            matches.append(
              ThemeMatch(
                theme: theme, term: term, range: start..<end,
                status: start == 0 ? .aligned : isLast ? .nested : .crossing))
          }
        }
      }
      return BlockMatches(ordinal: block.ordinal, matches: matches)
    }
    return DocumentAnnotation(
      document: document.reference, blocks: blocks,
      scores: ThemeRanker(codebook).rank(
        blocks.map(\.matches), characters: document.characters))
  }

  /// Tokens of two units each, as bytes that mean nothing else.
  static func tokens(of document: StoredDocument) -> DocumentTokens {
    DocumentTokens(
      document: document.reference,
      blocks: document.blocks.map {
        BlockTokens(ordinal: $0.ordinal, tokens: [UInt8($0.units.count % 256), 2])
      })
  }

  static func keywords(of document: StoredDocument) -> DocumentKeywords {
    DocumentKeywords(
      document: document.reference,
      keywords: [
        Keyword(term: "鐵路", score: 2.5, count: 3), Keyword(term: document.key, score: 1, count: 1),
      ])
  }
}

extension Corpus {
  /// Ingests documents, each read from bytes of the digest "aa".
  @discardableResult
  func add(_ documents: [Document], readerVersion: String = "1") throws -> [IngestOutcome] {
    try ingest(documents.map { Samples.input($0) }, readerVersion: readerVersion)
  }

  func allContent(pending: StageStamp? = nil) throws -> [StoredDocument] {
    try contentBatch(after: 0, limit: .max, pending: pending)
  }

  /// Runs all stages on what is pending, a document a transaction; gives the codebook's row.
  @discardableResult
  func analyse(stamp: String = "s") throws -> Int64 {
    let codebook = try register(Samples.codebook, sha256: "cb")
    for document in try allContent(pending: StageStamp(.tokens, stamp)) {
      try storeTokens([Samples.tokens(of: document)], stamp: stamp)
    }
    for document in try allContent(pending: StageStamp(.themes(of: "policy"), stamp)) {
      try storeAnnotations(codebook: codebook, [Samples.annotation(of: document)], stamp: stamp)
    }
    for document in try allContent(pending: StageStamp(.keywords, stamp)) {
      try storeKeywords([Samples.keywords(of: document)], stamp: stamp)
    }
    return codebook
  }
}
