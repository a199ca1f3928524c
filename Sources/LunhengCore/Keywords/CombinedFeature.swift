/// What `CombinedScorer` looks at in a sequence of words. `CombinedWeights` has the weights in this order.
enum CombinedFeature: Int, CaseIterable {
  // How often: ln of the count; whether it is 1; by how much the logarithm exceeds 1.1.
  case logCount, once, often
  // How rare at large, as −ln of the share of documents: mean and least of its words, of the whole; whether
  // the background knows the whole; by how much these exceed 7 and 8.
  case rarityMean, rarityLeast, rarityWhole, known, unknown, rarityMeanHigh, rarityWholeHigh
  // ln of its words' counts.
  case wordLogMean, wordLogLeast, wordLogMost
  // Where: in the title, only there; ln of the position in the body, and in relation to its length;
  // within its first 30 characters, at its start; ln of the number of blocks.
  case title, titleOnly, position, relativePosition, early, opening, blocks
  // Shares of occurrences beside punctuation and stop words; ln of 1 + kinds of neighbours.
  case leftBreak, leftStop, rightBreak, rightStop, leftKinds, rightKinds
  // Its share of its rarest and of its commonest word; the share that one longer sequence has of it.
  case cohesion, cohesionLeast, nested, alwaysNested
  // Its length in words and characters.
  case words1, words2, words3, length2, length3, length4, length5, length6, length7
  // Words of one character: their share; whether the first and the last (of several) is one.
  case singles, singleFirst, singleLast
  // Digits; words too general to stand alone; no Han character; a whole quotation; the end of a name.
  case number, light, lightLast, latin, quoted, suffix
  // `WordClass` of the last and of the first word.
  case lastNoun, lastProperNoun, lastVerb, lastVerbalNoun, lastAdjective, lastFunction, lastAffix
  case firstNoun, firstProperNoun, firstVerb, firstVerbalNoun, firstAdjective, firstFunction
  case firstAffix

  static func last(_ wordClass: WordClass) -> CombinedFeature? {
    switch wordClass {
    case .unknown: nil
    case .noun: .lastNoun
    case .properNoun: .lastProperNoun
    case .verb: .lastVerb
    case .verbalNoun: .lastVerbalNoun
    case .adjective: .lastAdjective
    case .affix: .lastAffix
    case .function: .lastFunction
    }
  }

  static func first(_ wordClass: WordClass) -> CombinedFeature? {
    switch wordClass {
    case .unknown: nil
    case .noun: .firstNoun
    case .properNoun: .firstProperNoun
    case .verb: .firstVerb
    case .verbalNoun: .firstVerbalNoun
    case .adjective: .firstAdjective
    case .affix: .firstAffix
    case .function: .firstFunction
    }
  }
}
