"""The tests and intervals of the method page, written from its formulas. Percentages are exact fractions."""

from fractions import Fraction
from math import erfc, exp, lgamma, log, sqrt

Z = 1.959964


def rounded(value, decimals):
    """Half away from zero, as an integer of the last decimal."""
    scaled = abs(Fraction(value)) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return units if value >= 0 else -units


def wilson(percent, n, rounding=0):
    def limits(p):
        p = min(1.0, max(0.0, p))
        scale = 1 + Z * Z / n
        centre = (p + Z * Z / (2 * n)) / scale
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / scale
        return (0.0 if p == 0 else 100 * (centre - half), 100.0 if p == 1 else 100 * (centre + half))

    return limits(float(percent - rounding) / 100)[0], limits(float(percent + rounding) / 100)[1]


def one_sample(percent, n, national, rounding=0, national_rounding=0):
    """Verdict and two-sided probability; None where the cohort is too small for the normal test."""
    if n <= 0 or not 0 < national < 100:
        return "", None
    if n < 10 or n * national < 500 or n * (100 - national) < 500:
        return "", None
    sign = 1 if percent > national else -1
    own, other = percent - sign * rounding, national + sign * national_rounding
    z = 0.0
    if sign * (own - other) > 0 and 0 < other < 100:
        share = float(other) / 100
        z = (float(own) / 100 - share) / sqrt(share * (1 - share) / n)
    return ("above" if z >= 1.96 else "below" if z <= -1.96 else "not_significant"), erfc(abs(z) / sqrt(2))


def choose(n, k):
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def fisher(a, n, b, m):
    total = choose(n + m, a + b)
    logarithm = lambda k: choose(n, k) + choose(m, a + b - k) - total
    seen = logarithm(a) + 1e-7
    return min(1.0, sum(exp(x) for x in map(logarithm, range(max(0, a + b - m), min(n, a + b) + 1)) if x <= seen))


def two_sample(a, n, b, m, best_of=1):
    """Verdict on a of n after b of m: pooled z, Fisher's where fewer than five are expected, best of several allowed for."""
    if n <= 0 or m <= 0:
        return ""
    first, second, share = Fraction(a, n), Fraction(b, m), (a + b) / (n + m)
    if first == second or share in (0, 1):
        p = 1.0
    elif min(n, m) * min(a + b, n + m - a - b) < 5 * (n + m):
        p = fisher(a, n, b, m)
    else:
        p = erfc(abs(float(first - second)) / sqrt(share * (1 - share) * (1 / n + 1 / m)) / sqrt(2))
    p = 1 - (1 - p) ** best_of
    return "not_significant" if p > 0.05 else "above" if first > second else "below"


def discoveries(probabilities, rate=0.05):
    """Benjamini and Hochberg."""
    order = sorted(range(len(probabilities)), key=probabilities.__getitem__)
    limit = None
    for place, position in enumerate(order, 1):
        if probabilities[position] <= rate * place / len(order):
            limit = probabilities[position]
    return [limit is not None and p <= limit for p in probabilities]


def quantile(ascending, part, parts):
    """Type 7, exact."""
    below, remainder = divmod((len(ascending) - 1) * part, parts)
    low = ascending[below]
    return low if remainder == 0 else low + (ascending[below + 1] - low) * Fraction(remainder, parts)
