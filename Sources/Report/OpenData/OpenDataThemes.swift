import Indicators
import SchoolStatistics
import TargetAmbition

/// The publishing files of a report, in the order they are written. A file without figures is not written.
let openDataThemes: [OpenDataTheme] = [
  earlyYears, keyStage2, keyStage4, childrenInCare, attainmentGaps, absence, schoolCounts,
]

private typealias Series = OpenDataTheme.OpenDataSeries

private func share(_ indicator: String, _ stem: String, _ items: [String: String] = [:]) -> Series {
  Series(indicator: indicator, items: items, parts: [.numerator: stem + "_count", .value: stem + "_percent"])
}

private func columns(_ stem: String, _ label: String, _ grouping: String) -> [OpenDataColumn] {
  [
    OpenDataColumn(name: stem + "_count", label: "Number " + label, grouping: grouping, unit: "", decimals: 0),
    OpenDataColumn(name: stem + "_percent", label: "Percentage " + label, grouping: grouping, unit: "%", decimals: 1),
  ]
}

private func subject(_ items: [String], initial: String) -> OpenDataFilter {
  OpenDataFilter(column: "subject", label: "Subject", hint: "Filter by subject", items: items, initial: initial)
}

private let both = ["subject": "English and mathematics"]
private let english = ["subject": "English"]
private let maths = ["subject": "Maths"]

private let earlyYears = OpenDataTheme(
  name: "early_years_foundation_stage_profile_results", filters: [.freeSchoolMeals, .specialNeeds, .sex],
  columns: [
    OpenDataColumn(name: "pupil_count", label: "Number of children assessed", grouping: "Cohort", unit: "", decimals: 0)
  ]
    + columns("threshold_pupil", "with 78 points and 6 or more in each key scale", "Attainment")
    + columns("good_development_pupil", "with a good level of development", "Attainment")
    + [
      OpenDataColumn(
        name: "lowest_fifth_gap_percent", label: "Gap between the median and the lowest fifth, as % of the median",
        grouping: "Attainment", unit: "%", decimals: 1)
    ],
  series: [
    Series(
      indicator: "ey-threshold",
      parts: [.denominator: "pupil_count", .numerator: "threshold_pupil_count", .value: "threshold_pupil_percent"]),
    Series(
      indicator: "ey-gld",
      parts: [
        .denominator: "pupil_count", .numerator: "good_development_pupil_count",
        .value: "good_development_pupil_percent",
      ]),
    Series(indicator: "ey-gap", parts: [.value: "lowest_fifth_gap_percent"]),
  ])

private let keyStage2 = OpenDataTheme(
  name: "key_stage_2_attainment_and_expected_progress",
  filters: [
    subject(
      ["English", "Maths", "Reading", "Writing", "English and mathematics", "Reading, writing and maths"],
      initial: "English and mathematics"),
    .freeSchoolMeals, .specialNeeds, .sex,
  ],
  columns: columns("level_4_pupil", "at level 4 or above", "Attainment")
    + columns("below_level_3_pupil", "below level 3", "Attainment")
    + columns("expected_standard_pupil", "meeting the expected standard", "Attainment")
    + columns("higher_standard_pupil", "meeting the higher standard", "Attainment")
    + columns("two_levels_progress_pupil", "making two levels of progress", "Progress")
    + [
      OpenDataColumn(
        name: "progress_measure_score", label: "Average progress score", grouping: "Progress", unit: "", decimals: 1)
    ],
  series: [
    share("ks2-l4-em", "level_4_pupil", both), share("ks2-l4-english", "level_4_pupil", english),
    share("ks2-l4-maths", "level_4_pupil", maths), share("ks2-l4-reading", "level_4_pupil", ["subject": "Reading"]),
    share("ks2-l4-rwm", "level_4_pupil", ["subject": "Reading, writing and maths"]),
    share("ks2-below-l3-english", "below_level_3_pupil", english),
    share("ks2-below-l3-maths", "below_level_3_pupil", maths),
    share("ks2-rwm-expected", "expected_standard_pupil", ["subject": "Reading, writing and maths"]),
    share("ks2-rwm-higher", "higher_standard_pupil", ["subject": "Reading, writing and maths"]),
    share("ks2-2lp-english", "two_levels_progress_pupil", english),
    share("ks2-2lp-maths", "two_levels_progress_pupil", maths),
    share("ks2-2lp-reading", "two_levels_progress_pupil", ["subject": "Reading"]),
    share("ks2-2lp-writing", "two_levels_progress_pupil", ["subject": "Writing"]),
    Series(indicator: "ks2-progress-reading", items: ["subject": "Reading"], parts: [.value: "progress_measure_score"]),
    Series(indicator: "ks2-progress-writing", items: ["subject": "Writing"], parts: [.value: "progress_measure_score"]),
    Series(indicator: "ks2-progress-maths", items: maths, parts: [.value: "progress_measure_score"]),
  ])

private let keyStage4 = OpenDataTheme(
  name: "key_stage_4_attainment_and_expected_progress",
  filters: [
    subject(["English", "Maths", "English and mathematics", "All Subjects"], initial: "All Subjects"),
    .freeSchoolMeals, .specialNeeds, .sex,
  ],
  columns: columns("five_good_gcses_basics_pupil", "with five A* to C including the basics", "Attainment")
    + columns("five_good_gcses_pupil", "with five A* to C in any subjects", "Attainment")
    + columns("no_passes_pupil", "without passes", "Attainment")
    + columns("good_grades_pupil", "at A* to C", "Attainment")
    + columns("grade_4_pupil", "at grade 4 or above", "Attainment")
    + columns("grade_5_pupil", "at grade 5 or above", "Attainment")
    + columns("three_levels_progress_pupil", "making three levels of progress", "Progress")
    + [
      OpenDataColumn(
        name: "attainment8_average", label: "Average Attainment 8 score", grouping: "Attainment", unit: "", decimals: 1),
      OpenDataColumn(
        name: "progress8_average", label: "Average Progress 8 score", grouping: "Progress", unit: "", decimals: 2),
    ],
  series: [
    share("ks4-5ac-em", "five_good_gcses_basics_pupil", ["subject": "All Subjects"]),
    share("ks4-5ac-any", "five_good_gcses_pupil", ["subject": "All Subjects"]),
    share("ks4-no-passes", "no_passes_pupil", ["subject": "All Subjects"]),
    share("ks4-ac-em", "good_grades_pupil", both), share("ks4-em-94", "grade_4_pupil", both),
    share("ks4-em-95", "grade_5_pupil", both),
    share("ks4-3lp-english", "three_levels_progress_pupil", english),
    share("ks4-3lp-maths", "three_levels_progress_pupil", maths),
    Series(indicator: "ks4-attainment-8", items: ["subject": "All Subjects"], parts: [.value: "attainment8_average"]),
    Series(indicator: "ks4-progress-8", items: ["subject": "All Subjects"], parts: [.value: "progress8_average"]),
  ])

/// By the responsible authority, so never in one file with figures by location of the school.
private let childrenInCare = OpenDataTheme(
  name: "children_in_care_attainment_by_key_stage",
  filters: [
    OpenDataFilter(
      column: "education_phase", label: "Education phase", hint: "Filter by phase", items: ["Primary", "Secondary"],
      initial: "Primary")
  ],
  columns: [
    OpenDataColumn(
      name: "pupil_count", label: "Number of children in care in the cohort", grouping: "Cohort", unit: "", decimals: 0)
  ]
    + columns(
      "attainment_threshold_pupil", "at level 4 (primary) or with five A* to C (secondary), both subjects", "Attainment"
    ),
  series: [("ks2-l4-em-cic", "Primary"), ("ks4-5ac-em-cic", "Secondary")].map { indicator, phase in
    Series(
      indicator: indicator, items: ["education_phase": phase],
      parts: [
        .denominator: "pupil_count", .numerator: "attainment_threshold_pupil_count",
        .value: "attainment_threshold_pupil_percent",
      ])
  })

private let attainmentGaps = OpenDataTheme(
  name: "attainment_gaps_between_groups_of_pupils",
  filters: [
    OpenDataFilter(
      column: "education_phase", label: "Education phase", hint: "Filter by phase", items: ["Primary", "Secondary"],
      initial: "Primary"),
    OpenDataFilter(
      column: "comparison", label: "Groups compared", hint: "Filter by the groups compared",
      items: [
        "FSM eligible and pupils in England not eligible", "FSM eligible and local pupils not eligible",
        "Disadvantaged and other pupils in England", "Disadvantaged and other local pupils",
        "Any special educational need and none",
      ], initial: "FSM eligible and pupils in England not eligible"),
  ],
  columns: [
    OpenDataColumn(
      name: "attainment_gap", label: "Gap in attainment, percentage points", grouping: "Gap", unit: "pp", decimals: 1)
  ],
  series: [("ks2", "Primary"), ("ks4", "Secondary")].flatMap { stage, phase in
    [
      ("fsm-gap", "FSM eligible and pupils in England not eligible"),
      ("fsm-gap-local", "FSM eligible and local pupils not eligible"),
      ("disadvantaged-gap", "Disadvantaged and other pupils in England"),
      ("disadvantaged-gap-local", "Disadvantaged and other local pupils"),
      ("sen-gap", "Any special educational need and none"),
    ].map { gap, comparison in
      Series(
        indicator: "\(stage)-\(gap)", items: ["education_phase": phase, "comparison": comparison],
        parts: [.value: "attainment_gap"])
    }
  })

private let absence = OpenDataTheme(
  name: "overall_and_persistent_absence_by_school_phase",
  filters: [
    OpenDataFilter(
      column: "education_phase", label: "Education phase", hint: "Filter by phase", items: ["Primary", "Secondary"],
      initial: "Secondary")
  ],
  columns: [
    OpenDataColumn(name: "enrolment_count", label: "Number of enrolments", grouping: "Cohort", unit: "", decimals: 0),
    OpenDataColumn(
      name: "persistent_absence_count", label: "Number of persistent absentees", grouping: "Absence", unit: "",
      decimals: 0),
    OpenDataColumn(
      name: "persistent_absence_percent", label: "Percentage of persistent absentees", grouping: "Absence", unit: "%",
      decimals: 1),
    OpenDataColumn(
      name: "session_percent", label: "Percentage of possible sessions missed", grouping: "Absence", unit: "%",
      decimals: 1),
  ],
  series: [("primary", "Primary"), ("secondary", "Secondary")].flatMap { id, phase in
    [
      Series(
        indicator: "persistent-absence-\(id)", items: ["education_phase": phase],
        parts: [
          .denominator: "enrolment_count", .numerator: "persistent_absence_count", .value: "persistent_absence_percent",
        ]),
      Series(indicator: "absence-\(id)", items: ["education_phase": phase], parts: [.value: "session_percent"]),
    ]
  })

private let schoolCounts = OpenDataTheme(
  name: "schools_below_floor_coasting_and_behaviour",
  filters: [
    OpenDataFilter(
      column: "education_phase", label: "Education phase", hint: "Filter by phase", items: ["Primary", "Secondary"],
      initial: "Primary")
  ],
  columns: [
    ("below_floor", "below the floor target"), ("coasting", "coasting"), ("good_behaviour", "with good behaviour"),
  ]
  .flatMap { stem, label in columns(stem + "_school", "of schools " + label, "Schools") },
  series: [
    ("primary-below-floor", "below_floor_school", "Primary"),
    ("secondary-below-floor", "below_floor_school", "Secondary"),
    ("primary-coasting", "coasting_school", "Primary"), ("secondary-coasting", "coasting_school", "Secondary"),
    ("secondary-behaviour-good", "good_behaviour_school", "Secondary"),
  ].map { indicator, stem, phase in
    Series(
      indicator: indicator, items: ["education_phase": phase],
      parts: [.numerator: stem + "_count", .share: stem + "_percent"])
  })
