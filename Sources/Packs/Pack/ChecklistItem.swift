import SchoolStatistics

/// Whether something on the data checklist was supplied.
public enum ChecklistStatus: String, Sendable {
  case present
  case missing
  case notApplicable = "not applicable"
  /// The school's own documents: not data files, so asked of the school.
  case askSchool = "ask the school"
}

/// One entry of the data checklist.
///
/// Source: The School Improvement Partner's Brief, edition 3, section 7.
public struct ChecklistItem: Hashable, Sendable {
  /// Who supplies it: School, Local authority, SIP's own pack, Other.
  public var supplier: String
  public var title: String
  public var status: ChecklistStatus
  /// What was found, or why it does not apply.
  public var note: String
  public init(supplier: String, title: String, status: ChecklistStatus, note: String = "") {
    (self.supplier, self.title, self.status, self.note) = (supplier, title, status, note)
  }
}
