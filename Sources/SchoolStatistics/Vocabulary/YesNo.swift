extension Bool {
  /// Yes or no as files write it: `Y`, `yes`, `true`, `1`, `N`, `no`, `false`, `0`; nil for anything else.
  package init?(written text: String) {
    switch text.lowercased() {
    case "y", "yes", "true", "1": self = true
    case "n", "no", "false", "0": self = false
    default: return nil
    }
  }
}
