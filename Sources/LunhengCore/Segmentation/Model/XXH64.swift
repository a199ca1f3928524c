/// The 64-bit xxHash (Collet, "xxHash fast digest algorithm", specification 0.1.1) with seed 0: tells at
/// memory speed whether a file is the one that was written. Not cryptographic.
package enum XXH64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// Complexity: O(n), about 10 GB/s.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var rest = bytes[...]
    var result: UInt64
    if bytes.count >= 32 {
      var (a, b, c, d) = (primes.0 &+ primes.1, primes.1, UInt64(0), 0 &- primes.0)
      while rest.count >= 32 {
        a = round(a, word(rest, at: 0))
        b = round(b, word(rest, at: 8))
        c = round(c, word(rest, at: 16))
        d = round(d, word(rest, at: 24))
        rest = rest.dropFirst(32)
      }
      result = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] {
        result = (result ^ round(0, lane)) &* primes.0 &+ primes.3
      }
    } else {
      result = primes.4
    }
    result &+= UInt64(bytes.count)
    while rest.count >= 8 {
      result = rotate(result ^ round(0, word(rest, at: 0)), 27) &* primes.0 &+ primes.3
      rest = rest.dropFirst(8)
    }
    if rest.count >= 4 {
      let half = UInt64(
        UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: rest.startIndex, as: UInt32.self)))
      result = rotate(result ^ half &* primes.0, 23) &* primes.1 &+ primes.2
      rest = rest.dropFirst(4)
    }
    for byte in rest { result = rotate(result ^ UInt64(byte) &* primes.4, 11) &* primes.0 }
    result = (result ^ result >> 33) &* primes.1
    result = (result ^ result >> 29) &* primes.2
    return result ^ result >> 32
  }

  @inline(__always)
  private static func word(_ bytes: Slice<UnsafeRawBufferPointer>, at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.base.loadUnaligned(
        fromByteOffset: bytes.startIndex + offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* primes.1, 31) &* primes.0
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value &<< count | value &>> (64 - count)
  }
}
