internal import CICU

/// The words that ICU's break iterator knows, read from the data of the ICU that is installed.
public enum BreakDictionary {
  public struct Entry: Hashable, Sendable {
    public var word: String
    /// ICU's cost of the word, 0–255: the rarer, the higher.
    public var cost: Int

    public init(word: String, cost: Int) {
      self.word = word
      self.cost = cost
    }
  }

  /// The words of ICU's Chinese and Japanese dictionary in code-unit order; about 317,000 in ICU 72.
  ///
  /// - Throws: `ICUError` if this ICU has no dictionary, or has it in an unknown form.
  public static func chinese() throws(ICUError) -> [Entry] {
    final class Collected { var entries: [Entry] = [] }
    let collected = Collected()
    var status: Int32 = 0
    cicu_each_dictionary_word(
      "cjdict", Unmanaged.passUnretained(collected).toOpaque(),
      { context, word, length, value in
        let units = UnsafeBufferPointer(start: word, count: Int(length))
        Unmanaged<Collected>.fromOpaque(context!).takeUnretainedValue().entries.append(
          Entry(word: String(decoding: units, as: UTF16.self), cost: Int(value)))
      }, &status)
    try ICUError.check(status, "reading the dictionary \"cjdict\"")
    return collected.entries
  }
}
