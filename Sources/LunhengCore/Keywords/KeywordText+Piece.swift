extension KeywordText {
  /// A word or mark of a block.
  struct Piece {
    /// Among the tokens of the block; of several that were joined, the last.
    var place: Int32
    /// Folded units.
    var start: Int32
    var end: Int32
    var kind: TokenKind

    /// Tokens that make one word at most.
    private static let mostJoined = 4

    /// Joins words that segmentation divides and a list knows as one: 生產|力, 委員|會, 急症|室. One of the
    /// parts has a single character: those are what a treebank cuts off.
    ///
    /// Complexity: O(n).
    static func join(
      _ pieces: inout [Piece], _ units: UnsafeBufferPointer<UInt16>,
      _ background: BackgroundFrequencies
    ) {
      var count = 0
      var index = 0
      while index < pieces.count {
        let last = last(of: index, in: pieces, units, background)
        var piece = pieces[last]
        piece.start = pieces[index].start
        pieces[count] = piece
        count += 1
        index = last + 1
      }
      pieces.removeLast(pieces.count - count)
    }

    /// The last piece of the longest word that begins with the piece at `first`.
    private static func last(
      of first: Int, in pieces: [Piece], _ units: UnsafeBufferPointer<UInt16>,
      _ background: BackgroundFrequencies
    ) -> Int {
      var best = first
      var hasSingle = false
      for last in first..<min(first + mostJoined, pieces.count) {
        let piece = pieces[last]
        guard piece.kind == .word, last == first || piece.start == pieces[last - 1].end,
          CharacterClass(units[Int(piece.start)]) == .han
        else { break }
        hasSingle = hasSingle || piece.end - piece.start == 1
        guard last > first, hasSingle else { continue }
        let word = UnsafeBufferPointer(
          rebasing: units[Int(pieces[first].start)..<Int(piece.end)])
        switch background.wordClass(of: WordHash.of(word)) {
        case .noun, .properNoun, .verbalNoun, .verb, .adjective: best = last
        case .unknown, .affix, .function: break
        }
      }
      return best
    }
  }
}
