import LunhengCore
import LunhengIngest

extension Stage {
  /// From bytes to documents.
  static let reading = [
    Stage("parse NDJSON", counts: "units") { input in
      let file = try input.file()
      let reader = NDJSONReader(path: input.path)
      let ranges = reader.split(file, length: 1 << 17)
      return { threads in
        try sum(ranges.count, threads: threads, worker: NoWorker()) { _, index in
          file.withBytes { bytes in
            var units = 0
            reader.forEachRecord(in: ranges[index], of: bytes) {
              units += (try? $0.get().text.units.count) ?? 0
            }
            return units
          }
        }
      }
    },

    Stage("decode UTF-8", counts: "units") { input in decoding(try input.utf8()) },
    Stage("decode Big5-HKSCS", counts: "units") { input in decoding(try input.big5()) },

    Stage("reflow, metadata", counts: "blocks") { input in
      let texts = try input.torn()
      return { threads in
        try sum(texts.count, threads: threads, worker: NoWorker()) { _, index in
          Reflow.document(id: "", text: texts[index].units, source: texts[index].source)
            .blocks.count
        }
      }
    },
  ]

  /// Finds the charset of each text and decodes it.
  private static func decoding(_ files: [[UInt8]]) -> Work {
    { threads in
      try sum(files.count, threads: threads, worker: NoWorker()) { _, index in
        (try? TextDecoder.decode(files[index]).units.count) ?? 0
      }
    }
  }
}
