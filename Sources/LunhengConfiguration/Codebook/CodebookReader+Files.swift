import LunhengCore
internal import Yams

extension CodebookReader {
  // MARK: Lexicons

  /// The entries of the lexicon that `field` names.
  mutating func lexicon(from field: Fields.Field) -> [TermLexicon.Entry] {
    guard let path = reader.name(of: field, key: "lexicon") else { return [] }
    do throws(Diagnostic) {
      guard let lexicon = try library.lexicon(resolver.resolve(path)) else { return [] }
      if lexicon.entries.isEmpty, lexicon.problems.isEmpty {
        reader.report(.emptyLexicon(path), at: field.value.position)
      }
      return lexicon.entries
    } catch {
      reader.report(
        .unreadableFile(path, reason: error.message), at: field.value.position)
      return []
    }
  }

  // MARK: Included codebooks

  /// Appends the themes of another codebook, or those that are asked for.
  mutating func include(_ node: Node) {
    guard node.mapping != nil else {
      let path = reader.text(
        of: Fields.Field(item: node), key: "include", expected: .pathOrCodebook)
      if let path { include(path, chosen: nil, at: node.position) }
      return
    }
    guard
      let fields = reader.fields(
        of: node, section: .include, known: CodebookKeys.include, expected: .pathOrCodebook)
    else { return }
    let field = reader.required("codebook", in: fields)
    let path = field.flatMap { reader.name(of: $0, key: "codebook") }
    let chosen = fields["themes"].map { field in
      (reader.someItems(of: field, key: "themes") ?? []).compactMap { item in
        reader.name(of: Fields.Field(item: item), key: "themes").map { ($0, item.position) }
      }
    }
    if let path, let position = field?.value.position {
      include(path, chosen: chosen, at: position)
    }
  }

  private mutating func include(
    _ path: String, chosen: [(id: String, position: Position)]?, at position: Position
  ) {
    let resolved = resolver.resolve(path)
    let key = FileLibrary.key(of: resolved)
    if let start = chain.firstIndex(where: { FileLibrary.key(of: $0) == key }) {
      reader.report(.cyclicInclude(chain: chain[start...] + [chain[start]]), at: position)
      return
    }
    guard chain.count < Self.maximumDepth else {
      reader.report(.nestedTooDeep(limit: Self.maximumDepth), at: position)
      return
    }
    let included: ReadCodebook?
    do throws(Diagnostic) {
      included = try library.codebook(resolved, chain: chain)
    } catch {
      reader.report(.unreadableFile(path, reason: error.message), at: position)
      return
    }
    guard let included else { return }
    var roots = included.themes.indices.filter { included.themes[$0].theme.parent == nil }
    if let chosen {
      let indices = Dictionary(
        included.themes.enumerated().compactMap { index, theme in theme.id.map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })
      roots = chosen.compactMap { id, position in
        if let index = indices[id] { return index }
        reader.report(
          .unknownTheme(id, path: path, known: included.themes.compactMap(\.id)), at: position)
        return nil
      }
    }
    append(roots, of: included, at: position)
  }

  /// Appends the themes at `roots` with their subthemes; each takes along what is excluded around it.
  private mutating func append(_ roots: [Int], of included: ReadCodebook, at position: Position) {
    var appended: Set<Int> = []
    for root in roots.sorted() where !appended.contains(root) {
      var numbers: [Int: Int] = [:]
      for index in included.subtree(of: root) {
        var theme = included.themes[index]
        appended.insert(index)
        // What is there twice is an error; leaving it out keeps the work in proportion to the files.
        if let id = theme.id, !register(id, at: theme.place, include: position) { continue }
        if index == root {
          theme.theme.exclusions =
            included.codebook.exclusions
            + included.ancestors(of: root).flatMap { included.themes[$0].theme.exclusions }
            + theme.theme.exclusions
          theme.theme.parent = nil
        } else {
          theme.theme.parent = theme.theme.parent.flatMap { numbers[$0] }
        }
        numbers[index] = themes.count
        themes.append(theme)
      }
    }
  }
}
