import LunhengStore
import Testing

@Suite struct DiagnosticTests {
  static let errors: [(StoreError, String)] = [
    (.missing(path: "p"), "corpus-missing"),
    (.unreadable(path: "p", reason: "r"), "corpus-unreadable"),
    (.notACorpus(path: "p"), "corpus-not-a-corpus"),
    (.newerVersion(path: "p", found: 3, supported: 1), "corpus-newer-version"),
    (.olderVersion(path: "p", found: 0, supported: 1), "corpus-older-version"),
    (.locked(path: "p"), "corpus-locked"),
    (.readOnly(path: "p"), "corpus-read-only"),
    (.damaged(path: "p", what: "w"), "corpus-damaged"),
    (.writeFailed(path: "p", reason: "r"), "corpus-write-failed"),
  ]

  @Test(arguments: errors)
  func anErrorPointsToTheFileAndNamesARemedy(error: StoreError, code: String) throws {
    let diagnostic = error.diagnostic
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.code == code)
    #expect(diagnostic.location?.path == "p")
    #expect(!diagnostic.message.hasSuffix("."))
    #expect(diagnostic.message.contains("; "))
    #expect(diagnostic.message.first?.isLowercase == true)
  }

  @Test func valuesStandInQuotes() {
    let diagnostic = StoreError.newerVersion(path: "p", found: 3, supported: 1).diagnostic
    #expect(
      diagnostic.line
        == "p: error: the corpus has format version '3', this program knows '1'; "
        + "update the program [corpus-newer-version]")
  }
}
