/// Picks the sentences that stand for a document.
///
/// A sentence stands for a document as far as it has the words that the document keeps coming back to: the
/// product with the sum of all sentences, which is the degree centrality of LexRank (Erkan and Radev,
/// "LexRank: graph-based lexical centrality as salience in text summarization", 2004) without its threshold
/// and costs no pairs. Words of the title count twice at most, and the lead has an edge on the end. What the
/// summary of a document is does not depend on other documents.
///
/// On 695 abstracts a sentence so picked has 0.50 of the authors' keywords, 4.2 for 100 characters; the first
/// sentence has 0.47 and 3.9, LexRank's 0.44 and 3.6 (`Tests/Benchmarks/summary_quality.py`).
public struct DocumentSummarizer: Sendable {
  private let selection: SentenceSelection
  /// How much less a word counts where it stands in the sentence itself and not in another one: what nothing
  /// else comes back to is not what the text is about.
  private static let ownShare = 0.8
  /// How much more the first sentence of a document weighs than the last.
  private static let lead = 0.3

  public init(_ selection: SentenceSelection) { self.selection = selection }

  /// A sentence picked: which of those given, and its score, 1 for the best of the document.
  public struct Pick: Hashable, Sendable {
    public var index: Int
    public var score: Double
  }

  /// The sentences picked, in reading order.
  ///
  /// - Parameters:
  ///   - sentences: of the document, in reading order.
  ///   - title: the words of its title.
  public func pick(from sentences: [SummarySentence], title: [UInt64] = []) -> [Pick] {
    var totals: [UInt64: Int] = [:]
    for sentence in sentences {
      for (word, count) in zip(sentence.words, sentence.counts) {
        totals[word, default: 0] += Int(count)
      }
    }
    let titleWords = Set(title)
    let scores = sentences.enumerated().map { index, sentence in
      let centrality = zip(sentence.words, sentence.counts).reduce(0) { sum, word in
        sum + Double(totals[word.0]!) - Self.ownShare * Double(word.1)
      }
      let shared = sentence.words.count { titleWords.contains($0) }
      let ofTitle = titleWords.isEmpty ? 0 : Double(shared) / Double(titleWords.count)
      let place = 1 - Double(index) / Double(sentences.count)
      return centrality * sentence.density * (1 + ofTitle) * (1 + Self.lead * place)
    }
    let highest = scores.max() ?? 0
    let candidates = zip(sentences, scores).map { sentence, score in
      SentenceSelection.Candidate(
        score: score, words: sentence.words, weights: sentence.counts.map(Float.init),
        length: sentence.length)
    }
    return selection.pick(from: candidates).sorted().map {
      Pick(index: $0, score: scores[$0] / highest)
    }
  }
}
