import ArgumentParser
extension ThemesCommand {
  struct Test: ParsableCommand {
    func run() throws {}
  }
}
