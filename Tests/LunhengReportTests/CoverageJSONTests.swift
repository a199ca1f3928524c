import LunhengCore
import LunhengReport
import Testing

@Suite struct CoverageJSONTests {
  @Test func everyCellHasAllCountsAndTheValueOfTheMeasure() {
    var matrix = Samples.byAuthor
    matrix.columns = [matrix.columns[0]]
    for index in matrix.rows.indices { matrix.rows[index].cells = [matrix.rows[index].cells[0]] }
    matrix.total.cells = [matrix.total.cells[0]]
    let cell = #"{"theme":"finance","matches":3,"passages":2,"documents":1,"value":0.25}"#
    let empty = #"{"theme":"finance","matches":0,"passages":0,"documents":0,"value":null}"#
    #expect(
      JSONWriter().string(matrix.jsonValue(.density)) == #"{"grouping":"author","#
        + #""measure":"density","columns":[{"id":"finance","name":"國際金融"}],"rows":["#
        + #"{"key":"閻小駿","label":null,"documents":8,"characters":12000,"cells":[\#(cell)]},"#
        + #"{"key":null,"label":null,"documents":1,"characters":0,"cells":[\#(empty)]}],"#
        + #""total":{"key":null,"label":null,"documents":9,"characters":12000,"#
        + #""cells":[\#(cell)]}}"#)
  }

  @Test func countsAreIntegers() {
    let value = Samples.byAuthor.jsonValue(.matches)
    #expect(JSONWriter().string(value).contains(#""value":9}"#))
  }

  @Test func theManifestStandsAtTheEndIfThereIsOne() {
    let manifest: JSONValue = ["codebook": "v3"]
    let value = Samples.byAuthor.jsonValue(.matches, manifest: manifest)
    #expect(value["manifest"] == manifest)
    #expect(JSONWriter().string(value).hasSuffix(#","manifest":{"codebook":"v3"}}"#))
    #expect(Samples.byAuthor.jsonValue(.matches)["manifest"] == nil)
  }

  @Test func namesAreInTheLanguageAskedForOrTheNextBest() {
    let names = Samples.byAuthor.jsonValue(.matches, language: "en")["columns"]
    #expect(
      names == [
        ["id": "finance", "name": "International finance"], ["id": "housing", "name": "房屋"],
        ["id": "youth", "name": "youth"],
      ])
  }
}
