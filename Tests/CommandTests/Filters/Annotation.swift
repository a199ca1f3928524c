/// What `lunheng annotate` prints of a document.
struct Annotation: Decodable {
  struct Score: Decodable {
    var theme: String
    var count: Int
    var score: Double
  }

  struct Match: Decodable {
    var theme: String
    var term: String
    var start: Int
    var end: Int
    var status: String
  }

  var id: String
  var characters: Int
  var themes: [Score]
  var matches: [Match]
}

/// A document for the filters.
struct InputDocument: Encodable {
  var id: String
  var text: String
}
