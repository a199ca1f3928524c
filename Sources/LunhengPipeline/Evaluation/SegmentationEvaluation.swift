import LunhengCore
import LunhengReport

/// Measures a segmenter against texts that were divided by hand.
public struct SegmentationEvaluation: Sendable {
  private let segmenter: Segmenter
  private let joinsAll: Bool
  private let known: [String]
  private let errors: Int?
  private let tagModel: SegmenterModel?

  /// Whether evaluating this file needs a model that can tag.
  public static func needsTags(_ path: String) -> Bool { GoldFile.isTagged(path) }

  /// - Parameters:
  ///   - joinsAll: whether words are joined without a space even between Latin letters and digits.
  ///   - known: files of the texts that the segmenter learnt from; none to leave out the measures of
  ///     words that are not in them.
  ///   - errors: how many of the most frequent differences to give; nil for no list.
  ///   - tagModel: gives the words of a tagged file tags, which are measured too; nil to leave that out.
  public init(
    segmenter: Segmenter, joinsAll: Bool = false, known: [String] = [], errors: Int? = nil,
    tagModel: SegmenterModel? = nil
  ) {
    self.segmenter = segmenter
    self.joinsAll = joinsAll
    self.known = known
    self.errors = errors
    self.tagModel = tagModel
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var tagger: Tagger?
    var tokens: [Token] = []
    var tags: [PartOfSpeech] = []
  }

  private struct Findings: Sendable {
    var score = SegmentationScore()
    var differences = SegmentationDifferences()
    var tagging = TaggingScore()
  }

  /// Segments every sentence of the gold standard and compares.
  ///
  /// - Parameter path: a file, or "-" for standard input.
  /// - Throws: `IngestError`, `PipelineError`, `ICUError`, or `SegmenterModelError` if the file has tags and
  ///   the model has none.
  public func run(_ path: String, threads: Int) throws -> SegmentationReport {
    let sentences = try GoldFile.sentences(path, joinsAll: joinsAll)
    let knownWords = try knownWords()
    let tagModel = Self.needsTags(path) ? tagModel : nil
    let parts = try parallelMap(
      sentences.slices(of: 256), threads: threads,
      makeWorker: {
        Worker(segmenter: try segmenter.makeWorker(), tagger: try tagModel?.makeTagger())
      },
      body: { worker, slice in findings(in: slice, &worker, known: knownWords) })
    var total = Findings()
    for part in parts {
      total.score.add(part.score)
      total.differences.add(part.differences)
      total.tagging.add(part.tagging)
    }
    return SegmentationReport(
      segmenter: segmenter.identity, score: total.score,
      tagging: tagModel.map { _ in total.tagging },
      differences: errors.map { total.differences.mostFrequent($0) })
  }

  private func findings(
    in sentences: ArraySlice<GoldSentence>, _ worker: inout Worker, known: KnownWords?
  ) -> Findings {
    var findings = Findings()
    for sentence in sentences {
      worker.segmenter.segment(sentence.text, into: &worker.tokens)
      let regions = SegmentationRegion.regions(
        gold: sentence.words, predicted: sentence.words(of: worker.tokens))
      findings.score.add(
        regions,
        isKnown: known.map { known in { known.contains(sentence.characters[$0]) } })
      if errors != nil { findings.differences.add(regions, of: sentence) }
      measureTags(of: sentence, regions, &worker, &findings.tagging)
    }
    return findings
  }

  private func measureTags(
    of sentence: GoldSentence, _ regions: [SegmentationRegion], _ worker: inout Worker,
    _ score: inout TaggingScore
  ) {
    guard worker.tagger != nil else { return }
    // Tokens of white space are no words.
    worker.tokens.removeAll { token in
      sentence.text[token.range].allSatisfy { CharacterClass($0) == .space }
    }
    worker.tagger!.tag(worker.tokens, of: sentence.text, into: &worker.tags)
    score.addPredictedWords(regions, gold: sentence.tags, predicted: worker.tags)
    worker.tagger!.tag(sentence.tokens, of: sentence.text, into: &worker.tags)
    score.addGoldWords(gold: sentence.tags, predicted: worker.tags)
  }

  private func knownWords() throws -> KnownWords? {
    guard !known.isEmpty else { return nil }
    var words = KnownWords()
    for path in known {
      for sentence in try GoldFile.sentences(path) { words.insert(sentence) }
    }
    return words
  }
}

extension Array {
  /// The elements in slices of `size`, the last one shorter.
  fileprivate func slices(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
