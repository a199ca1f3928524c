import LunhengCore
import LunhengPipeline

extension Stage {
  /// From blocks to tokens, matches, keywords and summaries.
  static let analysis = [
    Stage("segment", counts: "tokens") { input in
      segmenting(try input.blocks(), try Segmenter.standard())
    },
    Stage("segment (ICU)", counts: "tokens") { input in
      segmenting(try input.blocks(), Segmenter())
    },

    Stage("fold", counts: "units") { input in
      let documents = try input.blocks()
      return { threads in
        try sum(documents.count, threads: threads, worker: FoldedText()) { folded, index in
          documents[index].reduce(0) { count, units in
            folded.fold(units)
            return count + folded.units.count
          }
        }
      }
    },

    Stage("match 200 terms", counts: "hits") { input in
      matching(try input.blocks(), PhraseMatcher(try input.termList()))
    },
    Stage("match 20,000 terms", counts: "hits") { input in
      matching(try input.blocks(), PhraseMatcher(try input.dictionaryWords(20_000)))
    },
    Stage("themes of 200 terms, status", counts: "aligned hits") { input in
      coding(try input.segmentedBlocks(), try input.termThemes())
    },
    Stage("themes of 200 terms and 100 rules", counts: "aligned hits") { input in
      coding(try input.segmentedBlocks(), try input.ruleThemes())
    },
    Stage("themes of clusters", counts: "aligned hits") { input in
      coding(try input.segmentedBlocks(), try input.clusters())
    },

    // Of documents of some 500 characters, segmentation included.
    Stage("keywords TF-IDF", counts: "occurrences", ofShortDocuments: true) { input in
      extracting(try input.shortDocuments(), try .standard(.tfidf))
    },
    Stage("keywords TextRank", counts: "occurrences", ofShortDocuments: true) { input in
      extracting(try input.shortDocuments(), try .standard(.textrank))
    },
    Stage("keywords combined", counts: "occurrences", ofShortDocuments: true) { input in
      extracting(try input.shortDocuments(), try .standard(.combined))
    },

    Stage("summaries", counts: "units") { input in
      let documents = try input.segmentedBlocks()
      return { threads in
        try sum(
          documents.count, threads: threads, worker: SentenceSplitter()
        ) { splitter, index in
          var sentences: [SentenceRanker.Sentence] = []
          for (number, block) in documents[index].enumerated() {
            sentences += splitter.sentences(of: block.units).map {
              SentenceRanker.Sentence(block: number, range: $0)
            }
          }
          return SentenceRanker.pick(2, of: sentences, in: documents[index])
            .reduce(0) { $0 + sentences[$1].range.count }
        }
      }
    },
  ]

  private static func segmenting(_ documents: [[[UInt16]]], _ segmenter: Segmenter) -> Work {
    { threads in
      try sum(
        documents.count, threads: threads, worker: segmenter.makeWorker()
      ) { worker, index in
        var tokens: [Token] = []
        return documents[index].reduce(0) { count, units in
          worker.segment(units, into: &tokens)
          return count + tokens.count
        }
      }
    }
  }

  /// Folding, matching, offsets and leftmost-longest selection.
  private static func matching(_ documents: [[[UInt16]]], _ matcher: PhraseMatcher) -> Work {
    { threads in
      try sum(documents.count, threads: threads, worker: NoWorker()) { _, index in
        var hits: [PhraseMatcher.Hit] = []
        return documents[index].reduce(0) { count, units in
          hits.removeAll(keepingCapacity: true)
          matcher.findAll(in: units, into: &hits)
          PhraseMatcher.keepLeftmostLongest(&hits)
          return count + hits.count
        }
      }
    }
  }

  /// All that matching a codebook is, segmentation excepted.
  private static func coding(
    _ documents: [[Input.SegmentedBlock]], _ matcher: ThemeMatcher
  ) -> Work {
    let texts = documents.map { $0.map(\.units) }
    let tokens = documents.map { $0.map(\.tokens) }
    return { threads in
      try sum(documents.count, threads: threads, worker: matcher.makeWorker()) { worker, index in
        worker.matches(in: texts[index]) { tokens[index] }
          .reduce(0) { $0 + $1.count { $0.status == .aligned } }
      }
    }
  }

  /// Segmentation and the ten best keywords of each document; counts how often they occur.
  private static func extracting(_ documents: [[[UInt16]]], _ extractor: KeywordExtractor) -> Work {
    { threads in
      let segmenter = try Segmenter.standard()
      return try sum(
        documents.count, threads: threads,
        worker: KeywordBenchmarkWorker(
          segmenter: segmenter.makeWorker(), keywords: extractor.makeWorker())
      ) { worker, index in
        var blocks: [KeywordBlock] = []
        worker.segmenter.segment(blocks: documents[index], authors: []) { block, tokens in
          blocks.append(
            KeywordBlock(
              ordinal: block, role: .paragraph, units: documents[index][block], tokens: tokens))
        }
        return worker.keywords.keywords(of: blocks, limit: 10).reduce(0) { $0 + $1.count }
      }
    }
  }
}

private struct KeywordBenchmarkWorker: ~Copyable {
  var segmenter: SegmenterWorker
  var keywords: KeywordWorker
}
