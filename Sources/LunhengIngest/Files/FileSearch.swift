/// One search for files; collects what it finds and what goes wrong.
struct FileSearch {
  /// The paths of the files found, by the bytes of their real path: as Strings, two files whose names
  /// differ only in composing "é" would be one.
  private var found: [[UInt8]: String] = [:]
  private var problems: [IngestError] = []
  private var noted: Set<IngestError> = []

  var result: FoundFiles {
    FoundFiles(paths: found.values.sorted(by: FileFinder.precedes), problems: problems)
  }

  /// Adds what `path` leads to, be it a file, a folder or a pattern.
  mutating func expand(_ path: String) {
    do throws(FileSystem.Failure) {
      switch try FileSystem.status(of: path).kind {
      case .regular: add(path, real: Self.realPath(of: path))
      case .folder: if !addFiles(below: path) { problems.append(.emptyFolder(path: path)) }
      case .special(let kind): problems.append(.specialFile(path: path, kind: kind))
      }
    } catch  where FileSystem.meansAbsent(error.number) {
      let segments = FileFinder.parts(of: path).map { GlobSegment($0) }
      if segments.contains(where: \.isPattern) {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        if !addMatches(of: segments[...], in: isAbsolute ? "/" : ".") {
          problems.append(.noMatch(pattern: path))
        }
      } else {
        problems.append(.noSuchFile(path: path))
      }
    } catch {
      problems.append(.unreadableFile(path: path, errno: error.number))
    }
  }

  /// Adds the files that fit the pattern from `folder` on; false if there is none.
  private mutating func addMatches(of segments: ArraySlice<GlobSegment>, in folder: String) -> Bool
  {
    guard let segment = segments.first else { return false }
    let rest = segments.dropFirst()
    var folders: [String] = []
    var hasMatch = false
    if segment.isAnyDepth {
      if rest.isEmpty { return addFiles(below: folder) }
      walk(folder) { _, path, _, kind in
        if kind == .folder { folders.append(path) }
      }
      // A second `**` in a row adds no depth.
      let next = rest.drop { $0.isAnyDepth }
      for folder in folders where addMatches(of: next, in: folder) { hasMatch = true }
      return hasMatch
    }
    let names =
      segment.isPattern
      ? entries(of: folder).filter { segment.matches($0.name) }.map(\.name)
      : [String(String.UnicodeScalarView(segment.pattern))]
    for name in names {
      let path = Self.join(folder, name)
      switch try? FileSystem.status(of: path).kind {
      case .folder where rest.isEmpty: if addFiles(below: path) { hasMatch = true }
      case .folder: if addMatches(of: rest, in: path) { hasMatch = true }
      case .regular where rest.isEmpty:
        add(path, real: Self.realPath(of: path))
        hasMatch = true
      default: break
      }
    }
    return hasMatch
  }

  /// Adds the files in `folder` and below; false if there is none.
  private mutating func addFiles(below folder: String) -> Bool {
    var hasFile = false
    walk(folder) { search, path, real, kind in
      guard kind == .regular else { return }
      search.add(path, real: real)
      hasFile = true
    }
    return hasFile
  }

  /// Calls `visit` with the path, real path and kind of every folder (`root` itself first) and file
  /// below `root` that is not hidden.
  private mutating func walk(
    _ root: String, _ visit: (inout FileSearch, String, String, FileSystem.Kind) -> Void
  ) {
    var entered: Set<[UInt8]> = []
    var folders = [root]
    // Links to folders come after all real ones, in order: so the path by which a folder is entered
    // does not depend on the order in which the file system lists its entries.
    var links: [String] = []
    while true {
      guard let folder = folders.popLast() else {
        links.sort { FileFinder.precedes($1, $0) }
        guard let link = links.popLast() else { return }
        folders.append(link)
        continue
      }
      let real = Self.realPath(of: folder)
      guard entered.insert(Array(real.utf8)).inserted else { continue }
      visit(&self, folder, real, .folder)
      for entry in entries(of: folder) where entry.name.utf8.first != UInt8(ascii: ".") {
        let path = Self.join(folder, entry.name)
        switch entry.kind {
        case .folder: folders.append(path)
        case .regular: visit(&self, path, Self.join(real, entry.name), .regular)
        default:
          // A link that leads nowhere is no regular file.
          switch try? FileSystem.status(of: path).kind {
          case .folder: links.append(path)
          case .regular: visit(&self, path, Self.realPath(of: path), .regular)
          default: break
          }
        }
      }
    }
  }

  /// The entries of a folder that have a usable name. What is wrong is noted.
  private mutating func entries(of folder: String) -> [FileSystem.Entry] {
    do {
      let all = try FileSystem.entries(ofFolder: folder)
      for entry in all where !entry.isValidName {
        note(.unusableName(path: Self.join(folder, entry.name)))
      }
      return all.filter(\.isValidName).sorted { FileFinder.precedes($0.name, $1.name) }
    } catch {
      note(.unreadableFolder(path: folder, errno: error.number))
      return []
    }
  }

  /// Notes a problem that may come up again on another way to the same place.
  private mutating func note(_ problem: IngestError) {
    if noted.insert(problem).inserted { problems.append(problem) }
  }

  /// Keeps the first by order of the paths that lead to one file.
  private mutating func add(_ path: String, real: String) {
    let key = Array(real.utf8)
    if let known = found[key], !FileFinder.precedes(path, known) { return }
    found[key] = path
  }

  /// The real path, or `path` itself where something vanishes now: that is reported when it is read.
  private static func realPath(of path: String) -> String {
    (try? FileSystem.realPath(of: path)) ?? path
  }

  /// The path of `name` in `folder`; names in the current folder stand alone.
  private static func join(_ folder: String, _ name: String) -> String {
    switch folder {
    case ".": name
    case "/": "/" + name
    default: folder + "/" + name
    }
  }
}
