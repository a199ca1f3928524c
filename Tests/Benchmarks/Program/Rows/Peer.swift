/// Somebody else's program for the same work, which `peers.py` runs.
struct Peer {
  /// Names the row, and to `peers.py` what it is to do.
  var name: String
  /// The stages that it is held against.
  var ours: [String]

  static let all = [
    Peer(name: "jieba", ours: ["segment"]),
    Peer(name: "jieba without HMM", ours: ["segment"]),
    Peer(name: "jieba TF-IDF", ours: ["keywords TF-IDF", "keywords combined"]),
    Peer(name: "jieba TextRank", ours: ["keywords TextRank"]),
    Peer(name: "rjieba", ours: ["segment", "lunheng segment"]),
    Peer(name: "rjieba without HMM", ours: ["segment"]),
    Peer(name: "PyICU", ours: ["segment", "segment (ICU)"]),
    Peer(name: "ahocorasick_rs", ours: ["match 200 terms", "themes of 200 terms, status"]),
  ]
}
