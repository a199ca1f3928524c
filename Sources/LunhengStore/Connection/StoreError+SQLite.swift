import GRDB

extension StoreError {
  /// What was being done when an error came.
  enum Action {
    case reading, writing
  }

  init(_ error: any Error, path: String, during action: Action) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DamagedValue:
      self = .damaged(path: path, what: error.what)
    case let error as DatabaseError:
      let reason = error.message ?? error.resultCode.description
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
      case .SQLITE_NOTADB: self = .notACorpus(path: path)
      case .SQLITE_CORRUPT: self = .damaged(path: path, what: reason)
      case .SQLITE_READONLY where action == .writing: self = .readOnly(path: path)
      default: self.init(reason: reason, path: path, during: action)
      }
    default:
      self.init(reason: String(describing: error), path: path, during: action)
    }
  }

  private init(reason: String, path: String, during action: Action) {
    switch action {
    case .reading: self = .unreadable(path: path, reason: reason)
    case .writing: self = .writeFailed(path: path, reason: reason)
    }
  }
}
