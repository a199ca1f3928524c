import LunhengCore
import LunhengReport

/// Everything that the results of a run depend on, so that it can be repeated years later.
public struct Manifest: Hashable, Sendable {
  /// The version of this program.
  public static let programVersion = "0.1.0"

  public var pipeline: String?
  public var inputs: [IngestSummary.Input]
  public var reader: String
  /// Identity of the segmenter: ICU's version and the lexicon.
  public var segmenter: String
  /// The codebook's id and its file's SHA-256.
  public var codebook: IngestSummary.Input?
  public var keywords: String?
  public var documents: Int

  public init(
    pipeline: String? = nil, inputs: [IngestSummary.Input], reader: String, segmenter: String,
    codebook: IngestSummary.Input? = nil, keywords: String? = nil, documents: Int
  ) {
    self.pipeline = pipeline
    self.inputs = inputs
    self.reader = reader
    self.segmenter = segmenter
    self.codebook = codebook
    self.keywords = keywords
    self.documents = documents
  }

  /// The manifest as JSON. It has no time of day: the same run gives the same bytes.
  public var json: JSONValue {
    func named(_ input: IngestSummary.Input) -> JSONValue {
      ["name": .string(input.name), "sha256": .string(input.sha256)]
    }
    return [
      "program": .string("lunheng \(Self.programVersion)"),
      "icu": .string(ICU.version),
      "pipeline": .optional(pipeline),
      "reader": .string(reader),
      "segmenter": .string(segmenter),
      "codebook": codebook.map(named) ?? .null,
      "keywords": .optional(keywords),
      "documents": .integer(documents),
      "inputs": .array(inputs.map(named)),
    ]
  }
}
