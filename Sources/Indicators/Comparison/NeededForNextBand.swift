import SchoolStatistics

/// How many more (or fewer) of the counted pupils or schools would reach a line, in exact integers.
///
/// Percentages of a cohort: `needed(toPass: q, …)`. High is good: ⌊q·D/100⌋ + 1 − N where the line must be passed,
/// ⌈q·D/100⌉ − N where reaching it is enough. Low is good: N − ⌊q·D/100⌋, reaching is always enough. Never negative.
/// Source: rulebook §6.5. Nil where no number of pupils would do (more than the whole cohort).
func neededForPercent(
  _ line: Rational, numerator: Int, denominator: Int, polarity: Polarity, isInclusive: Bool = false
) -> Int? {
  guard denominator > 0 else { return nil }
  let scaled = line * Rational(Int64(denominator), 100)
  let target: Int
  switch polarity {
  case .low: target = floor(scaled)
  default: target = isInclusive ? ceiling(scaled) : floor(scaled) + 1
  }
  guard (0...denominator).contains(target) else { return nil }
  return max(0, polarity == .low ? numerator - target : target - numerator)
}

/// The same for an indicator whose value is a count of schools: the line is a number of schools.
func neededForCount(_ line: Rational, count: Int, polarity: Polarity, isInclusive: Bool = false) -> Int? {
  switch polarity {
  case .low: return floor(line) < 0 ? nil : max(0, count - floor(line))
  default: return max(0, (isInclusive ? ceiling(line) : floor(line) + 1) - count)
  }
}

/// How many more pupils of the disadvantaged group would narrow a gap to a line, the comparator staying where it is.
///
/// `gap` and `line` are percentage points, `denominator` the group whose result would rise; the line is reached
/// inclusively, as low is good. ⌈(gap − line)·D/100⌉, at least 0. Nil where the whole group would not be enough.
func neededForGap(_ line: Rational, gap: Rational, numerator: Int, denominator: Int) -> Int? {
  guard denominator > 0 else { return nil }
  let needed = max(0, ceiling((gap - line) * Rational(Int64(denominator), 100)))
  return numerator + needed <= denominator ? needed : nil
}

private func floor(_ value: Rational) -> Int {
  let (quotient, remainder) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
  return Int(remainder < 0 ? quotient - 1 : quotient)
}

private func ceiling(_ value: Rational) -> Int { -floor(-value) }
