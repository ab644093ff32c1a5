/// A region of England with its official name and code; the one real thing in the sample.
struct Region: Sendable {
  let code: String
  let name: String

  static let all: [Region] = [
    Region(code: "E12000001", name: "North East"),
    Region(code: "E12000002", name: "North West"),
    Region(code: "E12000003", name: "Yorkshire and The Humber"),
    Region(code: "E12000004", name: "East Midlands"),
    Region(code: "E12000005", name: "West Midlands"),
    Region(code: "E12000006", name: "East of England"),
    Region(code: "E12000007", name: "London"),
    Region(code: "E12000008", name: "South East"),
    Region(code: "E12000009", name: "South West"),
  ]
}
