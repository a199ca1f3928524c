internal import CICU

/// ICU refused an operation.
public struct ICUError: Error, Hashable, Sendable {
  /// What was asked of ICU, such as "opening the word breaker".
  public var operation: String
  /// ICU's own name for the failure, such as "U_FILE_ACCESS_ERROR".
  public var status: String

  /// Throws unless `status` means success; ICU's warnings are negative.
  static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
    guard status > 0 else { return }
    throw ICUError(operation: operation(), status: String(cString: cicu_status_name(status)))
  }

  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "icu-failure",
      message: "ICU failed at \(operation) with \"\(status)\"; is its data package installed?")
  }
}

/// The ICU library that the program runs with.
public enum ICU {
  /// Its version, such as "72.1".
  public static var version: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
      cicu_version(buffer.baseAddress)
      return String(cString: buffer.baseAddress!)
    }
  }
}
