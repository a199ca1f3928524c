/// How well keywords agree with those that people gave.
///
/// Two keywords agree if they are the same, or if they fold alike: 系統 and 系统, 台 and 臺.
public struct KeywordEvaluation: Sendable {
  /// How the first so many keywords of each document agree.
  public struct Score: Hashable, Sendable {
    /// Keywords of each document that count.
    public let cutoff: Int
    /// Keywords found and given, and those of them that agree.
    public private(set) var found = 0
    public private(set) var given = 0
    public private(set) var correct = 0
    private var documents = 0
    private var sums = (precision: 0.0, recall: 0.0, f1: 0.0)

    init(cutoff: Int) { self.cutoff = cutoff }

    mutating func add(found: Int, given: Int, correct: Int) {
      self.found += found
      self.given += given
      self.correct += correct
      documents += 1
      sums.precision += found == 0 ? 0 : Double(correct) / Double(found)
      sums.recall += given == 0 ? 0 : Double(correct) / Double(given)
      sums.f1 += found + given == 0 ? 0 : 2 * Double(correct) / Double(found + given)
    }

    /// Means over documents; nil if there are none.
    public var precision: Double? { mean(sums.precision) }
    public var recall: Double? { mean(sums.recall) }
    public var f1: Double? { mean(sums.f1) }
    /// F1 of all keywords as if they were of one document.
    public var microF1: Double? {
      found + given == 0 ? nil : 2 * Double(correct) / Double(found + given)
    }

    private func mean(_ sum: Double) -> Double? { documents == 0 ? nil : sum / Double(documents) }

    public static func == (left: Score, right: Score) -> Bool {
      left.cutoff == right.cutoff && left.documents == right.documents && left.sums == right.sums
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(cutoff)
      hasher.combine(correct)
    }
  }

  public private(set) var documents = 0
  /// By cutoff, as given: keywords that are the same, and those that fold alike.
  public private(set) var exact: [Score]
  public private(set) var folded: [Score]
  /// Keywords that people gave, and those of them that the text or the title has, folded.
  public private(set) var given = 0
  public private(set) var present = 0

  public init(cutoffs: [Int]) {
    exact = cutoffs.map { Score(cutoff: $0) }
    folded = exact
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - found: keywords that were found, best first.
  ///   - given: keywords that people gave.
  ///   - texts: title and text.
  public mutating func add(found: [String], given: [String], texts: [[UInt16]]) {
    documents += 1
    Self.add(found.map { Array($0.utf16) }, given.map { Array($0.utf16) }, to: &exact)
    let keys = Self.distinct(given.map(Self.key))
    Self.add(found.map(Self.key), keys, to: &folded)
    self.given += keys.count
    let texts = texts.map { FoldedText($0).units.filter { $0 != 0x20 } }
    present += keys.count { key in texts.contains { Self.contains($0, key) } }
  }

  /// The keyword as it is compared.
  public static func key(_ keyword: String) -> [UInt16] {
    FoldedText(Array(keyword.utf16)).units.filter { $0 != 0x20 }
  }

  private static func add(_ found: [[UInt16]], _ given: [[UInt16]], to scores: inout [Score]) {
    let found = distinct(found)
    let given = Set(given)
    for index in scores.indices {
      let first = found.prefix(scores[index].cutoff)
      scores[index].add(
        found: first.count, given: given.count, correct: first.count { given.contains($0) })
    }
  }

  private static func distinct(_ keys: [[UInt16]]) -> [[UInt16]] {
    var seen: Set<[UInt16]> = []
    return keys.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func contains(_ text: [UInt16], _ key: [UInt16]) -> Bool {
    text.count >= key.count
      && (0...text.count - key.count).contains { text[$0..<$0 + key.count].elementsEqual(key) }
  }
}
