import Rulebook
import SchoolStatistics

/// A catalogue of the Appendix 1 shape, for tests that need no rulebook.
enum FixtureCatalogue {
  static let indicators: [Indicator] = [
    make("ey-threshold", "78+ points and 6+ in each scale", .earlyYears, .percent, .high),
    make("ey-gap", "Gap between the lowest fifth and the rest", .earlyYears, .percent, .low),
    make("ks2-l4-em", "Level 4+ in English and maths", .primary, .percent, .high),
    make("ks2-2lp-english", "Two levels' progress, English", .primary, .percent, .high),
    make("ks2-2lp-maths", "Two levels' progress, maths", .primary, .percent, .high),
    make("primary-below-floor", "Primary schools below floor", .primary, .schools, .low),
    make("ks2-fsm-gap", "FSM gap to national non-FSM", .primary, .percentagePoints, .low),
    make("ks2-fsm-gap-local", "FSM gap within the authority", .primary, .percentagePoints, .low),
    make("ks2-below-l3-english", "Below level 3 in English", .primary, .percent, .low),
    make("ks2-below-l3-maths", "Below level 3 in maths", .primary, .percent, .low),
    make("ks2-sen-gap", "SEN gap", .primary, .percentagePoints, .low),
    make("ks2-l4-em-cic", "Children in care: level 4+ in English and maths", .primary, .percent, .high),
    make("persistent-absence-primary", "Persistent absence, primary", .primary, .percent, .low),
    make("primary-coasting", "Primary schools coasting", .primary, .schools, .low),
    make("ks4-5ac-em", "5+ A*-C with English and maths", .secondary, .percent, .high),
    make("ks4-3lp-english", "Three levels' progress, English", .secondary, .percent, .high),
    make("ks4-3lp-maths", "Three levels' progress, maths", .secondary, .percent, .high),
    make("ks4-no-passes", "No passes", .secondary, .percent, .low),
    make("secondary-below-floor", "Secondary schools below floor", .secondary, .schools, .low),
    make("ks4-fsm-gap", "FSM gap to national non-FSM", .secondary, .percentagePoints, .low),
    make("ks4-sen-gap", "SEN gap", .secondary, .percentagePoints, .low),
    make("ks4-5ac-em-cic", "Children in care: 5+ A*-C with English and maths", .secondary, .percent, .high),
    make("ks4-ac-em", "A*-C in English and maths", .secondary, .percent, .high),
    make("secondary-behaviour-good", "Good or outstanding behaviour", .secondary, .schools, .high),
    make("persistent-absence-secondary", "Persistent absence, secondary", .secondary, .percent, .low),
    make("secondary-coasting", "Secondary schools coasting", .secondary, .schools, .low),
  ]

  static let base: [String: Int] = [
    "ey-threshold": 52, "ey-gap": 34, "ks2-l4-em": 72, "ks2-2lp-english": 82, "ks2-2lp-maths": 80, "ks2-fsm-gap": 22,
    "ks2-fsm-gap-local": 24, "ks2-below-l3-english": 7, "ks2-below-l3-maths": 6, "ks2-sen-gap": 48, "ks2-l4-em-cic": 35,
    "persistent-absence-primary": 2, "ks4-no-passes": 2, "ks4-5ac-em-cic": 10, "persistent-absence-secondary": 6,
  ]

  private static func make(
    _ id: String, _ title: String, _ phase: Phase, _ unit: IndicatorUnit, _ polarity: Polarity
  ) -> Indicator {
    Indicator(
      id: id, title: title, shortTitle: title, phase: phase, unit: unit, polarity: polarity,
      decimals: unit == .schools ? 0 : 1,
      definition:
        "Pupils who reached it, of all pupils eligible for assessment; pupils who were absent stay in the denominator.",
      source: "Quality standards 2009, Appendix 1; rulebook §1", certainty: id == "ey-gap" ? "L" : "H",
      isAppendix1: true)
  }
}
