import LunhengCore

/// Reads who wrote a piece: 「閻 小 駿」, 「文：陳大文、李小明」, 「陳大文　香港大學教授」, 「（作者：歐陽一）」.
///
/// A line is a byline by itself (`isByline`) if it says so or spaces out the letters of a name. A bare
/// name is one only where names are expected, between title and text (`isNameLine`).
enum BylineParser {
  /// A name as it should be listed, and the units that it was read from.
  struct Name: Hashable {
    var text: String
    var range: Range<Int>
  }

  /// Whether the line is a byline wherever it stands.
  static func isByline(_ units: [UInt16]) -> Bool {
    guard units.count <= 60 else { return false }
    let line = unbracketed(units)
    if label(of: units, in: line) != nil { return !names(in: units).isEmpty }
    return pieces(of: units, in: line).allSatisfy { isSpacedName(Array(units[$0])) }
  }

  /// Whether the line consists of names, with or without posts.
  static func isNameLine(_ units: [UInt16]) -> Bool {
    units.count <= 60 && (isByline(units) || !names(in: units).isEmpty)
  }

  /// Whether the line states a post or affiliation: 「香港大學政治學教授」.
  static func isPost(_ units: [UInt16]) -> Bool {
    let folded = FoldedText(units).units
    return folded.count <= 40 && posts.contains { folded.contains($0) }
  }

  /// Whether the block is a note about the author: 「作者為…」, 「（作者是…）」, 「作者簡介：…」.
  static func isAuthorNote(_ units: [UInt16]) -> Bool {
    let line = unbracketed(units)
    let folded = FoldedText(Array(units[line])).units
    return units.count <= 120 && noteOpenings.contains { folded.starts(with: $0) }
  }

  /// The names in a byline, in order; empty if it has none.
  static func names(in units: [UInt16]) -> [Name] {
    var line = unbracketed(units)
    let label = label(of: units, in: line)
    if let label { line = label..<line.upperBound }
    var names: [Name] = []
    for piece in pieces(of: units, in: line) {
      guard let name = name(in: units, piece: piece, isLabelled: label != nil) else {
        // A piece that is no name makes the line something else, unless the line says it is a byline.
        if label == nil, !names.isEmpty, isPost(Array(units[piece])) { continue }
        if label == nil { return [] }
        continue
      }
      names.append(name)
    }
    return names
  }

  // MARK: Names

  private static func name(in units: [UInt16], piece: Range<Int>, isLabelled: Bool) -> Name? {
    let text = Array(units[piece])
    if isSpacedName(text) || isPlainName(text, isLabelled: isLabelled) {
      return Name(text: joined(text), range: piece)
    }
    // A name and a post: 「陳大文 教授」, 「陳大文（立法會議員）」, 「香港大學教授 陳大文」.
    let words = piece.split(in: units) { isSeparatorOfPost($0) }
    guard words.count > 1 else { return nil }
    for index in [0, words.count - 1] {
      let word = Array(units[words[index]])
      let others = words.indices.filter { $0 != index }.flatMap { Array(units[words[$0]]) }
      if isPlainName(word, isLabelled: false), isPost(others) {
        return Name(text: joined(word), range: words[index])
      }
    }
    return nil
  }

  /// 「閻 小 駿」: two to four Han characters, each by itself.
  private static func isSpacedName(_ units: [UInt16]) -> Bool {
    let words = units.split { CharacterClass($0) == .space }
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { $0.count == 1 && CharacterClass($0.first!) == .han }
      && Surnames.isName(FoldedText(units).units)
  }

  private static func isPlainName(_ units: [UInt16], isLabelled: Bool) -> Bool {
    let folded = FoldedText(units).units
    if !units.isEmpty, units.allSatisfy({ CharacterClass($0) == .han }) {
      return Surnames.isName(folded) || (isLabelled && (2...4).contains(units.count))
    }
    // Latin names only where a label says that they are names.
    return isLabelled && (4...40).contains(units.count) && CharacterClass(units[0]) == .letter
      && units.allSatisfy {
        CharacterClass($0) == .letter || $0 == 0x20 || $0 == 0x2D || $0 == 0x2E || $0 == 0x27
      }
  }

  /// Without spaces between Han characters.
  private static func joined(_ units: [UInt16]) -> String {
    let isHan = units.contains { CharacterClass($0) == .han }
    return String(units: isHan ? units.filter { CharacterClass($0) != .space } : units)
  }

  // MARK: Parts of the line

  /// Without a pair of brackets around all of it.
  private static func unbracketed(_ units: [UInt16]) -> Range<Int> {
    guard let first = units.first, let last = units.last, units.count > 2 else {
      return units.indices
    }
    return brackets[first] == last ? 1..<units.count - 1 : units.indices
  }

  /// Where the names begin, if the line starts with a label such as 「文：」 or 「By 」.
  private static func label(of units: [UInt16], in line: Range<Int>) -> Int? {
    guard
      let mark = line.prefix(7).first(where: { labelMarks.contains(units[$0]) })
    else {
      let opening = String(units: units[line].prefix(3)).lowercased()
      return opening == "by " ? line.lowerBound + 3 : nil
    }
    let word = FoldedText(Array(units[line.lowerBound..<mark])).units
    return labels.contains(word) ? mark + 1 : nil
  }

  /// The line divided at commas, conjunctions and wide spaces.
  private static func pieces(of units: [UInt16], in line: Range<Int>) -> [Range<Int>] {
    let divided = line.split(in: units) { nameSeparators.contains($0) }
    return divided.flatMap { piece -> [Range<Int>] in
      // Letters spaced by one space make one name; wider spaces stand between names.
      if isSpacedName(Array(units[piece])) { return [piece] }
      let words = piece.split(in: units) { CharacterClass($0) == .space }
      let areNames =
        words.count > 1
        && words.allSatisfy {
          Surnames.isName(FoldedText(Array(units[$0])).units)
        }
      if areNames { return words }
      let wide = piece.split(in: units) { $0 == 0x3000 || $0 == 0x09 }
      return wide.count > 1 && wide.allSatisfy { isSpacedName(Array(units[$0])) } ? wide : [piece]
    }
  }

  private static func isSeparatorOfPost(_ unit: UInt16) -> Bool {
    CharacterClass(unit) == .space || postSeparators.contains(unit)
  }

  private static let brackets: [UInt16: UInt16] = [
    0xFF08: 0xFF09, 0x28: 0x29, 0x3010: 0x3011, 0x5B: 0x5D,
  ]
  private static let labelMarks = Set("：:／/︰｜|".utf16)
  private static let nameSeparators = Set("、，,；;／/＆&".utf16)
  private static let postSeparators = Set("（）()｜|–-".utf16)

  private static func fold(_ words: String) -> [[UInt16]] {
    words.split(separator: " ").map { FoldedText(Array(String($0).utf16)).units }
  }

  private static let labels = Set(
    fold("文 作者 撰文 撰稿 執筆 圖文 記者 特約撰稿 特約記者 採訪 文字 主筆 author by 作者姓名 署名"))
  private static let noteOpenings = fold("作者為 作者是 作者係 作者簡介 作者現為 作者曾 筆者為 筆者是 作者均為 兩位作者 作者分別")
  private static let posts = fold(
    "教授 博士 學者 議員 主席 總監 研究員 院長 校長 主任 會長 顧問 律師 醫生 醫師 社工 作家 評論員 評論人 經濟師 總幹事 召集人 委員 成員 創辦人 "
      + "執行長 所長 秘書長 講師 工程師 會計師 建築師 規劃師 總裁 董事 教師 副校長 理事 發言人 部長 局長 司長 專家 榮譽 退休")
}

extension Range<Int> {
  /// The parts between units that satisfy `isSeparator`, without white space around them.
  fileprivate func split(
    in units: [UInt16], where isSeparator: (UInt16) -> Bool
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = lowerBound
    for index in lowerBound...upperBound where index == upperBound || isSeparator(units[index]) {
      var low = start
      var high = index
      while low < high, CharacterClass(units[low]) == .space { low += 1 }
      while high > low, CharacterClass(units[high - 1]) == .space { high -= 1 }
      if low < high { parts.append(low..<high) }
      start = index + 1
    }
    return parts
  }
}

extension [UInt16] {
  fileprivate func contains(_ other: [UInt16]) -> Bool {
    guard count >= other.count else { return false }
    return (0...count - other.count).contains { self[$0...].starts(with: other) }
  }
}
