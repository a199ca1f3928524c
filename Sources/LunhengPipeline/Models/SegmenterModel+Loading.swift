import LunhengCore
import LunhengIngest

extension SegmenterModel {
  /// Maps the model at `path` into memory.
  ///
  /// - Throws: `IngestError` if it cannot be read, `Diagnostic` if it is no usable model.
  public static func load(_ path: String) throws -> SegmenterModel {
    let (bytes, owner) = try FileBytes.map(path).unsafeContent
    do throws(SegmenterModelError) {
      return try SegmenterModel(bytes: bytes, owner: owner)
    } catch {
      throw error.diagnostic(path: path)
    }
  }

  /// The model that comes with the program, loaded once.
  ///
  /// Pipelines/segmenter/train.sh made it.
  ///
  /// - Throws: as `load` does.
  public static func shipped() throws -> SegmenterModel { try loaded.get() }

  /// As `load`, for a model that is to tag.
  ///
  /// - Throws: besides, `Diagnostic` if the model has no tags.
  public static func loadForTagging(_ path: String) throws -> SegmenterModel {
    try load(path).checkedForTags(path)
  }

  /// As `shipped`, for a model that is to tag.
  ///
  /// - Throws: besides, `Diagnostic` if the model has no tags.
  public static func shippedForTagging() throws -> SegmenterModel {
    try shipped().checkedForTags(shippedPath)
  }

  private func checkedForTags(_ path: String) throws -> SegmenterModel {
    do throws(SegmenterModelError) {
      _ = try makeTagger()
      return self
    } catch {
      throw error.diagnostic(path: path)
    }
  }

  private static let loaded = Result { try load(shippedPath) }

  private static let shippedPath = ShippedFile.path("segmenter.model")
}

extension Segmenter {
  /// The program's own segmenter: the shipped model, overruled by `lexicon`.
  ///
  /// - Throws: `IngestError` or `Diagnostic` if the model is missing or damaged.
  public static func standard(lexicon: [String] = []) throws -> Segmenter {
    Segmenter(model: try .shipped(), lexicon: lexicon)
  }
}
