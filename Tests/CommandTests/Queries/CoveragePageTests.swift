import Foundation
import Testing

@Suite("coverage --format html")
struct CoveragePageTests {
  private func page(_ program: Program, _ arguments: String = "") throws -> String {
    let result = try program.shell(
      "\"$lunheng\" coverage --corpus it.lunheng --format html \(arguments)")
    #expect(result.status == 0)
    #expect(result.errors == "")
    return result.output
  }

  @Test("needs no script and no network")
  func isSelfContained() throws {
    let page = try page(.withSampleCorpus())
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"zh-Hant\">"))
    #expect(page.hasSuffix("</html>\n"))
    for word in ["<script", "javascript:", "<link", "<img", "http:", "https:", "@import", "url("] {
      #expect(!page.lowercased().contains(word), "\(word)")
    }
  }

  @Test("shows whatever a document says as text")
  func escapes() throws {
    let attack = "</script><script>alert(1)</script><!--&amp;\\\"' onmouseover=x"
    let shown = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&amp;amp;"
    let program = try Program.withCorpus(
      of: #"{"id":"a","text":"專利"}"#,
      #"{"id":"b","text":"專利\#(attack)","title":"\#(attack)","authors":["\#(attack)"]}"#)
    for grouping in ["document", "author"] {
      let page = try page(program, "--by \(grouping)")
      #expect(!page.lowercased().contains("<script"))
      #expect(!page.contains("<!--"))
      #expect(page.ranges(of: shown).count >= 2)
      #expect(!page.contains("\" onmouseover"))
    }
  }

  @Test("links every cell with hits to its passages, whose hits are marked")
  func linksTheEvidence() throws {
    let program = try Program.withSampleCorpus()
    let page = try page(program, "--passages 1000")
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    let names = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(links).subtracting(names) == [])
    #expect(Set(names).count == names.count)

    let matrix = try program.run("coverage", "--corpus", "it.lunheng", "--format", "json")
      .json(Matrix.self)
    let cells = matrix.rows.flatMap(\.cells)
    #expect(links.count { $0.hasPrefix("e") } == cells.count { $0.matches > 0 })
    #expect(
      page.ranges(of: "<blockquote").count == cells.reduce(0) { $0 + $1.passages })
    // Hits that touch share a mark.
    let hits = try program.run(
      "query", "--kwic", "--limit", "100000", "--corpus", "it.lunheng", "--format", "csv"
    ).table().map { $0["hit"]! }
    let marked = page.matches(of: /<mark>([^<]*)<\/mark>/).map { String($0.1) }
    #expect(marked.joined().count == hits.joined().count)
    #expect(marked.count >= hits.count - 2)
    #expect(page.contains("<code>op-eds/2024-03-12-compute-hub.txt:"))
  }

  @Test("shows as many passages a cell as it is told, and says of how many")
  func limitsTheEvidence() throws {
    let program = try Program.withSampleCorpus()
    let none = try page(program, "--passages 0")
    #expect(!none.contains("<blockquote"))
    #expect(!none.contains("href=\"#e"))
    let one = try page(program, "--passages 1")
    let full = try page(program, "--passages 1000")
    #expect(
      one.ranges(of: "<blockquote").count == full.matches(of: /href="#e/).count)
    #expect(one.contains("列出 11 段中的 1 段"))
    #expect(!full.contains("列出"))
  }
}
