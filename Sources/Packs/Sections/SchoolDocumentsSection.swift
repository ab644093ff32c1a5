import SchoolStatistics

/// What the school's own documents must supply, and what no data file says: asked at the visit.
///
/// Source: Kent Improvement Partner Handbook 2009-2010, sections 6, 10 to 13; rulebook §9.3 (SEF section, finance).
enum SchoolDocumentsSection {
  static func section(_ season: Season) -> PackSection {
    var asks =
      switch season {
      case .autumn:
        [
          "Self-evaluation form, section A2 (outcomes), with the school's own grade and evidence.",
          "Targets for each pupil behind the school's targets, and who set them.",
          "Attainment and progress of ethnic groups and of gifted and talented pupils, which the files here do not hold.",
        ]
      case .spring:
        [
          "Self-evaluation form, section A3 (provision), with monitoring records of teaching.",
          "Tracking of the current cohort against its targets, including levels of progress.",
          "Pupils in intervention, what each costs and what it has changed.",
        ]
      case .summer:
        [
          "Self-evaluation form, sections A4 (leadership) and A8 (overall effectiveness).",
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
