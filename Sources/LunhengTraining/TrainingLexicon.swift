/// A list of words from one source, with what the source says of them.
public struct TrainingLexicon: Sendable {
  public struct Entry: Hashable, Sendable {
    public var word: String
    /// How often the source saw it; 0 if it does not say.
    public var count: Int
    /// Whatever the source calls the word, such as a part of speech; empty if nothing.
    public var tag: String

    public init(word: String, count: Int, tag: String = "") {
      self.word = word
      self.count = count
      self.tag = tag
    }
  }

  public var name: String
  public var entries: [Entry]

  public init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
  }
}
