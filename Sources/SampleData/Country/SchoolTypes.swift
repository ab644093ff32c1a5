/// The types of school of the time, in something like their shares.
enum SchoolTypes {
  static func draw(_ phase: School.Phase, _ stream: inout RandomStream) -> String {
    let share = stream.uniform()
    switch phase {
    case .special: return share < 0.95 ? "Community special school" : "Foundation special school"
    case .primary:
      if share < 0.62 { return "Community school" }
      if share < 0.83 { return "Voluntary aided school" }
      return share < 0.97 ? "Voluntary controlled school" : "Foundation school"
    case .secondary:
      if share < 0.58 { return "Community school" }
      if share < 0.76 { return "Voluntary aided school" }
      if share < 0.95 { return "Foundation school" }
      return share < 0.99 ? "Academy" : "City technology college"
    }
  }

  static func isMaintained(_ type: String) -> Bool { type != "Academy" && type != "City technology college" }
}
