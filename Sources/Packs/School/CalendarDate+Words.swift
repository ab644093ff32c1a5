import SchoolStatistics

extension CalendarDate {
  /// As people write it: `18 June 2009`.
  var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
