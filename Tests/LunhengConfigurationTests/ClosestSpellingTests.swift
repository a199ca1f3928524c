import Testing

@testable import LunhengConfiguration

struct ClosestSpellingTests {
  @Test(arguments: [
    ("tems", "terms"), ("trems", "terms"), ("Terms", "terms"), ("defintion", "definition"),
    ("nmae", "name"), ("document_share", "document-share"), ("termss", "terms"),
  ])
  func slipsOfTheKeyboardAreUndone(_ word: String, _ suggestion: String) {
    let known = ["id", "name", "definition", "terms", "document-share"]
    #expect(closestSpelling(to: word, among: known) == suggestion)
  }

  @Test(arguments: ["colour", "tags", "術語", "", "x", "keywords"])
  func otherWordsAreLeftAlone(_ word: String) {
    #expect(closestSpelling(to: word, among: ["id", "name", "terms"]) == nil)
  }

  @Test func ofEquallyCloseCandidatesTheFirstWins() {
    #expect(closestSpelling(to: "bats", among: ["bars", "cats"]) == "bars")
  }
}
