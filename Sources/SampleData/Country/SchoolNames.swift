/// Draws school names in the manner of England's.
enum SchoolNames {
  private static let saints = [
    "St Mary's", "St John's", "St Peter's", "St Cuthbert's", "St Aidan's", "St Hild's", "St Wilfrid's", "All Saints'",
    "Holy Trinity", "St Anne's", "St Luke's", "St Mary & St Joseph's", "Our Lady's", "St Bede's", "Christ the King",
  ]
  private static let quarters = [
    "", "", "", "Upper ", "Lower ", "Old ", "New ", "North ", "South ", "Kirk ", "Great ", "Little ",
  ]
  private static let features = [
    "Park", "Green", "Hill", "Lane", "Bridge", "Fields", "Grange", "Heath", "Bank", "Manor", "Wood", "Road",
  ]

  /// Names that have troubled readers of CSV files, in the order in which Anyborough's primary schools take them.
  static let awkward = [
    "Ysgol Tŷ Gwyn", "King's Mead & Queen's Mead Primary School", "Alderstead, Larchmere and Whin Primary School",
    "Ysgol Gymraeg Llŷn-y-Môr", "O'Dowd's Green Primary School", "The \"Old Mill\" Primary School",
    "St Mary & St John's Church of England (Voluntary Aided) Primary School, Lower Alderstead",
  ]

  static func draw(_ phase: School.Phase, type: String, hasLeavers: Bool, selective: Bool, stream: inout RandomStream)
    -> String
  {
    let place = stream.pick(quarters) + stream.pick(PlaceNames.stems)
    let site = place + " " + stream.pick(features)
    switch phase {
    case .special:
      return site + stream.pick([" School", " Special School"])
    case .secondary:
      if type == "Academy" { return stream.pick(["The " + place + " Academy", site + " Academy"]) }
      if type == "City technology college" { return place + " City Technology College" }
      if selective { return place + stream.pick([" Grammar School", " High School"]) }
      if type == "Voluntary aided school" { return stream.pick(saints) + " Catholic High School, " + place }
      return site + stream.pick([" School", " High School", " Community College", " Comprehensive School"])
    case .primary:
      let stage = hasLeavers ? stream.pick(["Primary", "Primary", "Primary", "Junior"]) : "Infant"
      if type.hasPrefix("Voluntary") {
        return stream.pick(saints) + stream.pick([" CofE ", " Catholic ", " Church of England "]) + stage + " School, "
          + place
      }
      return site + stream.pick([" ", " Community "]) + stage + " School"
    }
  }

  static func academy(replacing name: String, stream: inout RandomStream) -> String {
    let place = name.split(separator: " ").first { PlaceNames.stems.contains(String($0)) }.map(String.init)
    return (place ?? stream.pick(PlaceNames.stems)) + " Academy"
  }
}
