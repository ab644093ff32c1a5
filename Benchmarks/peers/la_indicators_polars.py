"""The pooled local authority indicators of a canonical data folder, with Polars.

usage: la_indicators_polars.py FOLDER OUT.csv

Writes la_code,year,indicator,numerator,denominator. A peer for speed and an independent check of the results.
"""
import sys
from pathlib import Path

import polars as pl

folder, out = Path(sys.argv[1]), sys.argv[2]


def read(table, columns):
    files = sorted(folder.glob(f"{table}*.csv"))
    frames = [pl.scan_csv(file, infer_schema=False).select(columns) for file in files]
    return pl.concat(frames)


def numbers(frame, columns):
    return frame.with_columns(pl.col(columns).cast(pl.Int64, strict=False))


authorities = pl.scan_csv(folder / "local_authorities.csv", infer_schema=False).select(
    pl.col("la_code"), pl.col("valid_from").str.slice(0, 4).cast(pl.Int32, strict=False).alias("from"),
    pl.col("predecessor_la_code").alias("before"))
schools = pl.scan_csv(folder / "schools.csv", infer_schema=False).select(
    "urn", "la_code", "phase", pl.col("phase").is_in(["primary", "secondary"]).alias("mainstream"),
    pl.col("closed").str.to_date(strict=False).alias("closed"))


def of_place(frame, responsible=True):
    """Adds the authority: the responsible one of children in care, else the school's, else its predecessor."""
    frame = frame.join(schools, on="urn", how="left").join(authorities, on="la_code", how="left")
    own = pl.when(pl.col("from") > pl.col("year")).then(pl.coalesce("before", "la_code")).otherwise(pl.col("la_code"))
    if responsible:
        own = pl.coalesce(pl.col("responsible_la_code"), own)
    return frame.with_columns(own.alias("la"))


def share(frame, indicator, numerator, denominator, group="all"):
    return (
        frame.filter((pl.col("group") == group) & pl.col(numerator).is_not_null() & pl.col(denominator).is_not_null())
        .group_by("la", "year").agg(pl.col(numerator).sum().alias("numerator"), pl.col(denominator).sum().alias("denominator"))
        .select("la", "year", pl.lit(indicator).alias("indicator"), "numerator", "denominator"))


def below(numerator, denominator, percent):
    return pl.col(numerator) * 100 < pl.col(denominator) * percent


def floor(frame, indicator, denominator, test):
    """Open mainstream schools with 11 pupils or more, and those of them that meet the test."""
    is_open = pl.col("closed").is_null() | (pl.col("closed") > pl.date(pl.col("year"), 8, 31))
    counted = frame.filter(
        (pl.col("group") == "all") & pl.col("mainstream") & is_open & (pl.col(denominator) >= 11) & test.is_not_null())
    below = test.cast(pl.Int64)
    return (
        counted.group_by("la", "year").agg(below.sum().alias("numerator"), pl.len().cast(pl.Int64).alias("denominator"))
        .select("la", "year", pl.lit(indicator).alias("indicator"), "numerator", "denominator"))


ks2_counts = ["eligible", "l4_english", "l4_maths", "l4_english_and_maths", "below_l3_english", "below_l3_maths", "progress_english",
              "progress_english_matched", "progress_maths", "progress_maths_matched"]
ks2 = of_place(numbers(read("ks2_results", ["year", "urn", "group", *ks2_counts, "responsible_la_code"]), ["year", *ks2_counts]))
ks4_counts = ["pupils", "five_ac_any", "five_ac_english_and_maths", "ac_english_and_maths", "no_passes", "progress_english",
              "progress_english_matched", "progress_maths", "progress_maths_matched"]
ks4 = of_place(numbers(read("ks4_results", ["year", "urn", "group", *ks4_counts, "responsible_la_code"]), ["year", *ks4_counts]))
absence_counts = ["enrolments", "persistent_absentees", "possible_sessions", "authorised_absence", "unauthorised_absence"]
absence = of_place(
    numbers(read("attendance", ["year", "urn", "period", *absence_counts]), ["year", *absence_counts]), responsible=False
).filter(pl.col("period") == "five_half_terms").with_columns(
    pl.lit("all").alias("group"), (pl.col("authorised_absence") + pl.col("unauthorised_absence")).alias("absence"))
eyfsp = numbers(read("eyfsp_results", ["year", "la_code", "group", "assessed", "reached_threshold"]),
                ["year", "assessed", "reached_threshold"]).rename({"la_code": "la"})

em, acem = ("l4_english_and_maths", "eligible"), ("five_ac_english_and_maths", "pupils")
english, maths = below("l4_english", "eligible", 65), below("l4_maths", "eligible", 65)
in_2007_and_2008 = ks2.filter(pl.col("year").is_in([2007, 2008]))
results = [
    share(eyfsp, "ey-threshold", "reached_threshold", "assessed"),
    share(eyfsp, "ey-threshold fsm", "reached_threshold", "assessed", group="fsm"),
    share(eyfsp, "ey-threshold not_fsm", "reached_threshold", "assessed", group="not_fsm"),
    share(ks2, "ks2-l4-english", "l4_english", "eligible"),
    share(ks2, "ks2-l4-maths", "l4_maths", "eligible"),
    share(ks2, "ks2-l4-em boys", *em, group="boys"),
    share(ks2, "ks2-l4-em girls", *em, group="girls"),
    share(ks4, "ks4-5ac-any", "five_ac_any", "pupils"),
    share(ks4, "ks4-5ac-em boys", *acem, group="boys"),
    share(ks4, "ks4-5ac-em girls", *acem, group="girls"),
    floor(in_2007_and_2008, "primary-below-65-english", "eligible", english),
    floor(in_2007_and_2008, "primary-below-65-maths", "eligible", maths),
    floor(in_2007_and_2008, "primary-below-65-either", "eligible", english | maths),
    floor(in_2007_and_2008, "primary-below-65-both", "eligible", english & maths),
    share(absence.filter(pl.col("phase") == "primary"), "absence-primary", "absence", "possible_sessions"),
    share(absence.filter(pl.col("phase") == "secondary"), "absence-secondary", "absence", "possible_sessions"),
    share(ks2, "ks2-l4-em", *em),
    share(ks2, "ks2-2lp-english", "progress_english", "progress_english_matched"),
    share(ks2, "ks2-2lp-maths", "progress_maths", "progress_maths_matched"),
    share(ks2, "ks2-below-l3-english", "below_l3_english", "eligible"),
    share(ks2, "ks2-below-l3-maths", "below_l3_maths", "eligible"),
    share(ks2, "ks2-l4-em-cic", *em, group="cic"),
    share(ks2, "ks2-l4-em fsm", *em, group="fsm"),
    share(ks2, "ks2-l4-em not_fsm", *em, group="not_fsm"),
    share(ks2, "ks2-l4-em sen", *em, group="sen"),
    share(ks2, "ks2-l4-em no_sen", *em, group="no_sen"),
    floor(ks2, "primary-below-floor", "eligible", below(*em, 55)),
    share(ks4, "ks4-5ac-em", *acem),
    share(ks4, "ks4-ac-em", "ac_english_and_maths", "pupils"),
    share(ks4, "ks4-no-passes", "no_passes", "pupils"),
    share(ks4, "ks4-3lp-english", "progress_english", "progress_english_matched"),
    share(ks4, "ks4-3lp-maths", "progress_maths", "progress_maths_matched"),
    share(ks4, "ks4-5ac-em-cic", *acem, group="cic"),
    share(ks4, "ks4-5ac-em fsm", *acem, group="fsm"),
    share(ks4, "ks4-5ac-em not_fsm", *acem, group="not_fsm"),
    share(ks4, "ks4-5ac-em sen", *acem, group="sen"),
    share(ks4, "ks4-5ac-em no_sen", *acem, group="no_sen"),
    floor(ks4, "secondary-below-floor", "pupils", below(*acem, 30)),
    share(absence.filter(pl.col("phase") == "primary"), "persistent-absence-primary", "persistent_absentees", "enrolments"),
    share(absence.filter(pl.col("phase") == "secondary"), "persistent-absence-secondary", "persistent_absentees", "enrolments"),
]
table = pl.concat(pl.collect_all(results)).sort("la", "year", "indicator").rename({"la": "la_code"})
table.write_csv(out)
