import LunhengCore

extension SegmenterModel {
  /// Maps the model file at `path` into memory.
  ///
  /// - Throws: `IngestError` if it cannot be read, `Diagnostic` if it is no usable model.
  public static func load(_ path: String) throws -> SegmenterModel {
    let file = try FileBytes.map(path)
    do throws(SegmenterModelError) {
      return try SegmenterModel(bytes: UnsafeRawBufferPointer(file.bytes), owner: file)
    } catch {
      throw error.diagnostic(path: path)
    }
  }
}
