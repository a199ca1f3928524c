/// What a corpus is opened for.
enum CorpusAccess {
  /// Reading and writing, making the file if need be.
  case creating
  /// Reading and writing what exists.
  case writing
  /// Reading only.
  case reading
}
