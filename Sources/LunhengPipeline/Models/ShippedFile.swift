import Foundation

/// Finds the files that come with the program.
enum ShippedFile {
  /// Beside the program, where the package manager puts a target's resources. `Bundle.module` would end
  /// the program if the file were missing.
  static func path(_ name: String) -> String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + ["lunheng_LunhengPipeline.resources", Substring(name)]).joined(separator: "/")
  }
}
