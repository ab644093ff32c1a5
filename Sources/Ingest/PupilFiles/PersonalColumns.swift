/// Columns that say who a pupil is. They are never read.
enum PersonalColumns {
  private static let exact: Set = [
    "name", "upn", "uln", "dob", "surname", "forename", "forenames", "initials", "firstname", "lastname", "familyname",
    "givenname",
    "middlename", "pupilname", "childname", "studentname", "fullname", "preferredname", "knownas", "candidatename",
    "candidatenumber",
    "uci", "address", "postcode", "nhsnumber", "dateofbirth", "birthdate", "birthday", "email", "telephone",
  ]
  private static let parts = [
    "surname", "forename", "firstname", "lastname", "pupilname", "childname", "studentname", "givenname", "familyname",
    "dateofbirth",
    "birthdate", "postcode", "formerupn", "uniquepupilnumber",
  ]

  static func contains(_ header: String) -> Bool {
    let words = HeaderNames.key(header).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = words.joined()
    return exact.contains(joined) || parts.contains { joined.contains($0) }
      || words.contains { $0 == "upn" || $0 == "dob" || $0 == "uln" }
  }
}
