import LunhengTraining

@testable import LunhengCore

/// A model learnt from a handful of sentences, so that tests need no file.
enum SampleModel {
  static let sentences = [
    "香港 要 發展 新 產業 ， 政府 投放 資源 。", "政府 在 北部 都會 區 建設 算力 中心 。",
    "市民 關注 房屋 和 土地 供應 ， 也 關注 教育 。", "金融 中心 不 能 只 靠 一 張 舊 招牌 。",
    "2023 年 本地 生產 總值 增長 3.5% ， 高 於 預期 。", "他 說 ： 「 香港 的 優勢 是 國際 金融 。 」",
    "學生 用 AI 做 功課 ， 老師 用 AI 改 功課 。", "長者 要 照顧 ， 青年 要 機會 。",
    "創新 科技 局 局長 昨日 到 訪 科學 園 。", "經濟 發展 與 環境 保護 可以 並行 。",
    "我們 不 應該 等 到 問題 出現 才 行動 。", "這 是 一 個 很 大 的 問題 。",
  ]

  static let lexicon = TrainingLexicon(
    name: "sample",
    entries: [
      "香港", "發展", "產業", "政府", "資源", "算力", "中心", "市民", "房屋", "土地", "供應", "教育", "金融",
      "國際", "經濟", "環境", "保護", "創新", "科技", "局長", "問題", "行動", "優勢", "青年", "長者", "學生",
    ].map { TrainingLexicon.Entry(word: $0, count: 100, tag: "n") })

  static func training(_ sentence: String) -> TrainingSentence {
    TrainingSentence(words: sentence.split(separator: " ").map { (String($0), nil) })
  }

  /// The bytes of the model's file.
  static func file() throws -> [UInt8] {
    var training = SegmenterTraining()
    training.leastLexicons = 1
    training.information = [("name", "sample")]
    return try training.model(
      sentences: sentences.map { self.training($0) }, lexicons: [lexicon], report: { _ in })
  }

  static let model = Result { try load(try file()) }

  /// A model from the bytes of a file.
  static func load(_ bytes: [UInt8]) throws -> SegmenterModel {
    let memory = AlignedMemory(bytes)
    return try SegmenterModel(bytes: memory.bytes, owner: memory)
  }
}

/// Bytes where a mapped file would have them: at the start of a page.
final class AlignedMemory {
  let bytes: UnsafeRawBufferPointer

  init(_ content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(content.count, 1), alignment: 4096)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(rebasing: memory[..<content.count])
  }

  deinit { bytes.deallocate() }
}
