/// Picks sentences that do not say the same: maximal marginal relevance (Carbonell and Goldstein, "The use
/// of MMR, diversity-based reranking for reordering documents and producing summaries", 1998).
public struct SentenceSelection: Sendable {
  /// A sentence that may be picked.
  public struct Candidate: Sendable {
    /// How much it stands for; not negative.
    public var score: Double
    /// Its words, sorted, and what each weighs where two sentences are compared.
    public var words: [UInt64]
    public var weights: [Float]
    /// Characters.
    public var length: Int
    /// Names the document that it is of.
    public var document: Int
    /// The time that it is of, if that is to vary.
    public var period: String?

    public init(
      score: Double, words: [UInt64], weights: [Float], length: Int, document: Int = 0,
      period: String? = nil
    ) {
      self.score = score
      self.words = words
      self.weights = weights
      self.length = length
      self.document = document
      self.period = period
    }

    /// The cosine of their vectors, 0–1; of what has no words, 0.
    func similarity(to other: Candidate) -> Double {
      var (left, right, dot) = (0, 0, 0.0)
      while left < words.count, right < other.words.count {
        if words[left] == other.words[right] {
          dot += Double(weights[left]) * Double(other.weights[right])
          left += 1
          right += 1
        } else if words[left] < other.words[right] {
          left += 1
        } else {
          right += 1
        }
      }
      guard dot > 0 else { return 0 }
      func square(_ weights: [Float]) -> Double {
        weights.reduce(0) { $0 + Double($1) * Double($1) }
      }
      return dot / (square(weights) * square(other.weights)).squareRoot()
    }
  }

  /// Sentences at most.
  public var limit: Int
  /// Characters of all sentences at most; nil for any number.
  public var length: Int?
  /// Sentences of one document at most; nil for any number.
  public var perDocument: Int?

  public init(limit: Int, length: Int? = nil, perDocument: Int? = nil) {
    self.limit = limit
    self.length = length
    self.perDocument = perDocument
  }

  /// Sentences more alike than this say the same.
  private static let mostAlike = 0.75
  /// How alike two sentences of the same time are at least.
  private static let sameTime = 0.15
  /// How alike two sentences of the same document are at least, where there may be several documents.
  private static let sameDocument = 0.3
  /// How much likeness takes away, of what the best sentence is worth.
  private static let penalty = 0.7

  /// The indices of those picked, best first; of equals the earlier.
  ///
  /// Complexity: O(limit × words of all candidates).
  public func pick(from candidates: [Candidate]) -> [Int] {
    let highest = candidates.reduce(0) { max($0, $1.score) }
    guard highest > 0 else { return [] }
    var picked: [Int] = []
    var room = length ?? .max
    var perDocument: [Int: Int] = [:]
    // How alike each candidate is to the closest one picked; nil once it is out.
    var redundancy = [Double?](repeating: 0, count: candidates.count)
    while picked.count < limit {
      var best: (index: Int, value: Double)?
      for (index, candidate) in candidates.enumerated()
      where candidate.score > 0 && candidate.length <= room {
        guard let alike = redundancy[index] else { continue }
        let value = candidate.score / highest - Self.penalty * alike
        if value > best?.value ?? -.infinity { best = (index, value) }
      }
      guard let best else { break }
      let chosen = candidates[best.index]
      picked.append(best.index)
      redundancy[best.index] = nil
      room -= chosen.length
      perDocument[chosen.document, default: 0] += 1
      let isFull = perDocument[chosen.document]! >= self.perDocument ?? .max
      for (index, candidate) in candidates.enumerated() {
        guard let before = redundancy[index] else { continue }
        let similarity = candidate.similarity(to: chosen)
        let isOfTheDocument = candidate.document == chosen.document
        if similarity > Self.mostAlike || isFull && isOfTheDocument {
          redundancy[index] = nil
          continue
        }
        let isOfTheTime = chosen.period != nil && candidate.period == chosen.period
        redundancy[index] = max(
          before, similarity, isOfTheTime ? Self.sameTime : 0,
          isOfTheDocument && self.perDocument != nil ? Self.sameDocument : 0)
      }
    }
    return picked
  }
}
