import LunhengCore
import LunhengReport

/// Measures a segmenter against texts that were divided by hand.
public struct SegmentationEvaluation: Sendable {
  private let segmenter: Segmenter
  private let joinsAll: Bool
  private let known: [String]
  private let errors: Int?

  /// - Parameters:
  ///   - joinsAll: whether words are joined without a space even between Latin letters and digits.
  ///   - known: files of the texts that the segmenter learnt from; none to leave out the measures of
  ///     words that are not in them.
  ///   - errors: how many of the most frequent differences to give; nil for no list.
  public init(
    segmenter: Segmenter, joinsAll: Bool = false, known: [String] = [], errors: Int? = nil
  ) {
    self.segmenter = segmenter
    self.joinsAll = joinsAll
    self.known = known
    self.errors = errors
  }

  private struct Worker: ~Copyable {
    var segmenter: SegmenterWorker
    var tokens: [Token] = []
  }

  private struct Findings: Sendable {
    var score = SegmentationScore()
    var differences = SegmentationDifferences()
  }

  /// Segments every sentence of the gold standard and compares.
  ///
  /// - Parameter path: a file, or "-" for standard input.
  /// - Throws: `IngestError`, `PipelineError` or `ICUError`.
  public func run(_ path: String, threads: Int) throws -> SegmentationReport {
    let sentences = try GoldFile.sentences(path, joinsAll: joinsAll)
    let knownWords = try knownWords()
    let parts = try parallelMap(
      sentences.slices(of: 256), threads: threads,
      makeWorker: { Worker(segmenter: try segmenter.makeWorker()) },
      body: { worker, slice in findings(in: slice, &worker, known: knownWords) })
    var total = Findings()
    for part in parts {
      total.score.add(part.score)
      total.differences.add(part.differences)
    }
    return SegmentationReport(
      segmenter: segmenter.identity, score: total.score,
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
    }
    return findings
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
