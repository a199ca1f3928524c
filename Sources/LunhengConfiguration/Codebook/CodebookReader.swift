import LunhengCore
internal import Yams

/// Reads one codebook file from the nodes of a YAML document; the files that it names come from the
/// library. This is the file as a whole; the parts are read in `CodebookReader+….swift`.
struct CodebookReader {
  var reader: NodeReader
  let library: FileLibrary
  /// The number of the file in the library.
  let file: Int
  let resolver: PathResolver
  /// The paths from the first file to this one.
  let chain: [String]
  /// The themes so far.
  var themes: [ReadTheme] = []
  /// Where each theme was first met, by id.
  var themePlaces: [String: FilePlace] = [:]

  /// How deep themes, rules and includes may lie in one another.
  static let maximumDepth = 16

  private init(
    _ document: YAMLDocument, path: String, chain: [String], library: FileLibrary, file: Int
  ) {
    reader = NodeReader(document)
    self.library = library
    self.file = file
    resolver = PathResolver(file: path)
    self.chain = chain
  }

  /// Reads the codebook in `bytes` and what it includes; reports all problems to the library.
  ///
  /// - Parameter chain: the paths from the first file to the one that includes this one.
  /// - Returns: nil if there is nothing to go on with.
  static func read(
    _ bytes: [UInt8], path: String, chain: [String], library: FileLibrary
  ) -> ReadCodebook? {
    let file = library.add(path)
    do {
      let document = try YAMLDocument(bytes)
      var reader = CodebookReader(
        document, path: path, chain: chain + [path], library: library, file: file)
      let codebook = reader.codebook(from: document.root)
      library.report(reader.reader.problems, in: file)
      return codebook
    } catch {
      library.report(error.problems, in: file)
      return nil
    }
  }

  private mutating func codebook(from root: Node) -> ReadCodebook? {
    guard
      let fields = reader.fields(of: root, section: .codebook, known: CodebookKeys.codebook)
    else { return nil }
    let id = reader.required("codebook", in: fields).flatMap {
      reader.identifier(of: $0, key: "codebook")
    }
    let name = fields["name"].flatMap { localizedName(from: $0) }
    let definition = fields["definition"].flatMap { reader.text(of: $0, key: "definition") }
    let overlap = fields["overlap"].flatMap {
      reader.choice(of: $0, key: "overlap", as: OverlapPolicy.self)
    }
    let isExact = fields["exact"].flatMap { reader.flag(of: $0, key: "exact") } ?? false
    let exclusions = fields["exclude"].map { readExclusions($0, isExact: isExact) } ?? []
    if fields["themes"] != nil || fields["include"] == nil {
      let items = reader.required("themes", in: fields).flatMap {
        reader.someItems(of: $0, key: "themes")
      }
      for item in items ?? [] { readTheme(item, parent: nil, depth: 1, isExact: isExact) }
    }
    if let field = fields["include"] {
      for item in reader.someItems(of: field, key: "include") ?? [] { include(item) }
    }
    return ReadCodebook(
      codebook: Codebook(
        id: id ?? "", name: name ?? LocalizedName(undetermined: id ?? ""), definition: definition,
        overlap: overlap ?? .codebook, exclusions: exclusions, themes: []),
      themes: themes)
  }

  /// Notes where a theme is; reports that another has its id.
  ///
  /// - Parameter include: where the file is named that the theme comes from.
  /// - Returns: whether it is the first one of its id.
  mutating func register(_ id: String, at place: FilePlace, include: Position? = nil) -> Bool {
    guard let first = themePlaces[id] else {
      themePlaces[id] = place
      return true
    }
    let second = include.map { _ in library.reference(to: place, from: file) }
    reader.report(
      .duplicateTheme(id, first: library.reference(to: first, from: file), second: second),
      at: include ?? place.position)
    return false
  }

  func place(_ position: Position) -> FilePlace { FilePlace(file: file, position: position) }
}
