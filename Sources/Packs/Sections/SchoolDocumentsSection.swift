import SchoolStatistics

/// What the school's own documents must supply, and what no data file says: asked at the visit.
///
/// Source: Kent Improvement Partner Handbook 2009-2010, sections 6, 10 to 13; rulebook §9.3 (SEF section, finance).
enum SchoolDocumentsSection {
  static func section(_ season: Season, results year: AcademicYear) -> PackSection {
    // The form and its sections are those of 2006 to 2010.
    func evaluation(_ sections: String, _ of: String) -> String {
      year.ending <= 2010 ? "Self-evaluation form, \(sections) (\(of))" : "The school's evaluation of its \(of)"
    }
    var asks =
      switch season {
      case .autumn:
        [
          "\(evaluation("section A2", "outcomes")), with the school's own grade and evidence.",
          "Targets for each pupil behind the school's targets, and who set them.",
          "Attainment and progress of ethnic groups and of gifted and talented pupils, which the files here do not hold.",
        ]
      case .spring:
        [
          "\(evaluation("section A3", "provision")), with monitoring records of teaching.",
          "Tracking of the current cohort against its targets, including levels of progress.",
          "Pupils in intervention, what each costs and what it has changed.",
        ]
      case .summer:
        [
          "\(evaluation("sections A4 and A8", "leadership and overall effectiveness")).",
          "Predictions for this summer against the targets, pupil by pupil.",
          "Recent reports of the headteacher to governors, and governors' own evaluation.",
        ]
      }
    asks.append("School development plan, with costs and what has been finished.")
    let finance =
      "Finance, asked of the authority's officers: deficit or overspend, large uncommitted surplus, falling rolls, "
      + "special measures or notice to improve, internal audit, personnel, buildings."
    return PackSection(
      id: "documents", title: "What the school's own documents must supply", paragraphs: asks + [finance])
  }
}
