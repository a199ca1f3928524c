internal import CICU

/// ICU's opinion on which charset bytes are in, from statistics of byte sequences.
package enum CharsetDetector {
  package struct Match: Hashable, Sendable {
    /// ICU's name of the charset, such as "Big5".
    package var name: String
    /// From 0 to 100.
    package var confidence: Int
  }

  /// The charsets that `bytes` may be in, best first. Complexity: O(bytes), a few MB/s: give it a
  /// sample of some KB.
  package static func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    guard !bytes.isEmpty else { return [] }
    // ICU knows some 30 charsets.
    let capacity = 64
    return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: capacity) {
      names in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { confidences in
        names.initialize(repeating: nil)
        confidences.initialize(repeating: 0)
        var status: Int32 = 0
        let count = cicu_detect_charsets(
          bytes.baseAddress, Int32(bytes.count), names.baseAddress, confidences.baseAddress,
          Int32(capacity), &status)
        guard status <= 0 else { return [] }
        return (0..<Int(count)).compactMap { index in
          names[index].map {
            Match(name: String(cString: $0), confidence: Int(confidences[index]))
          }
        }
      }
    }
  }
}
