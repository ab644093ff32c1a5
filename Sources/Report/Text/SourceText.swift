/// Sources as a page names them: what a reader can look up, without the sections of the project's own rulebook.
enum SourceText {
  /// `NI 73; quality standards 2009, appendix 1` of `NI 73; quality standards 2009, appendix 1; rulebook §3.2 P2`.
  static func shown(_ text: String) -> String {
    let plain = text.replacing(#/\ ?\([^()]*rulebook\ §[^()]*\)/#, with: "")
    return plain.split(separator: ";").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("rulebook §") }.joined(
      separator: "; ")
  }
}
