import LunhengCore
import LunhengIngest

extension BackgroundFrequencies {
  /// Maps the file at `path` into memory.
  ///
  /// - Throws: `IngestError` if it cannot be read, `Diagnostic` if it is no usable file of frequencies.
  public static func load(_ path: String) throws -> BackgroundFrequencies {
    let (bytes, owner) = try FileBytes.map(path).unsafeContent
    do throws(SegmenterModelError) {
      return try BackgroundFrequencies(bytes: bytes, owner: owner)
    } catch {
      throw error.diagnostic(path: path)
    }
  }

  /// The frequencies that come with the program, loaded once.
  ///
  /// Pipelines/keywords/background.sh made them.
  ///
  /// - Throws: as `load` does.
  public static func shipped() throws -> BackgroundFrequencies { try loaded.get() }

  private static let loaded = Result { try load(ShippedFile.path("background.frequencies")) }
}
