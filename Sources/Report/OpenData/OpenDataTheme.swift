import SchoolStatistics

/// One pair of publishing files: what stands in its rows and columns.
///
/// Names follow the DfE open-data standard: a file name of 35 to 50 characters without year or geographic level; no
/// indicator named after something that belongs in a filter (`english`); filters with a total or a default item.
struct OpenDataTheme: Sendable {
  var name: String
  var filters: [OpenDataFilter]
  var columns: [OpenDataColumn]
  var series: [OpenDataSeries]

  /// Where the figures of an indicator go: which filter items its rows have, and which column each part fills.
  struct OpenDataSeries: Sendable {
    var indicator: String
    /// Items by filter column; filters that are not named here come from the pupil group.
    var items: [String: String] = [:]
    var parts: [Part: String]
  }
  /// The parts of an indicator's value that columns hold.
  enum Part: Hashable, Sendable { case value, numerator, denominator, share }
}

/// A filter: a column of words that tells rows apart.
struct OpenDataFilter: Sendable {
  var column: String
  var label: String
  var hint: String
  /// In the order of the standard's lists, the aggregate last.
  var items: [String]
  /// The item shown first; `Total` where there is one.
  var initial = "Total"
}

/// A column of figures.
struct OpenDataColumn: Sendable {
  var name: String
  var label: String
  var grouping: String
  /// Blank, `%` or `pp`.
  var unit: String
  var decimals: Int
}

extension OpenDataFilter {
  static let freeSchoolMeals = OpenDataFilter(
    column: "fsm_status", label: "Free school meal status", hint: "Filter by eligibility for free school meals",
    items: ["FSM eligible", "Not known to be FSM eligible", "Total"])
  static let specialNeeds = OpenDataFilter(
    column: "sen_status", label: "Special educational need status", hint: "Filter by special educational need",
    items: ["Any special educational need", "No identified special educational need", "Total"])
  static let sex = OpenDataFilter(
    column: "sex", label: "Sex", hint: "Filter by sex", items: ["Female", "Male", "Total"])

  /// The item of this filter that a pupil group is about; nil where the standard has no item for the group.
  func item(_ group: PupilGroup) -> String? {
    switch (column, group) {
    case ("fsm_status", .fsm): "FSM eligible"
    case ("fsm_status", .notFSM): "Not known to be FSM eligible"
    case ("sen_status", .sen): "Any special educational need"
    case ("sen_status", .noSEN): "No identified special educational need"
    case ("sex", .girls): "Female"
    case ("sex", .boys): "Male"
    default: nil
    }
  }
}
