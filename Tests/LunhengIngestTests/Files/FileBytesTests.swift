import Foundation
import Testing

@testable import LunhengIngest

struct FileBytesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func content(_ file: FileBytes) -> [UInt8] { file.withBytes { Array($0) } }

  @Test(arguments: [1, 4095, 4096, 4097, 100_000])
  func aFileIsReadWholeWhateverItsSize(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write("a.txt", bytes)
    let file = try FileBytes.read(path)
    #expect(content(file) == bytes)
    #expect(file.path == path)
    #expect(file.count == size)
  }

  @Test func aMappedFileHasTheSameBytesAsOneThatIsRead() throws {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let path = try folder.write("a.txt", bytes)
    #expect(content(try FileBytes.read(path, mappingFrom: 1)) == bytes)
  }

  @Test func aFileThatTheSystemSaysIsOfSize0IsReadToItsEnd() throws {
    try #require(FileManager.default.fileExists(atPath: "/proc/self/status"))
    #expect(try FileBytes.read("/proc/self/status").count > 100)
  }

  @Test func theDigestIsThatOfFIPS180() {
    let vectors = [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ]
    for (text, digest) in vectors {
      #expect(FileBytes(path: "-", copying: text.utf8).sha256() == digest)
    }
  }

  @Test func aMissingFileIsNamed() {
    let path = folder.at("missing.txt")
    #expect(throws: IngestError.noSuchFile(path: path)) { try FileBytes.read(path) }
    #expect(IngestError.noSuchFile(path: path).diagnostic.code == "no-such-file")
  }

  @Test func aFileBelowAFileIsMissing() throws {
    let path = try folder.write("a.txt") + "/b.txt"
    #expect(throws: IngestError.noSuchFile(path: path)) { try FileBytes.read(path) }
  }

  @Test func aFolderIsNoFile() {
    #expect(throws: IngestError.isFolder(path: folder.path)) { try FileBytes.read(folder.path) }
  }

  @Test func anEmptyFileIsRefused() throws {
    let path = try folder.write("a.txt", [])
    #expect(throws: IngestError.emptyFile(path: path)) { try FileBytes.read(path) }
  }

  @Test func aPipeIsRefusedAndDoesNotBlock() throws {
    let path = folder.at("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: IngestError.specialFile(path: path, kind: .pipe)) { try FileBytes.read(path) }
  }

  @Test func aDeviceIsRefused() {
    #expect(throws: IngestError.specialFile(path: "/dev/null", kind: .device)) {
      try FileBytes.read("/dev/null")
    }
  }

  @Test(.disabled(if: isSuperuser, "permissions do not stop the superuser"))
  func aFileWithoutPermissionIsRefusedWithTheReason() throws {
    let path = try folder.write("a.txt")
    chmod(path, 0)
    #expect(throws: IngestError.unreadableFile(path: path, errno: EACCES)) {
      try FileBytes.read(path)
    }
  }

  @Test func aLoopOfLinksIsRefusedWithTheReason() throws {
    try folder.link("a", to: "b")
    try folder.link("b", to: "a")
    let path = folder.at("a")
    #expect(throws: IngestError.unreadableFile(path: path, errno: ELOOP)) {
      try FileBytes.read(path)
    }
  }
}
