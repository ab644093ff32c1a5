import CGLPK

/// A linear program that is solved many times with another objective: the least and the most that one variable can be,
/// or the cheapest way to move it. The only file that calls GLPK.
///
/// Variables are deviations from the true figures, in whole or part; every row is a sum that stays what it is.
@safe final class LinearProgram {
  private let problem: OpaquePointer
  private let columns: Int
  private var options = glp_smcp()

  /// - Parameter rows: of each equation its terms, variable and coefficient; the terms add up to nought.
  init(columns: Int, rows: [[(variable: Int, coefficient: Double)]]) {
    self.columns = columns
    _ = glp_term_out(GLP_OFF)
    unsafe problem = glp_create_prob()!
    unsafe glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    options.presolve = GLP_OFF
    if columns > 0 { _ = unsafe glp_add_cols(problem, Int32(clamping: columns)) }
    if !rows.isEmpty { _ = unsafe glp_add_rows(problem, Int32(clamping: rows.count)) }
    for (row, terms) in rows.enumerated() {
      unsafe glp_set_row_bnds(problem, Int32(clamping: row + 1), GLP_FX, 0, 0)
      // GLPK counts from 1 and leaves the first place of both lists alone.
      let places = [0] + terms.map { Int32(clamping: $0.variable + 1) }
      let values = [0] + terms.map(\.coefficient)
      unsafe glp_set_mat_row(problem, Int32(clamping: row + 1), Int32(clamping: terms.count), places, values)
    }
  }

  deinit { unsafe glp_delete_prob(problem) }

  /// Nil bounds are open. Equal bounds fix the variable.
  func bound(_ variable: Int, from low: Double?, to high: Double?) {
    let kind = low == nil ? (high == nil ? GLP_FR : GLP_UP) : high == nil ? GLP_LO : low == high ? GLP_FX : GLP_DB
    unsafe glp_set_col_bnds(problem, Int32(clamping: variable + 1), kind, low ?? 0, high ?? 0)
  }

  func cost(_ variable: Int, _ cost: Double) { unsafe glp_set_obj_coef(problem, Int32(clamping: variable + 1), cost) }

  enum Outcome: Equatable {
    case optimal(Double)
    case unbounded
    case infeasible
  }

  func minimum() -> Outcome { solve(GLP_MIN) }
  func maximum() -> Outcome { solve(GLP_MAX) }

  private func solve(_ direction: CInt) -> Outcome {
    unsafe glp_set_obj_dir(problem, direction)
    if unsafe glp_simplex(problem, &options) != 0 {
      // A basis that the last objective left may be of no use for this one.
      unsafe glp_std_basis(problem)
      guard unsafe glp_simplex(problem, &options) == 0 else { return .infeasible }
    }
    return switch unsafe glp_get_status(problem) {
    case GLP_OPT: .optimal(unsafe glp_get_obj_val(problem))
    case GLP_UNBND: .unbounded
    default: .infeasible
    }
  }

  func value(_ variable: Int) -> Double { unsafe glp_get_col_prim(problem, Int32(clamping: variable + 1)) }
}
