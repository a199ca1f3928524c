import LunhengCore
import LunhengStore

/// A token query made ready for the words of a corpus. Immutable, shared by all threads.
struct TokenSearch: Sendable {
  private let query: CompiledQuery
  /// By number of the word, the tests that it passes and the conditions that it meets, a bit each; those
  /// of number 0 are of every word beyond.
  private let tests: [UInt64]
  private let conditions: [UInt64]
  /// The themes of each test of a theme, its bit, and the row of their codebook.
  private let themes: [(bit: UInt64, name: String, themes: Set<Int>)]
  let codebook: Int64

  var hasThemes: Bool { !themes.isEmpty }

  /// - Throws: `PipelineError` where the query names a theme that there is not, or `StoreError`.
  init(_ query: CompiledQuery, codebook name: String?, in corpus: Corpus) throws {
    self.query = query
    var themes: [(UInt64, String, Set<Int>)] = []
    var codebook: Int64 = 0
    for (index, test) in query.tests.enumerated() {
      guard case .theme(let theme) = test else { continue }
      let stored = try corpus.requireCodebook(name)
      codebook = stored.rowID
      let ordinals = stored.withSubthemes(try stored.themes(named: [theme]))
      themes.append((1 << UInt64(index), theme, Set(ordinals)))
    }
    self.codebook = codebook
    self.themes = themes.map { (bit: $0.0, name: $0.1, themes: $0.2) }
    tests = try Self.tests(of: query, in: corpus)
    var known: [UInt64: UInt64] = [:]
    conditions = tests.map { passed in
      if let conditions = known[passed] { return conditions }
      let conditions = query.conditions(passing: passed)
      known[passed] = conditions
      return conditions
    }
  }

  private static func tests(of query: CompiledQuery, in corpus: Corpus) throws -> [UInt64] {
    let classifier = WordClassifier(query)
    var tests = [UInt64](repeating: 0, count: try corpus.lastWord() + 1)
    if classifier.readsText {
      try corpus.forEachWordText { number, tag, folded in
        tests[number] |= classifier.testsPassed(folded: folded, tag: tag)
      }
    } else if !classifier.isOfLiteralsOnly {
      try corpus.forEachWord { number, tag, _ in
        tests[number] |= classifier.testsPassed(tag: tag)
      }
    }
    for literal in classifier.foldedLiterals {
      try corpus.forEachWord(folded: literal) { number, _, form in
        tests[number] |= classifier.literalTestsPassed(form: form)
      }
    }
    return tests
  }

  // MARK: Documents

  /// The rows of the documents that fulfil a condition, or of more; nil for all.
  ///
  /// - Throws: `StoreError`.
  func documents(_ condition: DocumentCondition, in corpus: Corpus) throws -> [Int64]? {
    switch condition {
    case .any: return nil
    case .word(let number):
      let bit = UInt64(1) << UInt64(number)
      let words = conditions.indices.filter { $0 > 0 && conditions[$0] & bit != 0 }
      if words.count > SearchPlan.maximumWords { return nil }
      return try corpus.documents(withWords: words)
    case .theme(let name):
      let themes = themes.first { $0.name == name }?.themes ?? []
      return try corpus.documents(withThemes: themes.sorted(), codebook: codebook)
    case .all(let parts):
      return try parts.reduce(nil) { found, part in
        guard let documents = try documents(part, in: corpus) else { return found }
        return found.map { $0.intersection(documents) } ?? documents
      }
    case .oneOf(let parts):
      var found: [Int64] = []
      for part in parts {
        guard let documents = try documents(part, in: corpus) else { return nil }
        found = found.union(documents)
      }
      return found
    }
  }

  // MARK: Matching

  func makeWorker() -> TokenSearchWorker { TokenSearchWorker(self, query.makeWorker()) }

  /// What the token of each word of `text` meets.
  ///
  /// - Parameter stretches: what themes touch, in units of the blocks.
  fileprivate func masks(
    of text: IndexedText, _ document: SearchedDocument, into masks: inout [UInt64]
  ) {
    masks.removeAll(keepingCapacity: true)
    conditions.withUnsafeBufferPointer { conditions in
      for word in text.words {
        masks.append(conditions[Int(word) < conditions.count ? Int(word) : 0])
      }
    }
    if hasThemes { addThemes(to: &masks, text, document) }
  }

  private func addThemes(
    to masks: inout [UInt64], _ text: IndexedText, _ document: SearchedDocument
  ) {
    guard !document.stretches.isEmpty else { return }
    var known: [UInt64: UInt64] = [:]
    var start = 0
    for (end, ordinal) in zip(text.blockEnds, text.ordinals) {
      defer { start = Int(end) }
      let stretches = document.stretches.filter { $0.ordinal == Int(ordinal) }
      guard !stretches.isEmpty,
        let block = document.blocks.first(where: { $0.ordinal == Int(ordinal) })
      else { continue }
      for (index, token) in block.words.enumerated() where start + index < Int(end) {
        var passed: UInt64 = 0
        for stretch in stretches where stretch.start < token.end && Int(token.start) < stretch.end {
          for theme in themes where theme.themes.contains(stretch.theme) { passed |= theme.bit }
        }
        guard passed != 0 else { continue }
        let word = Int(text.words[start + index])
        passed |= tests[word < tests.count ? word : 0]
        if known[passed] == nil { known[passed] = query.conditions(passing: passed) }
        masks[start + index] = known[passed]!
      }
    }
  }
}

/// Finds the matches of a token search in one document after another, on one thread.
struct TokenSearchWorker {
  private let search: TokenSearch
  private var worker: QueryWorker
  private var text = IndexedText()
  private var masks: [UInt64] = []

  fileprivate init(_ search: TokenSearch, _ worker: QueryWorker) {
    self.search = search
    self.worker = worker
  }

  /// The matches as tokens of the document.
  mutating func matches(_ document: SearchedDocument) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    guard document.indexed.withUnsafeBufferPointer({ text.decode($0) }) else { return [] }
    search.masks(of: text, document, into: &masks)
    worker.forEachMatch(in: text, masks: masks) { matches.append($0) }
    return matches
  }

  /// The matches as stretches of the blocks, which have to be read.
  mutating func hits(_ document: SearchedDocument) -> [TextHit] {
    let matches = matches(document)
    var hits: [TextHit] = []
    var words: (ordinal: Int, block: Int, words: [Token])?
    for match in matches {
      let (index, first) = text.block(of: match.lowerBound)
      let ordinal = Int(text.ordinals[index])
      if words?.ordinal != ordinal {
        let block = document.blocks.firstIndex { $0.ordinal == ordinal }
        words = block.map { (ordinal, $0, document.blocks[$0].words) }
      }
      // The words of the index are those of the block, as both carry the same stamp.
      guard let words, words.ordinal == ordinal, first + match.count <= words.words.count
      else { continue }
      let range = Int(words.words[first].start)..<Int(words.words[first + match.count - 1].end)
      hits.append(TextHit(block: words.block, range: range))
    }
    return hits
  }
}

extension StoredBlock {
  /// The tokens that an index numbers: all but white space.
  var words: [Token] { decodedTokens.filter { $0.kind != .space } }
}
