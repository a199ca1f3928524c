import Foundation
import Testing

/// The built program in a fresh folder of its own, which goes when this does.
final class Program {
  /// The folder that the program is run in.
  let folder: URL

  /// The executable, which the build puts beside the tests.
  private static let executable: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "lunheng")
    #else
      return Bundle.main.bundleURL.appending(path: "lunheng")
    #endif
  }()

  init() throws {
    let name = "lunheng-command-tests-\(UUID().uuidString)"
    folder = URL.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  // MARK: Files

  /// The file of that name in the folder.
  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Writes a file, making the folders above it.
  func write(_ content: some Sequence<UInt8>, to name: String) throws {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// Copies a file or folder of the project into the folder.
  func copy(_ source: URL, to name: String) throws {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: file)
  }

  /// The content of every file in the folder `name` and below, by its path from there.
  func files(in name: String) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: file(name).path)
    let contents = try paths.compactMap { path -> (String, Data)? in
      let file = file(name).appending(path: path)
      return file.isFolder ? nil : (path, try Data(contentsOf: file))
    }
    return Dictionary(uniqueKeysWithValues: contents)
  }

  // MARK: Running

  /// Runs `lunheng` with `arguments` to its end.
  ///
  /// - Parameters:
  ///   - input: standard input; empty if not given.
  ///   - place: the working folder, absolute or from the program's own folder.
  ///   - patience: seconds after which a program that hangs is killed.
  @discardableResult
  func run(
    _ arguments: String..., input: some Sequence<UInt8> = [], environment: [String: String] = [:],
    in place: String = "", patience: Double = 120
  ) throws -> ProgramResult {
    try run(
      Self.executable, arguments, input: input, environment: environment, in: place,
      until: .now() + patience)
  }

  /// Runs a line of bash in which `$lunheng` is the program. Other shells wait for ever for what they
  /// run in the background, since Foundation starts them with signals blocked.
  func shell(_ line: String) throws -> ProgramResult {
    try run(
      URL(filePath: "/bin/bash"), ["-c", line], input: [],
      environment: ["lunheng": Self.executable.path], in: "", until: .now() + 120)
  }

  /// Runs `lunheng` and kills it after `delay` seconds, wherever it is then.
  func runKilled(_ arguments: [String], after delay: Double) throws -> ProgramResult {
    try run(
      Self.executable, arguments, input: [], environment: [:], in: "", until: .now() + delay)
  }

  private func run(
    _ executable: URL, _ arguments: [String], input: some Sequence<UInt8>,
    environment: [String: String], in place: String, until deadline: DispatchTime
  ) throws -> ProgramResult {
    // Files and not pipes, which would have to be emptied while the program runs. They lie outside of
    // the folder, so that the program does not find them there.
    let streams = folder.deletingLastPathComponent()
      .appending(path: "\(folder.lastPathComponent)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["in", "out", "err"].map { streams.appending(path: $0) }
    try Data(input).write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = place.hasPrefix("/") ? URL(filePath: place) : file(place)
    // Nothing of the environment that the tests run in but what it takes to start.
    let inherited = ProcessInfo.processInfo.environment.filter {
      ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].contains($0.key)
    }
    // A crash is told by the exit status; Swift's report of it takes seconds.
    process.environment = inherited.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: deadline) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    let signal = process.terminationReason == .uncaughtSignal
    return ProgramResult(
      status: process.terminationStatus + (signal ? 128 : 0),
      bytes: try Data(contentsOf: names[1]),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

extension URL {
  var isFolder: Bool {
    (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }
}
