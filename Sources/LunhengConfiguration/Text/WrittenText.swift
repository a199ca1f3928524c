/// Questions that are asked of terms, words, ids and paths as a person wrote them.
struct WrittenText {
  let text: String

  init(_ text: String) { self.text = text }

  /// Without white space at both ends.
  var trimmed: String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The first control, format or line-separating character: nobody sees it in an editor, and no
  /// text that is searched has it in the same place.
  var firstInvisible: Unicode.Scalar? {
    text.unicodeScalars.first {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Whether there is nothing but punctuation, separators and operators. Currency signs, units and
  /// pictures can be meant.
  var isPunctuation: Bool {
    text.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .connectorPunctuation, .otherPunctuation, .mathSymbol, .modifierSymbol,
        .spaceSeparator, .control:
        true
      default: false
      }
    }
  }

  /// Equal for texts that differ only in letter case and in full or half width, as matching folds
  /// both.
  var folded: String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: folded.append(" ")
      default: folded.append(scalar)
      }
    }
    return String(folded).lowercased()
  }
}
