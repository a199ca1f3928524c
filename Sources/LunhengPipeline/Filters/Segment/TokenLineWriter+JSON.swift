import LunhengCore
import LunhengIngest
import LunhengReport

extension TokenLineWriter {
  /// Appends `{"tokens":[{"text","start","end","kind"}]}` and a line feed; offsets count Unicode scalars.
  ///
  /// Written piece by piece: a `JSONValue` for each token would cost more than finding the token.
  ///
  /// - Parameter tags: by token, its part of speech, written as "pos"; empty if there are none.
  func appendRecord(
    _ tokens: [Token], tags: [PartOfSpeech] = [], of line: borrowing UTF8Line,
    to output: inout [UInt8]
  ) {
    append(#"{"tokens":["#, to: &output)
    var scalars = 0
    var isFirst = true
    for (index, token) in tokens.enumerated() {
      let start = scalars
      for unit in line.units[token.range] where unit & 0xFC00 != 0xDC00 { scalars += 1 }
      guard let kind = token.kind.name else { continue }
      append(isFirst ? #"{"text":"# : #",{"text":"#, to: &output)
      isFirst = false
      let bytes = Int(line.offsets[Int(token.start)])..<Int(line.offsets[Int(token.end)])
      JSONWriter().write(UnsafeBufferPointer(rebasing: line.bytes[bytes]), to: &output)
      append(#","start":"#, to: &output)
      output.append(contentsOf: String(start).utf8)
      append(#","end":"#, to: &output)
      output.append(contentsOf: String(scalars).utf8)
      append(#","kind":""#, to: &output)
      append(kind, to: &output)
      if !tags.isEmpty {
        append(#"","pos":""#, to: &output)
        output.append(contentsOf: tags[index].name.utf8)
      }
      append(#""}"#, to: &output)
    }
    append("]}\n", to: &output)
  }

  private func append(_ text: StaticString, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension TokenKind {
  /// What records call it; nil for white space, which is no token to a reader.
  fileprivate var name: StaticString? {
    switch self {
    case .word: "word"
    case .number: "number"
    case .symbol: "symbol"
    case .space: nil
    }
  }
}
