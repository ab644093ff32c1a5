"""Figures of areas from the inputs: shares, gaps and numbers of schools, with what they rest on."""

from collections import defaultdict
from fractions import Fraction

SCOPES = {
    "all": {"primary", "secondary", "all_through", "special", "other"}, "mainstream": {"primary", "secondary", "all_through"}, "primary": {"primary"},
    "secondary": {"secondary", "all_through"},
}


class Figure:
    """A value with its counts, and how far rounding may have moved it."""

    def __init__(self, value, counts=None, rounding=0, official=False, pupils=None):
        self.value, self.counts, self.rounding, self.official = value, counts, Fraction(rounding), official
        self.pupils = pupils if pupils is not None else counts[1] if counts else None
        self.of_rulebook = False


class Figures:
    def __init__(self, rules, inputs):
        self.rules, self.inputs, self.cache = rules, inputs, {}
        self.regions = sorted({region for region, _, _ in inputs.authorities.values() if region})
        self.by_measure = defaultdict(list)
        for key, values in inputs.rows.items():
            for measure in values:
                self.by_measure[measure].append(key)

    # Places

    def existed(self, authority, year):
        _, start, end = self.inputs.authorities[authority]
        day = f"{year}-08-31"
        return (not start or start <= day) and (not end or end >= day)

    def home(self, urn, year):
        """The authority of a school in a year: its results' own, else the register's or what stood for that then."""
        named = self.inputs.named.get((urn, year))
        code = named or self.inputs.schools[urn]["authority"]
        if code not in self.inputs.authorities or self.existed(code, year):
            return code
        then = [c for c in self.inputs.related.get(code, []) if c in self.inputs.authorities and self.existed(c, year)]
        return then[0] if len(then) == 1 else code

    def members(self, place):
        return [a for a, (region, _, _) in self.inputs.authorities.items() if place in ("England", region)]

    def covered(self, known, place, year):
        existing = sum(self.existed(a, year) for a in self.members(place))
        least, fewest = int(self.rules.choices["pooling.england-coverage"]), int(self.rules.choices["pooling.england-authorities"])
        return known > 0 and known * 100 >= least * existing and (place != "England" or existing >= fewest)

    # Shares

    def read(self, entry, values):
        """Numerator and denominator of a row; None where one is missing."""
        denominator = values.get(entry["denominator"])
        numerator = values.get(entry["numerator"])
        if entry["numerator"] not in values:
            if all(measure in values for measure in entry.get("sum", [])) and entry.get("sum"):
                parts = [values[measure] for measure in entry["sum"]]
                numerator = None if None in parts else sum(parts)
            elif entry.get("complement") in values:
                rest = values[entry["complement"]]
                numerator = None if rest is None or denominator is None else denominator - rest
        if numerator is None or not denominator:
            return None
        return numerator, denominator

    def pooled(self, indicator, group, year):
        """Counts by authority."""
        key = (indicator, group, year)
        if key in self.cache:
            return self.cache[key]
        entry = self.rules.catalogue[indicator]
        kinds = SCOPES[entry.get("schools", "all")]
        period = self.rules.years[year].get("persistent_absence", {}).get("period", "") if entry.get("period") else None
        sums, rows_of_authorities, seen = {}, set(), set()
        measures = [entry["numerator"], *entry.get("sum", [])[:1], *([entry["complement"]] if entry.get("complement") else [])]
        for wanted in ("la", "school"):
            for measure in measures:
                for row in self.by_measure[measure]:
                    level, place, ending, of, of_period = row
                    if level != wanted or ending != year or of != group or (period is not None and of_period not in (period, "")):
                        continue
                    if row in seen:
                        continue
                    seen.add(row)
                    counts = self.read(entry, self.inputs.rows[row])
                    if counts is None:
                        continue
                    if level == "la":
                        rows_of_authorities.add(place)
                        area = place
                    else:
                        school = self.inputs.schools.get(place)
                        if school is None or not school["maintained"] or (kinds and school["kind"] not in kinds):
                            continue
                        area = self.inputs.responsible.get(row) if group == "cic" else None
                        area = area or self.home(place, year)
                        if area in rows_of_authorities:
                            continue
                    n, d = sums.get(area, (0, 0))
                    sums[area] = (n + counts[0], d + counts[1])
        self.cache[key] = sums
        return sums

    def official(self, entry, place, year, group):
        for measure, is_rest in ((entry["numerator"], False), (entry.get("complement"), True)):
            found = self.inputs.official.get((place, year, measure, group)) if measure else None
            if found is None:
                continue
            n, d, printed, decimals = found
            step = Fraction(1, 2 * 10**decimals)
            if printed is not None and is_rest:
                printed = 100 - printed
            if n is not None and d:
                n = d - n if is_rest else n
                if printed is None or abs(Fraction(100 * n, d) - printed) <= step:
                    return Figure(Fraction(100 * n, d), (n, d), 0, True)
            if printed is not None:
                return Figure(printed, None, step, True, d)
        return None

    def share(self, indicator, place, year, group):
        entry = self.rules.catalogue[indicator]
        found = self.official(entry, place, year, group)
        if found is not None:
            return found
        sums = self.pooled(indicator, group, year)
        if isinstance(place, int):
            counts = sums.get(place)
        else:
            members = self.members(place)
            known = [sums[a] for a in members if a in sums]
            counts = None
            if self.covered(len(known), place, year):
                counts = (sum(n for n, _ in known), sum(d for _, d in known))
        if counts and counts[1]:
            return Figure(Fraction(100 * counts[0], counts[1]), counts)
        if place == "England":
            constant = self.rules.england(indicator, group, year)
            if constant is not None:
                figure = Figure(Fraction(constant), None, 0, True)
                figure.of_rulebook = True
                return figure
        return None

    def gap(self, indicator, place, year):
        """England's other group less the place's group, or both of the place; from one source or none."""
        entry = self.rules.catalogue[indicator]
        shares = entry["of"] if isinstance(entry["of"], list) else [entry["of"]]
        share = next((s for s in shares if self.rules.exists(s, year)), None)
        if share is None:
            return None
        is_national = entry["minuend"]["area"] == "national"
        minuend = self.share(share, "England" if is_national else place, year, entry["minuend"]["group"])
        here = self.share(share, place, year, entry["subtrahend"])
        if place == "England" and minuend and here and minuend.of_rulebook != here.of_rulebook:
            constants = [self.rules.england(share, g, year) for g in (entry["minuend"]["group"], entry["subtrahend"])]
            return None if None in constants else Figure(Fraction(constants[0]) - Fraction(constants[1]), None, 0, True)
        if minuend is None or here is None:
            return None
        figure = Figure(minuend.value - here.value, None, minuend.rounding + here.rounding, here.official)
        figure.parts = (minuend, here)
        return figure

    # Numbers of schools

    def below(self, indicator, place, year):
        """Schools counted and judged by a rule that is one comparison of a share with a number; None for others."""
        rule = self.rules.years[year]["school_rules"].get(indicator)
        if rule is None or set(rule["test"]) != {"share", "below"} or not isinstance(rule["test"]["below"], (int, Fraction)):
            return NotImplemented
        by_place = self.cache.get(("below", indicator, year))
        if by_place is None:
            by_place = {}
            entry = self.rules.catalogue[rule["test"]["share"]]
            kinds = SCOPES[rule["schools"]]
            for row in self.by_measure[rule["cohort"]]:
                level, urn, ending, group, _ = row
                if level != "school" or ending != year or group != "all":
                    continue
                school, values = self.inputs.schools.get(urn), self.inputs.rows[row]
                cohort = values.get(rule["cohort"])
                if not school or not school["maintained"] or (kinds and school["kind"] not in kinds) or not cohort:
                    continue
                if school["closed"] and school["closed"] <= f"{year}-08-31" or cohort < rule["minimum"]:
                    continue
                counts = self.read(entry, values)
                if counts is None:
                    continue
                n, d = by_place.get(self.home(urn, year), (0, 0))
                by_place[self.home(urn, year)] = (n + (100 * counts[0] < rule["test"]["below"] * counts[1]), d + 1)
            self.cache[("below", indicator, year)] = by_place
        if isinstance(place, int):
            counts = by_place.get(place)
        else:
            known = [by_place[a] for a in self.members(place) if a in by_place]
            counts = (sum(n for n, _ in known), sum(d for _, d in known)) if self.covered(len(known), place, year) else None
        return Figure(Fraction(counts[0]), counts) if counts and counts[1] else None
