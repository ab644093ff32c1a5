"""Pages of authorities and regions, and workbooks, of the national sample: files a second and peak memory.

usage: bench_compare.py TOOL [REFERENCE] [WORK] [ROUNDS]

TOOL is the release build, WORK a folder for data and outputs (kept and used again). Times of the stages are those that
a run records in run.json; the median of the rounds is given. Where `perf` is installed, a run on one thread also tells
how the processor's time of these outputs divides between our own code and libxlsxwriter, each
with the runtime and the system calls that it asked for.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

tool = Path(sys.argv[1]).resolve()
reference = sys.argv[2] if len(sys.argv) > 2 else "Data/reference"
work = Path(sys.argv[3] if len(sys.argv) > 3 else "/tmp/school-indicators-bench")
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
STAGES = {
    "pages of authorities": ("report: AuthorityPages", "la/", ".html"),
    "pages of regions": ("report: RegionPages", "regions/", ".html"),
    "workbooks of authorities": ("report: AuthorityWorkbooks", "la/", ".xlsx"),
    "workbooks of regions": ("report: RegionWorkbooks", "regions/", ".xlsx"),
}


OUTPUTS = ("AuthorityPages", "RegionPages", "AuthorityWorkbooks", "RegionWorkbooks")


def command(jobs):
    return [tool, "report", "--data", data, "--reference", reference, "--out", work / "reports", "--year", "2009",
            "--formats", "html,xlsx", "--jobs", str(jobs), "--quiet"]


def run(jobs):
    shutil.rmtree(work / "reports", ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command(jobs)])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit("the run failed")
    record = json.loads(next((work / "reports").glob("*/run.json")).read_text())
    return time.perf_counter() - start, usage.ru_maxrss / 1024, record


def owner(stack):
    """Whose code a sample is in: the innermost frame that is not of the language runtime or the system."""
    for symbol, library in stack:
        if "xlsxwriter" in library or "libz." in library:
            return "libxlsxwriter and zlib"
        if "school-indicat" not in library:
            continue
        if any(module in symbol for module in ("6Report", "Report.", "4HTML", "HTML.", "16SchoolStatistics", "SchoolStatistics.")):
            return "our own code"
    return "other"


def shares():
    """Per cent of the processor's time of the pages and workbooks, by whose code called for it."""
    samples = work / "perf.data"
    recorded = subprocess.run(["perf", "record", "-q", "-F", "199", "-g", "-o", samples, "--"] + [str(p) for p in command(1)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if recorded.returncode != 0:
        return None
    found = {}
    script = subprocess.Popen(["perf", "script", "-i", samples, "-F", "ip,sym,dso"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    stack = []
    for line in script.stdout:
        if line.strip():
            parts = line.split(None, 1)[-1].rsplit("(", 1)
            stack.append((parts[0].strip(), parts[-1]))
            continue
        # Only workbooks call libxlsxwriter, whose own frames cannot be followed further up.
        if any(name in symbol for symbol, _ in stack for name in OUTPUTS) or any("xlsxwriter" in library for _, library in stack):
            whose = owner(stack)
            found[whose] = found.get(whose, 0) + 1
        stack = []
    total = sum(found.values())
    return {name: 100 * count / total for name, count in sorted(found.items())} if total else None


work.mkdir(parents=True, exist_ok=True)
data = work / "national"
if not data.exists():
    subprocess.run([tool, "sample", "--size", "national", "--out", data, "--quiet"], check=True)
for jobs in (1, 2):
    runs = [run(jobs) for _ in range(rounds)]
    print(f"{jobs} thread{'s' if jobs > 1 else ''}: whole run {statistics.median(r[0] for r in runs):.1f} s, peak memory {max(r[1] for r in runs):.0f} MB")
    for name, (stage, folder, ending) in STAGES.items():
        seconds = statistics.median(r[2]["seconds"][stage] for r in runs)
        files = [o for o in runs[0][2]["outputs"] if o["path"].startswith(folder) and o["path"].endswith(ending)
                 and not o["path"].endswith("targets.html")]
        size = sum(o["bytes"] for o in files) / 1e6
        print(f"  {name:26} {len(files):4} files {size:7.1f} MB {seconds:7.2f} s {len(files) / max(seconds, 1e-9):7.0f} files a second")
if shutil.which("perf"):
    found = shares()
    if found:
        print("processor's time of writing these, by who called for it:", ", ".join(f"{name} {share:.0f}%" for name, share in found.items()))
else:
    print("perf is not installed: the share of time outside our own code was not measured")
