"""Reference data of the project, read without the project: JSON5 and the rules of each year."""

import json
import re
from fractions import Fraction
from pathlib import Path


def json5(path):
    """Strict enough for the reference files: comments, bare keys, trailing commas; numbers stay exact decimals."""
    text, out, position = Path(path).read_text(encoding="utf-8"), [], 0
    while position < len(text):
        c = text[position]
        if c == '"':
            end = position + 1
            while text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            out.append(text[position : end + 1])
            position = end + 1
        elif text.startswith("//", position):
            position = text.find("\n", position)
            position = len(text) if position < 0 else position
        elif text.startswith("/*", position):
            position = text.index("*/", position) + 2
        elif c.isalpha() or c in "_$":
            word = re.match(r"[\w$]+", text[position:]).group()
            out.append(word if word in ("true", "false", "null") else f'"{word}"')
            position += len(word)
        else:
            out.append(c)
            position += 1
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", "".join(out)), parse_float=Fraction, parse_int=int)


class Rules:
    """The catalogue, the rules of the years, and how authorities are compared."""

    def __init__(self, folder):
        folder = Path(folder)
        self.catalogue = {entry["id"]: entry for entry in json5(folder / "indicators.json5")["indicators"]}
        self.comparison = json5(folder / "comparison.json5")
        self.choices = {a["id"]: a["choice"] for a in json5(folder / "assumptions.json5")["assumptions"]}
        self.years = {}
        for path in sorted((folder / "rulebook").glob("*.json5")):
            own = json5(path)
            base = dict(self.years.get(own.get("inherits"), {}))
            for key in ("breaks_before", "england", "medians", "targets"):
                base.pop(key, None)
            rules = {**base.get("school_rules", {}), **own.get("school_rules", {})}
            self.years[own["year"]] = {**base, **own, "school_rules": rules}

    def exists(self, indicator, year):
        return indicator in self.years.get(year, {}).get("indicators", [])

    def comparable(self, indicator, earlier, year):
        """No break and no year without the indicator between two years."""
        if not self.exists(indicator, earlier):
            return False
        return all(
            self.exists(indicator, y) and indicator not in self.years[y].get("breaks_before", {})
            for y in range(earlier + 1, year + 1)
        )

    def minimum_cohort(self, year):
        return max((m for m in self.comparison["minimum_cohorts"] if m["from"] <= year), key=lambda m: m["from"])["pupils"]

    def england(self, indicator, group, year):
        return self.years.get(year, {}).get("england", {}).get(indicator if group == "all" else f"{indicator}/{group}")
