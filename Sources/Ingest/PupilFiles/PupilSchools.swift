/// The authorities that rows of pupils name for schools, in the order of the schools' first pupils.
struct PupilSchools: Sendable {
  struct School: Sendable {
    var key: Int32
    var authority: Int16
    var line: UInt32
  }
  private(set) var schools: [School] = []
  private var known: Set<Int32> = []
  private var last: Int32 = 0

  mutating func note(_ school: School) {
    if school.key == last { return }
    last = school.key
    if known.insert(school.key).inserted { schools.append(school) }
  }

  mutating func moveLines(to firstLine: Int) {
    for index in schools.indices { schools[index].line += UInt32(clamping: firstLine) }
  }

  mutating func append(_ other: PupilSchools) { for school in other.schools { note(school) } }
}
