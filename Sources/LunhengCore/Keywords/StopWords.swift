/// Words that say nothing about what a text is about.
///
/// Compiled for this project from the grammar of written Chinese, in Traditional characters, with the
/// commonest English function words. Single characters need no entry unless they must end a phrase:
/// none is a keyword by itself.
enum StopWords {
  enum Kind: UInt8, Sendable {
    /// A particle, pronoun, conjunction, adverb, auxiliary or verb of no content: no keyword, and the
    /// end of a phrase.
    case function
    /// Too general to be a keyword alone, though a phrase may contain it (可持續發展).
    case light
  }

  /// What kind of stop word has this hash; nil for a word that is none.
  ///
  /// Complexity: O(1).
  static func kind(of hash: UInt64) -> Kind? { table[hash] }

  /// Whether the word, folded, is a function word.
  static func isFunctionWord(_ folded: [UInt16]) -> Bool {
    folded.withUnsafeBufferPointer { kind(of: WordHash.of($0)) == .function }
  }

  private static let table = StopWordTable([(functionWords, .function), (lightWords, .light)])

  private static let functionWords =
    """
    何謂 所謂 據說 例如說 都是 也是 又是 還是 正是 才是 仍是 便是 並不是 這是 那是 而言 來說 一來 二來 不得 得出 有沒有 是否 能否 可否 會否
    的 地 得 了 着 著 過 們 之 其 所 者 也 矣 焉 乎 哉 嗎 呢 吧 啊 呀 啦 嘛 罷 我 你 妳
    您 他 她 它 牠 祂 我們 你們 他們 她們 它們 自己 自身 本身 彼此 大家 人們 有人 別人 他人
    各人 筆者 本人 咱們 這 那 此 該 某 每 各 哪 誰 甚麼 什麼 怎麼 怎樣 如何 為何 為甚麼 為什麼
    何 多少 幾 這個 那個 這些 那些 這樣 那樣 這裏 這裡 那裏 那裡 這種 那種 這類 此外 此類 其他
    其它 其餘 其中 其實 另外 另 有些 有的 某些 任何 所有 一切 一些 一個 一種 一項 一般 一直 一旦
    一方面 另一方面 是 為 有 在 沒 沒有 無 非 不 未 勿 別 莫 不是 不會 不能 不應 不可 不必
    不要 不同 不少 不僅 不但 不單 不單止 不只 不過 不論 不管 不得不 並非 絕非 未必 未能 無法 無論
    和 與 及 以及 或 或者 或是 而 而且 而是 並 並且 且 但 但是 然而 可是 只是 卻 則 即 即使
    即是 雖 雖然 儘管 固然 因 因為 因此 因而 由於 所以 故 故此 於是 從而 進而 以致 以至 以免
    以便 以 若 如 如果 假如 倘若 倘 假使 只要 只有 除非 除了 除 否則 既 既然 例如 譬如 比如 像
    好像 猶如 正如 有如 如此 如同 例 等 等等 把 被 將 給 讓 使 令 叫 由 從 自 自從 到 至 向
    往 對 對於 關於 至於 就 於 按 按照 根據 依 依照 依據 憑 靠 通過 透過 經過 隨 隨着 隨著 沿
    朝 跟 同 比 較 比較 當 趁 在於 位於 基於 鑑於 有關 相關 作為 成為 視為 稱為 很 太 更 最
    十分 非常 極 極為 極其 相當 頗 尤其 特別 甚至 更加 越 越來越 愈 愈來愈 愈加 稍 略 幾乎 大概
    大約 約 左右 以上 以下 以內 以外 以來 以後 以前 之後 之前 之間 之中 之內 之外 之下 之上 都
    還 又 再 才 只 僅 僅僅 就是 便 便是 亦 亦是 仍 仍然 依然 仍是 已 已經 曾 曾經 正 正在
    正是 將會 將要 會 能 能夠 可 可以 可能 應 應該 應當 須 必 必須 必需 需 需要 要 想 願 願意
    肯 敢 足以 得以 難以 有待 有望 有助 有利 有效 值得 不妨 何況 何必 究竟 到底 畢竟 終究 終於
    果然 當然 顯然 自然 必然 或許 也許 恐怕 似乎 往往 常常 經常 時常 通常 有時 偶爾 從來 始終
    不斷 逐漸 逐步 日漸 日益 立即 馬上 隨即 隨後 然後 接着 接著 同時 與此同時 首先 其次 再者 最後
    最終 總之 總而言之 換言之 換句話說 事實上 實際上 基本上 總體 整體 一定 完全 全部 全面 全 整個
    各個 各種 各項 各類 各方 多個 多種 多項 多 多數 大多 大多數 大部分 少數 少 許多 眾多 大量
    不足 足夠 上 下 內 前 後 裏 裡 內裏 當中 時候 時 之時 當時 現時 現在 目前 當前 如今 今天
    今日 今年 去年 明年 昨天 明天 近年 近日 近來 最近 過去 將來 未來 早前 日後 其後 往後 屆時
    期間 些 第一 第二 第三 第四 第五 一是 二是 三是 四是 五是 來 去 作出 進行 開始 繼續 加以
    予以 給予 得到 取得 獲得 獲 帶來 引起 造成 導致 形成 產生 出現 存在 具有 具備 擁有 包括 包含
    涵蓋 涉及 屬於 指 指出 表示 認為 相信 強調 說明 談到 提到 提出 顯示 反映 看到 看來 可見 知
    知道 希望 建議 要求 面對 面臨 進一步 一步 更多 更好 更高 更大 較大 較高 較低 明顯 真正 相應
    相對 絕對 相同 各自 分別 單靠 單單 光是 就算 哪怕 無非 只不過 不外乎 而已 罷了 云云 之類 促進
    推動 推進 加強 加快 提升 提高 提供 增加 增強 減少 降低 改善 改變 達到 達致 實現 確保 保持
    維持 建立 構建 擴大 積極 充分 適當 適合 合適 良好 深入 現有 各位 多謝 謝謝 閣下 有關方面 a
    an the of in on at to for from by with and or but not
    no nor so if then than as is are was were be been being
    am it its this that these those he she they we you i
    his her their our your my me him us them do does did
    has have had will would can could may might must shall
    should about into over under after before between out
    up down more most some any each all both other such
    only own same too very just also there here when where
    which who whom what why how
    """

  private static let lightWords =
    """
    方面 長期 長遠 短期 時間 年代 重要 主要 必要 關鍵 直接 間接 具體 共同 問題 情況 方式 方法
    部份 程度 方向 角度 意義 作用 結果 原因 事情 東西 地方 時期 階段 過程 例子 做法 說法 看法
    想法 工作 建設 發展 成功 重大 巨大 廣泛 持續 主席 議員 先生 女士 本港 我國 當局
    """
}
