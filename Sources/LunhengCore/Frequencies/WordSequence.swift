/// The words of a collection in reading order: four bytes a word, which is less than the text has.
public struct WordSequence: Sendable {
  public private(set) var table: WordTable
  /// Numbers of words in `table`, and breaks (`TextWords.Break`), which are below 0.
  public private(set) var words: [Int32] = []
  /// Where each document ends in `words`.
  private var ends: [Int] = []
  /// Words of each document, breaks not counted.
  public private(set) var sizes: [Int] = []

  /// - Parameter asked: words to be numbered from 0, folded and distinct.
  public init(asked: [[UInt16]] = []) {
    table = WordTable(asked: asked)
  }

  public var documents: Int { ends.count }

  /// The places of a document in `words`.
  public func range(of document: Int) -> Range<Int> {
    (document == 0 ? 0 : ends[document - 1])..<ends[document]
  }

  /// Complexity: O(words of the document).
  public mutating func append(_ text: TextWords) {
    let numbers = table.add(text)
    for word in text.words { words.append(word < 0 ? word : numbers[Int(word)]) }
    ends.append(words.count)
    sizes.append(text.count)
  }

  /// Gives each document's distinct words with their counts to `body`, words in the order in which they
  /// first stand.
  ///
  /// Complexity: O(words of the documents).
  func forEachCount(
    of documents: some Sequence<Int>, _ body: (_ document: Int, _ word: Int, _ count: Int) -> Void
  ) {
    var tally = [Int32](repeating: 0, count: table.count)
    var touched: [Int32] = []
    for document in documents {
      for place in range(of: document) where words[place] >= 0 {
        let word = words[place]
        if tally[Int(word)] == 0 { touched.append(word) }
        tally[Int(word)] += 1
      }
      for word in touched {
        body(document, Int(word), Int(tally[Int(word)]))
        tally[Int(word)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
