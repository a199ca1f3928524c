/// Where text stands in the width that is kept for it.
public enum TextAlignment: Hashable, Sendable {
  case leading, center, trailing
}
