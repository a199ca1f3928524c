import Foundation
import LunhengPipeline
import LunhengReport
import Synchronization

/// One line on the terminal that says how far a stage has come and how fast.
final class ProgressBar: Sendable {
  private struct State {
    var stage: PipelineStage?
    var started = ContinuousClock.now
    var shown = ContinuousClock.now - .seconds(1)
    var isVisible = false
  }

  private let state = Mutex(State())

  func show(_ progress: StageProgress) {
    let text: String? = state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.started = now
      }
      let isDone = progress.done == progress.total
      // Ten times a second is as much as an eye can use.
      guard isDone || now - state.shown > .milliseconds(100) else { return nil }
      state.shown = now
      state.isVisible = true
      let seconds = (now - state.started) / .seconds(1)
      let rate = seconds > 0.2 ? " \(Int(Double(progress.done) / seconds))/s" : ""
      guard let total = progress.total, total > 0 else {
        return "\(progress.stage.rawValue) \(progress.done)\(rate)"
      }
      let left =
        seconds > 1 && progress.done > 0
        ? " \(Int(seconds / Double(progress.done) * Double(total - progress.done))) s left" : ""
      let bar = Bar.text(Double(progress.done), max: Double(total), width: 24)
      let padded = DisplayWidth.padded(bar, to: 24)
      return "\(progress.stage.rawValue) [\(padded)] \(progress.done)/\(total)\(rate)\(left)"
    }
    if let text { print("\r\u{1B}[K" + text) }
  }

  /// Takes the bar off the terminal.
  func clear() {
    let wasVisible = state.withLock { state in
      defer { state.isVisible = false }
      return state.isVisible
    }
    if wasVisible { print("\r\u{1B}[K") }
  }

  private func print(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
