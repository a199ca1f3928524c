import GRDB
import LunhengCore

/// The numbers that words have in a corpus. Made for a run of the index stage, so that a word is looked
/// up in the database once.
///
/// Memory grows with the different words that the run meets.
public final class WordNumbering {
  private var known = TaggedVocabulary()
  private var numbers: [Int] = []
  private var folded = FoldedText()

  public init() {}

  /// The number of the word `index` of `table`, which it gets if it has none yet.
  func number(
    of index: Int, in table: TaggedVocabulary, _ find: Query, _ insert: Query, _ lastRow: Query
  ) throws -> Int {
    let word = table.word(index)
    let tag = table.tag(index)
    let (place, isNew) = word.withUnsafeBufferPointer { known.insert($0, tag: tag) }
    if !isNew { return numbers[place] }
    word.withUnsafeBufferPointer { folded.fold($0) }
    let form: UTF16Text? = folded.units.elementsEqual(word) ? nil : UTF16Text(Array(word))
    let text = UTF16Text(folded.units)
    var number = try find.first(text, Int(tag), form) { $0.int(0) }
    if number == nil {
      try insert.run(Int(tag), text, form)
      number = try lastRow.first { $0.int(0) }
    }
    numbers.append(number ?? 0)
    return number ?? 0
  }

  /// Forgets all numbers, which a failed transaction may have taken back.
  func forget() {
    known = TaggedVocabulary()
    numbers = []
  }
}
