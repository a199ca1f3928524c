/// The words of a collection with their counts: numbers by folded form, shown as most often printed.
public struct WordTable: Sendable {
  private var vocabulary = Vocabulary()
  private var forms = Vocabulary()
  private var formWords: [Int32] = []
  private var formCounts: [Int] = []
  /// By word.
  public private(set) var counts: [Int] = []
  /// By word: whether it is a particle, pronoun or the like, which says nothing of what a text is about.
  public private(set) var isFunctionWord: [Bool] = []
  /// Words in all.
  public private(set) var total = 0
  /// Words that were asked for: they have the first numbers.
  public let asked: [[UInt16]]

  /// - Parameter asked: words to be numbered from 0, folded and distinct.
  public init(asked: [[UInt16]] = []) {
    self.asked = asked
    for word in asked { _ = number(of: word[...]) }
  }

  /// Distinct words, those asked for included.
  public var count: Int { counts.count }

  /// Adds a document; gives the number here of each of its words.
  ///
  /// Complexity: O(distinct words of the document).
  @discardableResult
  public mutating func add(_ text: TextWords) -> [Int32] {
    let numbers = (0..<Int32(text.vocabulary.count)).map { number(of: text.vocabulary.word($0)) }
    for (form, word) in text.formWords.enumerated() where word >= 0 {
      let here = Int(forms.intern(text.forms.word(Int32(form))))
      if here == formWords.count {
        formWords.append(numbers[Int(word)])
        formCounts.append(0)
      }
      formCounts[here] += Int(text.formCounts[form])
      counts[Int(numbers[Int(word)])] += Int(text.formCounts[form])
    }
    total += text.count
    return numbers
  }

  private mutating func number(of folded: ArraySlice<UInt16>) -> Int32 {
    let number = vocabulary.intern(folded)
    if Int(number) == counts.count {
      counts.append(0)
      isFunctionWord.append(StopWords.isFunctionWord(Array(folded)))
    }
    return number
  }

  /// The text of each word as most often printed; of equals the first by units, so that it does not depend
  /// on the order of documents. A word that does not occur is shown folded.
  ///
  /// Complexity: O(distinct forms).
  public func surfaces() -> [String] {
    var best = [Int32](repeating: -1, count: count)
    for form in formWords.indices {
      let word = Int(formWords[form])
      guard best[word] >= 0 else {
        best[word] = Int32(form)
        continue
      }
      let other = Int(best[word])
      let isBetter =
        formCounts[form] == formCounts[other]
        ? forms.word(Int32(form)).lexicographicallyPrecedes(forms.word(best[word]))
        : formCounts[form] > formCounts[other]
      if isBetter { best[word] = Int32(form) }
    }
    return best.enumerated().map { word, form in
      form < 0 ? vocabulary.text(Int32(word)) : forms.text(form)
    }
  }
}
