extension SourceMap {
  /// The map as bytes, for storage: LEB128 varints, each field as the difference to the run before.
  public var encoded: [UInt8] {
    var writer = VarintWriter()
    writer.append(count)
    var last = SourceRun(
      start: 0, position: SourcePosition(line: 0, column: 0, byte: 0, scalar: 0),
      bytesPerUnit: 0, unitsPerScalar: 0)
    for run in runs {
      writer.append(run.start - last.start)
      writer.append(signed: run.position.line - last.position.line)
      writer.append(run.position.column)
      writer.append(signed: run.position.byte - last.position.byte)
      writer.append(signed: run.position.scalar - last.position.scalar)
      writer.append(run.bytesPerUnit << 1 | (run.unitsPerScalar - 1))
      last = run
    }
    return writer.bytes
  }

  /// The map that `encoded` gave, or nil if the bytes are damaged.
  public init?(encoded bytes: some Collection<UInt8>) {
    var reader = VarintReader(bytes)
    guard let count = reader.next() else { return nil }
    var runs: [SourceRun] = []
    var start = 0
    var line = 0
    var byte = 0
    var scalar = 0
    while !reader.isAtEnd {
      guard let startStep = reader.next(), let lineStep = reader.nextSigned(),
        let column = reader.next(), let byteStep = reader.nextSigned(),
        let scalarStep = reader.nextSigned(), let widths = reader.next()
      else { return nil }
      start += startStep
      line += lineStep
      byte += byteStep
      scalar += scalarStep
      runs.append(
        SourceRun(
          start: start,
          position: SourcePosition(line: line, column: column, byte: byte, scalar: scalar),
          bytesPerUnit: widths >> 1, unitsPerScalar: (widths & 1) + 1))
    }
    self.init(runs: runs, count: count)
  }
}
