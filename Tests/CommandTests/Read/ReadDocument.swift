/// What `lunheng read --format ndjson` and `lunheng documents show --format ndjson` print of a document.
struct ReadDocument: Decodable, Equatable {
  struct Block: Decodable, Equatable {
    var role: String
    var text: String
    var lines: [Int]
    var page: Int?
  }

  struct Evidence: Decodable, Equatable {
    struct Place: Decodable, Equatable {
      var text: String
      var line: Int
      var column: Int
      var byte: Int
    }
    var title: Place?
    /// Null for an author that a record names.
    var authors: [Place?]
    var publication: Place?
    var date: Place?
    var page: Place?
  }

  var path: String
  var encoding: String
  var title: String?
  var authors: [String]
  var publication: String?
  var date: String?
  var page: String?
  var url: String?
  var blocks: [Block]
  var evidence: Evidence

  /// The first and last lines of the blocks of a role.
  func lines(_ role: String) -> [[Int]] { blocks.filter { $0.role == role }.map(\.lines) }
}

extension String {
  /// A paragraph that can be nothing else.
  static let prose =
    "香港的發展不能只看一時一地，要看長遠的需要，也要聽市民的意見。政府近年推出多項措施，有的見效，有的仍待觀察，"
    + "市民的感受卻往往與數字有一段距離。要拉近這段距離，就要把政策說清楚，把成效量出來。"
}
