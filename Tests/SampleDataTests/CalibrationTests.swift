import Testing

/// The modest sample against England's figures of rulebook section 10; each test states its tolerance.
///
/// The figures are written out again here on purpose: a slip in the generator's own list would show.
@Suite struct CalibrationTests {
  @Test(arguments: zip(2006...2010, [70, 71, 72.7, 71.8, 74]))
  func `Level 4 in English and maths is within one and a half points of England's`(year: Int, england: Double) throws {
    let pooled = try PooledResults(stage: .keyStage2, year: year)
    #expect(abs(pooled.percent("l4_english_and_maths", of: "eligible") - england) <= 1.5)
  }

  @Test(arguments: [(2006, 79.0, 76.0), (2007, 80.0, 77.0), (2008, 81.0, 79.0), (2009, 80.0, 79.0), (2010, 81.0, 80.0)])
  func `Level 4 in each subject is within one and a half points`(year: Int, english: Double, maths: Double) throws {
    let pooled = try PooledResults(stage: .keyStage2, year: year)
    #expect(abs(pooled.percent("l4_english", of: "eligible") - english) <= 1.5)
    #expect(abs(pooled.percent("l4_maths", of: "eligible") - maths) <= 1.5)
  }

  @Test(arguments: [(2007, 83.0, 77.0), (2008, 82.0, 78.0), (2009, 82.0, 80.0), (2010, 83.0, 81.0)])
  func `Two levels of progress are within two points`(year: Int, english: Double, maths: Double) throws {
    let pooled = try PooledResults(stage: .keyStage2, year: year)
    #expect(abs(pooled.percent("progress_english", of: "progress_english_matched") - english) <= 2)
    #expect(abs(pooled.percent("progress_maths", of: "progress_maths_matched") - maths) <= 2)
  }

  @Test(arguments: zip(2006...2010, [45.3, 46.3, 48.2, 50.7, 54.5]))
  func `Five good grades with English and maths are within one and a half points`(year: Int, england: Double) throws {
    let pooled = try PooledResults(stage: .keyStage4, year: year)
    #expect(abs(pooled.percent("five_ac_english_and_maths", of: "pupils") - england) <= 1.5)
  }

  @Test(arguments: [(2006, 58.5, 2.4), (2007, 61.4, 2.0), (2008, 64.6, 1.4), (2009, 69.7, 1.1), (2010, 75.3, 1.0)])
  func `Five good grades in any subjects are within one and a half points, no passes within four tenths`(
    year: Int, five: Double, none: Double
  ) throws {
    let pooled = try PooledResults(stage: .keyStage4, year: year)
    #expect(abs(pooled.percent("five_ac_any", of: "pupils") - five) <= 1.5)
    #expect(abs(pooled.percent("no_passes", of: "pupils") - none) <= 0.4)
  }

  @Test(arguments: [(2008, 64.0, 58.0), (2009, 65.0, 58.0), (2010, 70.0, 63.0)])
  func `Three levels of progress are within one and a half points`(year: Int, english: Double, maths: Double) throws {
    let pooled = try PooledResults(stage: .keyStage4, year: year)
    #expect(abs(pooled.percent("progress_english", of: "progress_english_matched") - english) <= 1.5)
    #expect(abs(pooled.percent("progress_maths", of: "progress_maths_matched") - maths) <= 1.5)
  }

  @Test func `Gaps between groups in 2009 are within two and a half points`() throws {
    let primary = try PooledResults(stage: .keyStage2, year: 2009)
    #expect(abs(primary.gap("l4_english_and_maths", of: "eligible", "not_fsm", "fsm") - 22.2) <= 2.5)
    #expect(abs(primary.gap("l4_english_and_maths", of: "eligible", "no_sen", "sen") - 51.5) <= 2.5)
    let secondary = try PooledResults(stage: .keyStage4, year: 2009)
    #expect(abs(secondary.gap("five_ac_english_and_maths", of: "pupils", "not_fsm", "fsm") - 27.6) <= 2.5)
    #expect(abs(secondary.gap("five_ac_english_and_maths", of: "pupils", "no_sen", "sen") - 44.8) <= 2.5)
  }

  /// Wide, because a modest sample has some 250 such children a year at key stage 2.
  @Test(arguments: [(2006, 32.0, 5.9), (2007, 33.0, 7.0), (2008, 35.0, 8.0), (2009, 35.0, 9.8), (2010, 36.0, 12.0)])
  func `Children in care are within seven points at key stage 2 and two and a half at key stage 4`(
    year: Int, primary: Double, secondary: Double
  ) throws {
    let keyStage2 = try PooledResults(stage: .keyStage2, year: year, group: "cic")
    #expect(abs(keyStage2.percent("l4_english_and_maths", of: "eligible") - primary) <= 7)
    let keyStage4 = try PooledResults(stage: .keyStage4, year: year, group: "cic")
    #expect(abs(keyStage4.percent("five_ac_english_and_maths", of: "pupils") - secondary) <= 2.5)
  }

  @Test(arguments: [(2008, 10.0), (2009, 10.9)])
  func `Primary schools under 55 per cent are within three points`(year: Int, england: Double) throws {
    let pooled = try PooledResults(stage: .keyStage2, year: year)
    #expect(abs(pooled.percentOfSchools(below: 55, "l4_english_and_maths", of: "eligible") - england) <= 3)
  }

  @Test(arguments: zip(2006...2010, [25, 20, 14, 7.9, 2.7]))
  func `Secondary schools under 30 per cent are within three points`(year: Int, england: Double) throws {
    let pooled = try PooledResults(stage: .keyStage4, year: year)
    #expect(abs(pooled.percentOfSchools(below: 30, "five_ac_english_and_maths", of: "pupils") - england) <= 3)
  }

  @Test func `About one primary school in thirteen has ten leavers or fewer`() throws {
    let pooled = try PooledResults(stage: .keyStage2, year: 2009)
    #expect((5.5...10).contains(pooled.percentOfSchools(withAtMost: 10, "eligible")))
  }
}
