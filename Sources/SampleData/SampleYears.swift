/// The years of the sample; a year is the calendar year in which the school year ends.
enum SampleYears {
  static let all = 2006...2010
  /// The years for which schools set targets in the sample; each set two years before.
  static let targets = 2008...2011
  /// The year from which the authority that split reports as two.
  static let afterSplit = 2009

  /// The place of `year` in tables that hold one value a year.
  static func position(_ year: Int) -> Int { year - all.lowerBound }
}

extension Array {
  /// The value of `year` where the array holds one value for each sample year.
  subscript(year year: Int) -> Element {
    get { self[SampleYears.position(year)] }
    set { self[SampleYears.position(year)] = newValue }
  }
}
