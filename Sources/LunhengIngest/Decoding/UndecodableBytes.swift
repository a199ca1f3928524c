/// Bytes that make no character in the charset of their file, and for which the text has one U+FFFD.
public struct UndecodableBytes: Hashable, Sendable {
  /// The first of them in the file, from 0.
  public var offset: Int
  /// How many there are.
  public var length: Int
  /// The line of the U+FFFD, from 1.
  public var line: Int
  /// Its column in the line, in Unicode scalars from 1.
  public var column: Int

  public init(offset: Int, length: Int, line: Int, column: Int) {
    self.offset = offset
    self.length = length
    self.line = line
    self.column = column
  }
}
