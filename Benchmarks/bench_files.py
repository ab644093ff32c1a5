"""Folders of many small files: 2,000 and 10,000 registers and results of one row each, read by `check`.

    python3 Benchmarks/bench_files.py .build/release/school-indicators

Prints seconds, seconds of processor time and peak memory, and how many times longer five times the files take; the same
rows in one file stand beside.
"""
import os
import subprocess
import sys
import tempfile
import time

tool = os.path.abspath(sys.argv[1])
SCHOOLS = "urn,la_code,estab,school_name,phase,school_type\n"
RESULTS = "year,urn,group,eligible,l4_english,l4_maths,l4_english_and_maths\n"


def rows(number):
    urn = 100000 + number
    return (f"{urn},{201 + number % 9},{2000 + number % 6000},School {number},primary,Community school\n",
            f"2009,{urn},all,30,20,21,19\n")


def write(folder, name, text):
    with open(os.path.join(folder, name), "w") as file: file.write(text)


def read(folder, out):
    start = time.perf_counter()
    process = subprocess.Popen([tool, "check", "--data", folder, "--out", out, "--quiet"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1): sys.exit("check failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


with tempfile.TemporaryDirectory() as scratch:
    print(f"{'files':>7} {'rows':>7} {'s':>7} {'CPU s':>7} {'peak MB':>8}")
    taken = {}
    for files in (2000, 10000):
        for name, made in (("many", files), ("one", 2)):
            folder = os.path.join(scratch, f"{name}-{files}")
            os.makedirs(folder)
            lines = [rows(number) for number in range(files // 2)]
            if name == "many":
                for number, (school, result) in enumerate(lines):
                    write(folder, f"schools-{number}.csv", SCHOOLS + school)
                    write(folder, f"results-{number}.csv", RESULTS + result)
            else:
                write(folder, "schools.csv", SCHOOLS + "".join(school for school, _ in lines))
                write(folder, "results.csv", RESULTS + "".join(result for _, result in lines))
            taken[name, files] = best = min(read(folder, scratch + "/out") for _ in range(3))
            print(f"{made:>7} {files:>7} {best[0]:>7.2f} {best[1]:>7.2f} {best[2]:>8}", flush=True)
    print(f"five times the files take {taken['many', 10000][1] / taken['many', 2000][1]:.1f} times the processor time")
