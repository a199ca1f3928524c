import Foundation
import LunhengCore

/// Analysed texts in pieces of bounded size, to be read more than once: so standard input can be too. The
/// first few stay in memory; the rest lie in a temporary file without a name, which goes with this.
final class TextPieces: @unchecked Sendable {
  // Written by one thread; when all is written, any number of threads read.

  private enum Piece {
    case held(CandidateText)
    case written(offset: Int, CandidateText.StoredSizes)
  }

  private var pieces: [(piece: Piece, firstDocument: Int)] = []
  private var open = CandidateText()
  private var heldUnits = 0
  private var descriptor: Int32 = -1
  private var end = 0
  private(set) var documentCount = 0
  private(set) var unitCount = 0
  private let pieceSize: Int
  private let mostHeld: Int

  /// - Parameters:
  ///   - pieceSize: units after which a piece ends with its document.
  ///   - mostHeld: units that are kept in memory.
  init(pieceSize: Int, mostHeld: Int) {
    self.pieceSize = pieceSize
    self.mostHeld = mostHeld
  }

  deinit { if descriptor >= 0 { Foundation.close(descriptor) } }

  var count: Int { pieces.count }

  /// Adds a document.
  ///
  /// - Throws: `PipelineError.outputFailed` if it cannot be put down.
  func append(_ document: CandidateText) throws(PipelineError) {
    open.append(document)
    documentCount += document.documentCount
    unitCount += document.count
    if open.count >= pieceSize { try endPiece() }
  }

  /// Ends the last piece.
  ///
  /// - Throws: as `append` does.
  func close() throws(PipelineError) { if open.documentCount > 0 { try endPiece() } }

  private func endPiece() throws(PipelineError) {
    let piece = open
    open = CandidateText()
    let first = documentCount - piece.documentCount
    if heldUnits + piece.count <= mostHeld {
      heldUnits += piece.count
      pieces.append((.held(piece), first))
      return
    }
    if descriptor < 0 { descriptor = try Self.temporaryFile() }
    let offset = end
    for bytes in piece.stored { try write(bytes) }
    pieces.append((.written(offset: offset, piece.storedSizes), first))
  }

  /// A piece, and the number of its first document.
  ///
  /// - Throws: `PipelineError.outputFailed` if what was put down cannot be read.
  func piece(_ index: Int) throws(PipelineError) -> (text: CandidateText, firstDocument: Int) {
    let (piece, first) = pieces[index]
    switch piece {
    case .held(let text): return (text, first)
    case .written(let offset, let sizes):
      var next = offset
      let descriptor = descriptor
      let text = CandidateText(sizes) { buffer in
        let isRead = Self.read(descriptor, into: buffer, at: next)
        next += buffer.count
        return isRead
      }
      guard let text else { throw Self.failure() }
      return (text, first)
    }
  }

  // MARK: The file

  private static func temporaryFile() throws(PipelineError) -> Int32 {
    var path = Array((NSTemporaryDirectory() + "/lunheng-terms-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw failure() }
    unlink(path)
    return descriptor
  }

  private func write(_ bytes: [UInt8]) throws(PipelineError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, off_t(end + done))
      }
      if written > 0 {
        done += written
      } else if written == 0 || errno != EINTR {
        throw Self.failure()
      }
    }
    end += bytes.count
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func failure() -> PipelineError {
    .outputFailed(path: NSTemporaryDirectory(), reason: String(cString: strerror(errno)))
  }
}
