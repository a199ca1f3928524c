/// The FNV-1a hash of 128 bits (Fowler, Noll, Vo). Tells contents apart, but is not cryptographic:
/// someone who wants to can make two contents with one hash.
struct ContentHash {
  private var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt128(byte)) &* Self.prime }
    self.value = value
  }

  /// As eight bytes, least significant first.
  mutating func combine(_ number: UInt64) {
    var number = number
    for _ in 0..<8 {
      value = (value ^ UInt128(number & 0xFF)) &* Self.prime
      number >>= 8
    }
  }

  /// Thirty-two lower-case digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }

  private static let prime: UInt128 = 0x100_0000_0000_0000_0000_013B
}
