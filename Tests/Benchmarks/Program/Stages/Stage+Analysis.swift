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

    Stage("match clusters", counts: "hits") { input in
      matching(try input.foldedBlocks(), try input.clusters())
    },
    Stage("match 200 terms", counts: "hits") { input in
      matching(try input.foldedBlocks(), try input.termList())
    },

    Stage("fold, match 200, status", counts: "aligned hits") { input in
      let documents = try input.segmentedBlocks()
      let matcher = try input.termList()
      return { threads in
        try sum(documents.count, threads: threads, worker: FoldedText()) { folded, index in
          documents[index].reduce(0) { count, block in
            folded.fold(block.units)
            var matches = matcher.matches(in: folded)
            matches.setStatus(from: block.tokens)
            return count + matches.count { $0.status == .aligned }
          }
        }
      }
    },

    Stage("keywords TF-IDF", counts: "occurrences") { input in
      weighing(try input.segmentedBlocks(), .tfidf)
    },
    Stage("keywords TextRank", counts: "occurrences") { input in
      weighing(try input.segmentedBlocks(), .textrank)
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

  private static func matching(_ documents: [[FoldedText]], _ matcher: ThemeMatcher) -> Work {
    { threads in
      try sum(documents.count, threads: threads, worker: NoWorker()) { _, index in
        documents[index].reduce(0) { $0 + matcher.matches(in: $1).count }
      }
    }
  }

  /// The ten best keywords of each document; counts how often they occur.
  private static func weighing(
    _ documents: [[Input.SegmentedBlock]], _ method: KeywordMethod
  ) -> Work {
    { threads in
      let candidates = try map(documents.count, threads: threads, worker: NoWorker()) {
        KeywordCandidates(documents[$1], method: method)
      }
      var counted = DocumentFrequencies()
      for document in candidates { counted.add(document) }
      let frequencies = counted
      return try sum(candidates.count, threads: threads, worker: NoWorker()) {
        candidates[$1].keywords(method: method, frequencies: frequencies, limit: 10)
          .reduce(0) { $0 + $1.count }
      }
    }
  }
}
