/// How many schools meet the test of the year's rule: floors and definitions of coasting.
///
/// The rule is the rulebook's (`school_rules`); this only counts. Source: rulebook §1.5 and 2.
public struct SchoolsCalculation: Hashable, Calculation {
  public static let kind = "schools"
  public var counted: CountedThing { .schools }
}
