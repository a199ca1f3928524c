/// What a path leads to that is neither a file with content nor a folder.
public enum SpecialFileKind: String, Hashable, Sendable {
  case pipe = "a pipe"
  case socket = "a socket"
  case device = "a device"
}
