/// What `lunheng coverage --format json` prints.
struct Matrix: Decodable {
  struct Column: Decodable {
    var id: String
    var name: String
  }

  struct Row: Decodable {
    struct Cell: Decodable {
      var theme: String
      var matches: Int
      var passages: Int
      var documents: Int
      var value: Double?
    }
    var key: String?
    var label: String?
    var documents: Int
    var characters: Int
    var cells: [Cell]
  }

  var grouping: String
  var measure: String
  var columns: [Column]
  var rows: [Row]
  var total: Row
}
