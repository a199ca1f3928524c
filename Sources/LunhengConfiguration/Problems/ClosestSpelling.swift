/// The candidate that `word` is most likely a misspelling of: the one with the fewest insertions,
/// deletions, replacements and swaps of neighbours (optimal string alignment), if they are few.
///
/// Letter case, `-` and `_` do not count. Of equally close candidates the first wins.
func closestSpelling(to word: String, among candidates: [String]) -> String? {
  let folded = foldedLetters(word)
  var closest: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = foldedLetters(candidate)
    let distance = editDistance(folded, letters)
    // A third of the letters may be wrong: "tems" is "terms", but "tags" is not.
    guard distance <= max(folded.count, letters.count) / 3 else { continue }
    if distance < closest?.distance ?? .max { closest = (candidate, distance) }
  }
  return closest?.candidate
}

private func foldedLetters(_ word: String) -> [Unicode.Scalar] {
  word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }
}

/// Takes time in the product of the lengths.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      var distance = min(
        previous[column] + (left[row] == right[column] ? 0 : 1),
        previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
