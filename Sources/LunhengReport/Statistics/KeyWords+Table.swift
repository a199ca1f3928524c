import LunhengCore

extension Table {
  /// A row a key word.
  ///
  /// - Parameters:
  ///   - selection: that gave them. People see what words are sorted by and the p that it asks for, and of
  ///     the other measures the commonest; programs get all.
  ///   - language: Of headers: "zh-Hant" or "en".
  public init(
    _ words: [KeyWord], of analysis: KeyWordAnalysis, _ selection: KeyWordSelection,
    language: String = "zh-Hant"
  ) {
    let isOfDocuments = selection.test == .documents
    func header(_ chinese: String, _ english: String) -> String {
      language == "en" ? english : chinese
    }
    func number(
      _ key: String, _ chinese: String = "", _ english: String = "", for audience: Audience = .all
    ) -> Column {
      Column(key: key, header: header(chinese, english), kind: .number, audience: audience)
    }
    func number(
      _ key: String, _ chinese: String, _ english: String, ifSortedBy order: KeyWordOrder
    ) -> Column {
      number(key, chinese, english, for: selection.order == order ? .all : .programs)
    }
    // Where all are of one use, people need not be told of each.
    let showsUse = selection.use == .both
    let useColumn = Column(key: "use_text", header: header("使用", "Use"), audience: .people)
    let columns =
      [
        Column(key: "word", header: header("詞", "Word")),
        Column(key: "use", header: "", audience: .programs),
      ] + (showsUse ? [useColumn] : []) + [
        number("count", "次數", "Count"),
        number("reference_count", "參照次數", "Reference count"),
        number("per_million", "每百萬詞", "Per million"),
        number("reference_per_million", "參照每百萬詞", "Reference per million"),
        number("documents", "文件", "Documents"),
        number("reference_documents", "參照文件", "Reference documents"),
        number("dp", "DP", "DP"), number("reference_dp", for: .programs),
        number("log_likelihood", "G²", "G²"), number("p", for: .programs),
        number("p_adjusted", "校正 p", "Adjusted p", for: isOfDocuments ? .programs : .all),
        number("log_ratio", "對數比", "Log ratio"),
        number("log_ratio_low", "95% 下限", "95% from"),
        number("log_ratio_high", "95% 上限", "95% to"),
        number("log_likelihood_table", for: .programs),
        number("chi_square", "χ²", "χ²", ifSortedBy: .chiSquare),
        number("chi_square_yates", for: .programs),
        number("simple_maths", "簡單比", "Simple maths", ifSortedBy: .simpleMaths),
        number("percent_difference", "%DIFF", "%DIFF", ifSortedBy: .percentDifference),
        number("odds_ratio", "勝算比", "Odds ratio", ifSortedBy: .oddsRatio),
        number("document_log_likelihood", "文件 G²", "Documents’ G²", ifSortedBy: .documents),
        number("welch_t", "Welch t", "Welch’s t", ifSortedBy: .welch),
        number("welch_degrees", for: .programs), number("document_p", for: .programs),
        number(
          "document_p_adjusted", "文件校正 p", "Documents’ adjusted p",
          for: isOfDocuments ? .all : .programs),
        number("words", for: .programs), number("reference_words", for: .programs),
        number("all_documents", for: .programs), number("all_reference_documents", for: .programs),
        Column(key: "caution", header: header("注意", "Caution"), audience: .programs),
        Column(
          key: "caution_text", header: header("注意", "Caution"), audience: .people, missing: ""),
      ]
    self.init(
      title: Self.title(of: analysis, isEnglish: language == "en"), columns: columns,
      rows: words.map { word in
        let occurrences = word.occurrences
        func decimal(_ value: Double?, _ digits: Int) -> Cell {
          value.map { .decimal($0, digits: digits) } ?? .missing
        }
        let interval = occurrences.logRatioInterval
        let use = word.isOverused ? header("多用", "over") : header("少用", "under")
        let head: [Cell] =
          [.text(word.word), .text(word.isOverused ? "over" : "under")]
          + (showsUse ? [.text(use)] : [])
        return head + [
          .integer(occurrences.target), .integer(occurrences.rest),
          decimal(occurrences.perMillion, 0), decimal(occurrences.restPerMillion, 0),
          .integer(word.documents.target), .integer(word.documents.rest),
          decimal(word.deviation, 2), decimal(word.restDeviation, 2),
          decimal(occurrences.logLikelihood, 1), decimal(occurrences.significance, 4),
          decimal(word.adjustedSignificance, 4), decimal(occurrences.logRatio, 2),
          decimal(interval?.lowerBound, 2), decimal(interval?.upperBound, 2),
          decimal(occurrences.fullLogLikelihood, 1), decimal(occurrences.chiSquare, 1),
          decimal(occurrences.yatesChiSquare, 1),
          decimal(occurrences.simpleMaths(smoothing: selection.smoothing), 2),
          decimal(occurrences.percentDifference, 0), decimal(occurrences.oddsRatio, 2),
          decimal(word.documents.logLikelihood, 1), decimal(word.welch?.statistic, 2),
          decimal(word.welch?.degrees, 1), decimal(word.welch?.significance, 4),
          decimal(word.adjustedWelchSignificance, 4),
          .integer(occurrences.targetSize), .integer(occurrences.restSize),
          .integer(word.documents.targetSize), .integer(word.documents.restSize),
          word.isOfOneDocument ? .text("one-document") : .missing,
          word.isOfOneDocument ? .text(header("只見一篇", "one document")) : .missing,
        ]
      })
  }

  private static func title(of analysis: KeyWordAnalysis, isEnglish: Bool) -> String {
    func side(_ documents: Int, _ words: Int) -> String {
      let documentCount = NumberFormat.grouped(String(documents))
      let wordCount = NumberFormat.grouped(String(words))
      return isEnglish
        ? "\(documentCount) \(documents == 1 ? "document" : "documents"), \(wordCount) words"
        : "\(documentCount) 份文件，\(wordCount) 詞"
    }
    let target = side(analysis.targetDocuments, analysis.targetSize)
    let reference = side(analysis.referenceDocuments, analysis.referenceSize)
    return isEnglish
      ? "Target: \(target); reference: \(reference)" : "目標：\(target)；參照：\(reference)"
  }
}
