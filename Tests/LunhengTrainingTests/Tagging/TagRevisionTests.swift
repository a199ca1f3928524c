import LunhengCore
import Testing

@testable import LunhengTraining

@Suite("Tags of Universal Dependencies 1")
struct TagRevisionTests {
  private static func sentence(_ text: String) -> TrainingSentence {
    TrainingSentence(
      words: text.split(separator: " ").map { word in
        let parts = word.split(separator: "/")
        return (String(parts[0]), String(parts[1]))
      })
  }

  @Test(
    "become those of version 2",
    arguments: [
      ("貓/NOUN 和/CONJ 狗/NOUN", "NOUN CCONJ NOUN"),
      ("他/PRON 是/VERB 人/NOUN", "PRON AUX NOUN"),
      ("他/PRON 是/VERB 在/ADP 家/NOUN", "PRON VERB ADP NOUN"),
      ("稱/VERB 為/VERB 港/PROPN", "VERB VERB PROPN"),
      ("首都/NOUN 為/VERB 港/PROPN", "NOUN AUX PROPN"),
      ("吃/VERB 了/PART 飯/NOUN 了/PART", "VERB AUX NOUN PART"),
      ("他/PRON 的/PART 書/NOUN", "PRON PART NOUN"),
      ("大/ADJ 的/PART 書/NOUN", "ADJ SCONJ NOUN"),
      ("被/VERB 稱/VERB", "AUX VERB"), ("將/VERB 書/NOUN", "ADP NOUN"),
      ("也/ADV 很/ADV 好/ADJ", "SCONJ ADV ADJ"), ("好/ADJ 嗎/X", "ADJ PART"), ("A/X", "X"),
    ])
  func becomeVersion2(old: String, new: String) {
    #expect(TagRevision.tags(of: Self.sentence(old)).joined(separator: " ") == new)
  }

  @Test("are known by the tag that version 2 gave up")
  func areKnown() {
    let old = Self.sentence("貓/NOUN 和/CONJ 狗/NOUN")
    let new = Self.sentence("他/PRON 是/VERB 人/NOUN")
    #expect(TagRevision.isNeeded(for: [new, old]))
    #expect(!TagRevision.isNeeded(for: [new]))
  }

  @Test("have a place for every tag that a revision gives")
  func haveAPlace() {
    for name in TagRevision.tags(of: Self.sentence("和/CONJ 是/VERB 被/VERB 的/PART 也/ADV 將/VERB")) {
      #expect(PartOfSpeech(name: name) != nil)
    }
  }
}
