import LunhengCore

extension StoreError {
  /// The error for a person to act on: the one place that words it.
  public var diagnostic: Diagnostic {
    switch self {
    case .missing(let path):
      error(
        path, "corpus-missing",
        "there is no corpus file here; correct the path, or create it with 'lunheng ingest'")
    case .unreadable(let path, let reason):
      error(
        path, "corpus-unreadable",
        "the corpus cannot be read: '\(reason)'; check that the file and its folder are readable, "
          + "and copy the corpus together with its '-wal' file where there is one")
    case .notACorpus(let path):
      error(
        path, "corpus-not-a-corpus",
        "the file is not a Lunheng corpus; give another path, it was left as it is")
    case .newerVersion(let path, let found, let supported):
      error(
        path, "corpus-newer-version",
        "the corpus has format version '\(found)', this program knows '\(supported)'; "
          + "update the program")
    case .olderVersion(let path, let found, let supported):
      error(
        path, "corpus-older-version",
        "the corpus has format version '\(found)', this program reads '\(supported)'; "
          + "convert it by running 'lunheng ingest' on it once")
    case .locked(let path):
      error(
        path, "corpus-locked",
        "another program is writing to the corpus; wait until it has finished and try again")
    case .readOnly(let path):
      error(
        path, "corpus-read-only",
        "the corpus can only be read; make the file and its folder writable, or work on a copy")
    case .damaged(let path, let what):
      error(
        path, "corpus-damaged",
        "the corpus is damaged: '\(what)'; restore it from a backup, or ingest the files anew")
    case .writeFailed(let path, let reason):
      error(
        path, "corpus-write-failed",
        "the corpus cannot be written: '\(reason)'; check the free space on the disk and the "
          + "permissions of the folder, then run the command again")
    }
  }

  private func error(_ path: String, _ code: String, _ message: String) -> Diagnostic {
    Diagnostic(.error, code: code, message: message, location: DiagnosticLocation(path: path))
  }
}
