/// Divides texts into words: by a learnt model or by ICU, either overruled by a lexicon.
///
/// Immutable and shared by all threads; each thread segments with a worker of its own
/// (`makeWorker`). What a worker gives for a text does not depend on what it segmented before.
public struct Segmenter: Sendable {
  /// Decides where words end; ICU's rules and dictionary if there is none.
  let model: SegmenterModel?
  /// Words that hold wherever they stand; nil if there are none.
  let lexicon: PhraseMatcher?
  /// Names everything that results depend on: two segmenters of the same identity give the same
  /// tokens.
  public let identity: String

  /// - Parameters:
  ///   - model: what was learnt about words; without it ICU's own boundaries are given.
  ///   - lexicon: words that always win where they match, longest first.
  public init(model: SegmenterModel? = nil, lexicon: [String] = []) {
    self.model = model
    self.lexicon = lexicon.isEmpty ? nil : PhraseMatcher(lexicon)
    var hash = FNV1a()
    for word in lexicon {
      hash.combine(word.utf8)
      hash.combine(CollectionOfOne(0))
    }
    identity =
      (model.map { "model-\($0.hash)+" } ?? "") + "icu-\(ICU.version)"
      + (lexicon.isEmpty ? "" : "+lexicon-\(hash.hexadecimal)")
  }

  /// - Throws: `ICUError` if ICU's break data is missing.
  public func makeWorker() throws(ICUError) -> SegmenterWorker {
    try SegmenterWorker(self)
  }
}
