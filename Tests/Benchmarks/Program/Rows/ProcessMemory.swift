import Glibc
import LunhengIngest

/// What this process takes, as Linux tells it.
enum ProcessMemory {
  /// Megabytes in memory now.
  static var resident: Double { status("VmRSS:") }
  /// Megabytes at most: since the start, or since `forgetPeak`.
  static var peak: Double { status("VmHWM:") }

  /// Makes `peak` count from now on; what preparing the input took is not the row's.
  static func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// Processor time of all threads so far.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A line of /proc/self/status, such as "VmHWM:   123456 kB", in megabytes.
  private static func status(_ name: String) -> Double {
    guard let file = try? FileBytes.read("/proc/self/status") else { return .nan }
    let text = file.withBytes { String(decoding: $0, as: UTF8.self) }
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    let kilobytes = line?.split(separator: " ").dropLast().last.flatMap { Double($0) }
    return (kilobytes ?? .nan) * 1024 / 1e6
  }
}
