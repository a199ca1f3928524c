/// What `lunheng documents list --format ndjson` prints of a document.
struct ListedDocument: Decodable, Hashable {
  var key: String
  var date: String?
  var publication: String?
  var page: String?
  var authors: String?
  var title: String?
  var characters: Int
  var encoding: String
  var sha256: String
}
