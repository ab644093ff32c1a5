/// What the tables say of schools besides their results. Each kind is put in order by school when first asked for.
struct SchoolRecords: Sendable {
  let inspections: Deferred<BySchool<Inspection>>
  let targets: Deferred<BySchool<TargetRecord>>
  let attendance: Deferred<BySchool<AttendanceRecord>>
  let context: Deferred<BySchool<ContextRecord>>
  let valueAdded: Deferred<BySchool<ValueAddedRecord>>
  let visitActions: Deferred<BySchool<VisitAction>>
  let partnerAssignments: Deferred<BySchool<PartnerAssignment>>
  let partners: Deferred<[SchoolImprovementPartner]>

  init(_ tables: [DataTable]) {
    func records<Record>() -> Deferred<BySchool<Record>> { Deferred { BySchool(tables) } }
    (inspections, targets, attendance, context) = (records(), records(), records(), records())
    (valueAdded, visitActions, partnerAssignments) = (records(), records(), records())
    partners = Deferred {
      tables.filter { $0.name == "sips" }.flatMap { table in
        (0..<table.count).map { SchoolImprovementPartner(TableRow(table: table, row: $0)) }
      }
    }
  }
}

extension SchoolData {
  public var inspections: BySchool<Inspection> { records.inspections.value }
  public var targets: BySchool<TargetRecord> { records.targets.value }
  /// Targets for a group of pupils. O(rows).
  package func targets(for group: PupilGroup) -> BySchool<TargetRecord> { BySchool(tables, group: group) }
  public var attendance: BySchool<AttendanceRecord> { records.attendance.value }
  public var context: BySchool<ContextRecord> { records.context.value }
  public var valueAdded: BySchool<ValueAddedRecord> { records.valueAdded.value }
  public var visitActions: BySchool<VisitAction> { records.visitActions.value }
  public var partnerAssignments: BySchool<PartnerAssignment> { records.partnerAssignments.value }
  /// In the order of the files.
  public var partners: [SchoolImprovementPartner] { records.partners.value }
}
