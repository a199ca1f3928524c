import LunhengCore

/// Reads the line that says where a piece was printed: 「（刊載於《信報》2024 年 3 月 5 日 A12 版）」,
/// 「原載〈信報〉二〇二三年十二月十八日，頁 A12」, 「維港時報 2024-03-12 A14」, 「日期：民國一一二年三月八日」.
///
/// A line is a citation only if nearly all of it is such matter, so that a sentence which mentions a
/// newspaper and a day is none.
struct CitationParser {
  /// Longer blocks, in UTF-16 units, are text.
  static let maximumLength = 90

  private(set) var publication: Found<String>?
  private(set) var date: Found<CalendarDate>?
  private(set) var page: Found<String>?
  /// The title, where the line is 「標題：…」.
  private(set) var labelledTitle: Found<String>?
  private(set) var isCitation = false

  private let original: [UInt16]
  private let folded: FoldedText
  /// Folded units that a field or label accounts for.
  private var isExplained: [Bool]

  /// - Parameter units: the text of a block or line.
  init(_ units: [UInt16]) {
    original = units
    folded = FoldedText(units)
    isExplained = Array(repeating: false, count: folded.units.count)
    guard !folded.units.isEmpty else { return }
    if readLabelledField() {
      isCitation = true
      return
    }
    if let found = DateParser(folded.units).first() { date = take(found) }
    let isIntroduced = explain(Self.introductions)
    // Nearly every short block: without these, and without a digit for a page, it is none.
    if date == nil, !isIntroduced, !folded.units.contains(where: { CharacterClass($0) == .digit }) {
      return
    }
    publication = bracketedPublication() ?? namedPublication()
    page = pageCode()
    explain(Self.companions)
    let rest = unexplained
    let isBracketed = Self.openingBrackets.contains(folded.units[0])
    switch (isIntroduced, publication != nil, date != nil, page != nil) {
    case (true, true, _, _), (true, _, true, _): isCitation = rest <= (isBracketed ? 24 : 12)
    case (_, true, true, _): isCitation = rest <= 6
    case (_, true, _, true): isCitation = rest <= 2
    case (_, _, true, _): isCitation = rest == 0
    default: isCitation = false
    }
  }

  // MARK: Fields

  /// 「日期：…」 and its like, one field a line.
  private mutating func readLabelledField() -> Bool {
    guard let colon = folded.units.prefix(6).firstIndex(of: 0x3A) else { return false }
    let label = String(units: folded.units[..<colon])
    let rest = colon + 1..<folded.units.count
    guard !rest.isEmpty else { return false }
    switch label {
    case "日期", "刊登日期", "出版日期", "发布日期", "date":
      guard let found = DateParser(folded.units).first() else { return false }
      date = Found(value: found.value, range: folded.original(found.range))
    case "报章", "报纸", "媒体", "刊物", "来源", "出处", "source":
      publication = bracketedPublication() ?? text(rest)
      if let found = DateParser(folded.units).first() {
        date = Found(value: found.value, range: folded.original(found.range))
        if publication?.range.upperBound == original.count { publication = namedPublication() }
      }
      page = pageCode()
    case "版面", "版位", "版次", "版名", "版", "页", "页码", "page":
      page = pageCode() ?? text(rest)
    case "标题", "题目", "篇名", "title":
      labelledTitle = text(rest)
    default: return false
    }
    return true
  }

  private func text(_ range: Range<Int>) -> Found<String> {
    let place = folded.original(range)
    return Found(value: String(units: original[place]), range: place)
  }

  private mutating func take<Value>(_ found: Found<Value>) -> Found<Value> {
    for index in found.range { isExplained[index] = true }
    return Found(value: found.value, range: folded.original(found.range))
  }

  /// What stands in 《》, else in 〈〉 or 「」 (which is folded as "").
  private mutating func bracketedPublication() -> Found<String>? {
    for (open, close) in [(0x300A, 0x300B), (0x3008, 0x3009), (0x22, 0x22)]
      as [(UInt16, UInt16)]
    {
      guard let first = folded.units.firstIndex(of: open),
        let last = folded.units[(first + 1)...].firstIndex(of: close), last > first + 1
      else { continue }
      for index in first...last { isExplained[index] = true }
      let place = folded.original(first + 1..<last)
      // A second title mark is a column or a headline: 《明報》〈觀點〉.
      if let next = folded.units[(last + 1)...].firstIndex(where: { $0 == 0x3008 || $0 == 0x300A }),
        let end = folded.units[next...].firstIndex(where: { $0 == 0x3009 || $0 == 0x300B })
      {
        for index in next...end { isExplained[index] = true }
      }
      return Found(
        value: String(units: original[place].filter { CharacterClass($0) != .space }),
        range: place)
    }
    return nil
  }

  /// A word without brackets that is the name of a newspaper, or ends as such names do.
  private mutating func namedPublication() -> Found<String>? {
    for name in Newspapers.folded {
      if let start = folded.units.firstRange(of: name), !isExplained[start] {
        let range = start..<start + name.count
        for index in range { isExplained[index] = true }
        let place = folded.original(range)
        return Found(value: String(units: original[place]), range: place)
      }
    }
    // A run of Han characters that no space, digit or punctuation interrupts in the original.
    var index = 0
    while index < folded.units.count {
      var end = index
      while end < folded.units.count, !isExplained[end], CharacterClass(folded.units[end]) == .han,
        end == index || folded.origins[end] == folded.origins[end - 1] + 1
      {
        end += 1
      }
      if (3...12).contains(end - index),
        Newspapers.foldedEndings.contains(where: { folded.units[index..<end].ends(with: $0) })
      {
        for explained in index..<end { isExplained[explained] = true }
        let place = folded.original(index..<end)
        return Found(value: String(units: original[place]), range: place)
      }
      index = max(end, index + 1)
    }
    return nil
  }

  /// B8版, A12, 頁B8, 第8版, p.3: letters and digits that a 版 or 頁 marks, or letter and digits alone.
  private mutating func pageCode() -> Found<String>? {
    let units = folded.units
    for start in units.indices
    where !isExplained[start] && CharacterClass(units[start]).isAlphanumeric {
      guard start == 0 || !CharacterClass(units[start - 1]).isAlphanumeric else { continue }
      var end = start
      while end < units.count, CharacterClass(units[end]) == .letter { end += 1 }
      let letters = end - start
      while end < units.count, CharacterClass(units[end]) == .digit { end += 1 }
      let digits = end - start - letters
      guard (0...2).contains(letters), (1...3).contains(digits),
        end == units.count || !CharacterClass(units[end]).isAlphanumeric
      else { continue }
      let after = end < units.count ? units[end] : 0
      let before = start > 0 ? units[start - 1] : 0
      let isMarked =
        Self.pageMarks.contains(after) || Self.pageMarks.contains(before) || before == 0x7B2C  // 第
        || (before == 0x2E && start > 1 && units[start - 2] == 0x70)  // p.
        || (before == 0x3A && start > 1 && Self.pageMarks.contains(units[start - 2]))
      guard letters > 0 || isMarked else { continue }
      for index in start..<end { isExplained[index] = true }
      let place = folded.original(start..<end)
      let code = String(units: units[start..<end]).uppercased()
      return Found(value: code, range: place)
    }
    return nil
  }

  // MARK: The rest

  /// Letters, digits and ideographs that nothing accounts for.
  private var unexplained: Int {
    zip(folded.units, isExplained).count { unit, explained in
      !explained && [.han, .letter, .digit, .syllabary].contains(CharacterClass(unit))
    }
  }

  /// Marks the phrases that occur; whether any does.
  @discardableResult
  private mutating func explain(_ phrases: [[UInt16]]) -> Bool {
    var isFound = false
    for phrase in phrases {
      var from = 0
      while let start = folded.units[from...].firstRange(of: phrase) {
        if !isExplained[start..<start + phrase.count].contains(true) {
          for index in start..<start + phrase.count { isExplained[index] = true }
          isFound = true
        }
        from = start + phrase.count
      }
    }
    return isFound
  }

  /// Folded, as all that is compared here.
  private static let openingBrackets = Set("([〔【".utf16)
  private static let pageMarks = Set("版页".utf16)

  private static func fold(_ words: String) -> [[UInt16]] {
    words.split(separator: " ").map { FoldedText(Array(String($0).utf16)).units }
  }

  /// Longest first, so that none hides a longer one.
  private static let introductions = fold(
    "原文刊載於 原文刊登於 本文刊載於 本文原載於 本文原刊於 刊載於 刊登於 發表於 原刊載於 原刊登於 原載於 原刊於 轉載自 刊載在 刊登在 刊於 載於 "
      + "原載 原刊 轉自 摘自 見報日期 見報 來源 出處 文章來源 資料來源 刊出")
  private static let companions = fold(
    "本文 原文 此文 文章 全文 作者 標題 為編輯所加 編者 觀點版 論壇版 評論版 觀點 論壇 評論 社評 專欄 副刊 要聞 時事 "
      + "版面 版次 星期一 星期二 星期三 星期四 星期五 星期六 星期日 週一 週二 週三 週四 週五 週六 週日 第 頁 版 期 報 日 於 的 p")
}

extension ArraySlice<UInt16> {
  /// Where `other` first begins.
  fileprivate func firstRange(of other: [UInt16]) -> Int? {
    guard !other.isEmpty, count >= other.count else { return nil }
    return withUnsafeBufferPointer { units in
      let first = other[0]
      return (0...units.count - other.count).first { start in
        units[start] == first && units[start..<start + other.count].elementsEqual(other)
      }
    }.map { startIndex + $0 }
  }

  fileprivate func ends(with other: [UInt16]) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}

extension [UInt16] {
  fileprivate func firstRange(of other: [UInt16]) -> Int? { self[...].firstRange(of: other) }
}
