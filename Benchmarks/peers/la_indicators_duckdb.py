"""The pooled local authority indicators of a canonical data folder, with DuckDB.

usage: la_indicators_duckdb.py FOLDER OUT.csv

Writes la_code,year,indicator,numerator,denominator. A peer for speed and an independent check of the results.
"""
import sys

import duckdb

folder, out = sys.argv[1], sys.argv[2]
MISSING = ["", "NA", "NE", "NP", "SUPP", "LOWCOV", "NEW", "Q", "?"]
db = duckdb.connect()


def view(name, table, counts, text):
    columns = ", ".join([*text, *(f"try_cast({c} as bigint) as {c}" for c in ["year", *counts])])
    db.execute(f"create temp table {name}_rows as select {columns} from "
               f"read_csv('{folder}/{table}*.csv', all_varchar=true, nullstr={MISSING})")


db.execute(f"""create temp table places as
  select s.urn, s.la_code, s.phase, s.phase in ('primary', 'secondary') as mainstream, try_cast(s.closed as date) as closed,
         try_cast(substr(a.valid_from, 1, 4) as int) as since, a.predecessor_la_code as before
  from read_csv('{folder}/schools.csv', all_varchar=true) s
  left join read_csv('{folder}/local_authorities.csv', all_varchar=true) a using (la_code)""")
ks2_counts = ["eligible", "l4_english", "l4_maths", "l4_english_and_maths", "below_l3_english", "below_l3_maths", "progress_english",
              "progress_english_matched", "progress_maths", "progress_maths_matched"]
ks4_counts = ["pupils", "five_ac_any", "five_ac_english_and_maths", "ac_english_and_maths", "no_passes", "progress_english",
              "progress_english_matched", "progress_maths", "progress_maths_matched"]
view("ks2", "ks2_results", ks2_counts, ["urn", '"group"', "responsible_la_code"])
view("ks4", "ks4_results", ks4_counts, ["urn", '"group"', "responsible_la_code"])
view("absence", "attendance", ["enrolments", "persistent_absentees", "possible_sessions", "authorised_absence",
                              "unauthorised_absence"], ["urn", "period"])
view("eyfsp", "eyfsp_results", ["assessed", "reached_threshold"], ["la_code", '"group"'])

OWN = "case when since > year then coalesce(before, la_code) else la_code end"
for name in ["ks2", "ks4"]:
    db.execute(f"create temp view {name} as select *, coalesce(nullif(responsible_la_code, ''), {OWN}) as la "
               f"from {name}_rows left join places using (urn)")
db.execute(f"create temp view absence as select *, {OWN} as la, 'all' as \"group\" from absence_rows "
           "left join places using (urn) where period = 'five_half_terms'")
db.execute('create temp view eyfsp as select *, la_code as la from eyfsp_rows')


def share(table, indicator, numerator, denominator, group="all", where="true"):
    return (f"select la, year, '{indicator}' as indicator, sum({numerator})::bigint as numerator, sum({denominator})::bigint as denominator "
            f"from {table} where \"group\" = '{group}' and ({numerator}) is not null and {denominator} is not null and {where} "
            f"group by la, year")


def below(numerator, denominator, percent):
    return f"({numerator} * 100 < {denominator} * {percent})"


def floor(table, indicator, denominator, test, where="true"):
    """Open mainstream schools with 11 pupils or more, and those of them that meet the test."""
    return (f"select la, year, '{indicator}', count(*) filter ({test}), count(*) "
            f"from {table} where \"group\" = 'all' and mainstream and {denominator} >= 11 and ({test}) is not null and {where} "
            f"and (closed is null or closed > make_date(year, 8, 31)) group by la, year")


em, acem = ("l4_english_and_maths", "eligible"), ("five_ac_english_and_maths", "pupils")
english, maths = below("l4_english", "eligible", 65), below("l4_maths", "eligible", 65)
queries = [
    *(share("eyfsp", f"ey-threshold {g}", "reached_threshold", "assessed", group=g) for g in ["fsm", "not_fsm"]),
    share("ks2", "ks2-l4-english", "l4_english", "eligible"),
    share("ks2", "ks2-l4-maths", "l4_maths", "eligible"),
    *(share("ks2", f"ks2-l4-em {g}", *em, group=g) for g in ["boys", "girls"]),
    share("ks4", "ks4-5ac-any", "five_ac_any", "pupils"),
    *(share("ks4", f"ks4-5ac-em {g}", *acem, group=g) for g in ["boys", "girls"]),
    *(floor("ks2", f"primary-below-65-{name}", "eligible", test, where="year in (2007, 2008)")
      for name, test in [("english", english), ("maths", maths), ("either", f"{english} or {maths}"),
                         ("both", f"{english} and {maths}")]),
    *(share("absence", f"absence-{phase}", "authorised_absence + unauthorised_absence", "possible_sessions",
            where=f"phase = '{phase}'") for phase in ["primary", "secondary"]),
    share("eyfsp", "ey-threshold", "reached_threshold", "assessed"),
    share("ks2", "ks2-l4-em", *em),
    share("ks2", "ks2-2lp-english", "progress_english", "progress_english_matched"),
    share("ks2", "ks2-2lp-maths", "progress_maths", "progress_maths_matched"),
    share("ks2", "ks2-below-l3-english", "below_l3_english", "eligible"),
    share("ks2", "ks2-below-l3-maths", "below_l3_maths", "eligible"),
    share("ks2", "ks2-l4-em-cic", *em, group="cic"),
    *(share("ks2", f"ks2-l4-em {g}", *em, group=g) for g in ["fsm", "not_fsm", "sen", "no_sen"]),
    floor("ks2", "primary-below-floor", "eligible", below(*em, 55)),
    share("ks4", "ks4-5ac-em", *acem),
    share("ks4", "ks4-ac-em", "ac_english_and_maths", "pupils"),
    share("ks4", "ks4-no-passes", "no_passes", "pupils"),
    share("ks4", "ks4-3lp-english", "progress_english", "progress_english_matched"),
    share("ks4", "ks4-3lp-maths", "progress_maths", "progress_maths_matched"),
    share("ks4", "ks4-5ac-em-cic", *acem, group="cic"),
    *(share("ks4", f"ks4-5ac-em {g}", *acem, group=g) for g in ["fsm", "not_fsm", "sen", "no_sen"]),
    floor("ks4", "secondary-below-floor", "pupils", below(*acem, 30)),
    share("absence", "persistent-absence-primary", "persistent_absentees", "enrolments", where="phase = 'primary'"),
    share("absence", "persistent-absence-secondary", "persistent_absentees", "enrolments", where="phase = 'secondary'"),
]
db.execute(f"copy (select la as la_code, * exclude la from ({' union all '.join(queries)}) order by 1, 2, 3) to '{out}' (header)")
