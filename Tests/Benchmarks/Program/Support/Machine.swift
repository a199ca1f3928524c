import Foundation
import LunhengCore
import LunhengIngest

/// What the numbers were measured on.
enum Machine {
  /// The processor and how many cores of it there are.
  static var processor: String {
    let lines = text(of: "/proc/cpuinfo").split(separator: "\n")
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last?
      .trimmingCharacters(in: .whitespaces)
    return "\(name ?? "unknown"), \(ProcessInfo.processInfo.activeProcessorCount) cores"
  }

  /// Programs that ran or waited in the last minute, on average: more than what is measured has at
  /// work slows it down.
  static var load: String { String(text(of: "/proc/loadavg").prefix { $0 != " " }) }

  private static func text(of path: String) -> String {
    guard let file = try? FileBytes.read(path) else { return "" }
    return file.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
