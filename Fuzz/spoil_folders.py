"""Spoils whole data folders and feeds them to check, report, packs and compare.

Takes the files of the sample, a few rows of each, spoils cells, rows, bytes and names at random, and runs every command
over the folder. A run may find as many faults in the data as it likes; it must not crash, hang or end without a word.

    python3 Fuzz/spoil_folders.py .build/release/school-indicators --seconds 60 --seed 1
    python3 Fuzz/spoil_folders.py .build/release/school-indicators --cells

--cells puts each of a list of impossible values into each column of each table, one at a time in one folder each.
Ends with 1 where a run crashed; the folder is then kept and named.
"""
import argparse, csv, io, os, random, shutil, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COMMANDS = ["check", "report", "packs", "compare"]
VALUES = ["", "0", "-1", "1e308", "-1e308", "1e-308", "nan", "inf", "2147483647", "2147483648", "4294967296",
    "3000000000", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "99999999999999999999",
    "222007", "222007-01-19", "0000-00-00", "2009-02-30", "SUPP", "x", "\u202e", "\0", "\"", "a,b", "100%", "-0.5",
    "99999999", "32768", "65536", "1000", "É", "' or 1=1", "=1+1", "9" * 400, "12/13/2009", "2009/10", "200910"]


def tables(folder, rows):
    found = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"): continue
        with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
            found[name] = [row for _, row in zip(range(rows), csv.reader(file))]
    return found


def text(rows):
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogatepass")


def spoilt(chance, original):
    """A folder: bytes by name."""
    folder = {name: [list(row) for row in rows] for name, rows in original.items()}
    for _ in range(chance.randint(1, 12)):
        name = chance.choice(sorted(folder))
        rows = folder[name]
        if len(rows) < 2: continue
        way = chance.randint(0, 6)
        row = chance.randrange(1, len(rows))
        if way <= 2 and rows[row]: rows[row][chance.randrange(len(rows[row]))] = chance.choice(VALUES)
        elif way == 3 and rows[0]:
            column = chance.randrange(len(rows[0]))
            value = chance.choice(VALUES)
            for line in rows[1:]:
                if column < len(line): line[column] = value
        elif way == 4 and rows[row]: del rows[row][chance.randrange(len(rows[row]))]
        elif way == 5: rows.insert(row, list(chance.choice(rows)))
        elif way == 6 and rows[0]: rows[0][chance.randrange(len(rows[0]))] = chance.choice(VALUES + rows[0])
    files = {name: text(rows) for name, rows in folder.items()}
    for _ in range(chance.randint(0, 3)):
        name = chance.choice(sorted(files))
        data = bytearray(files[name])
        if data:
            for _ in range(chance.randint(1, 20)): data[chance.randrange(len(data))] = chance.randrange(256)
            if chance.random() < 0.2: data = data[:chance.randrange(len(data))]
        files[name] = bytes(data)
    for name in list(files):
        if chance.random() < 0.05: del files[name]
    return files


class Campaign:
    def __init__(self, tool):
        self.tool = os.path.abspath(tool)
        self.base = tempfile.mkdtemp(prefix="spoilt-folders-")
        self.folders = self.files = self.runs = 0
        self.faults = []

    def feed(self, files, commands, what):
        data, out = os.path.join(self.base, "data"), os.path.join(self.base, "out")
        shutil.rmtree(data, ignore_errors=True)
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(data)
        for name, content in files.items():
            with open(os.path.join(data, name), "wb") as file: file.write(content)
        self.folders += 1
        self.files += len(files)
        for command in commands:
            self.runs += 1
            line = [self.tool, command, "--data", data, "--reference", os.path.join(ROOT, "Data/reference"), "--out", out]
            try:
                done = subprocess.run(line, capture_output=True, timeout=120)
                code, said = done.returncode, done.stderr.decode(errors="replace")
            except subprocess.TimeoutExpired:
                code, said = "no end", ""
            if code in (0, 1) and said.strip() and "has a fault" not in said: continue
            kept = os.path.join(self.base, f"fault-{len(self.faults) + 1}")
            shutil.copytree(data, kept)
            self.faults.append(f"{command} ended with {code} ({what}): {kept}\n{said[-400:]}")
            print("FAULT", self.faults[-1], flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=40)
    parser.add_argument("--cells", action="store_true")
    given = parser.parse_args()
    campaign = Campaign(given.tool)
    original = tables(os.path.join(ROOT, "Data/sample"), given.rows)
    end = time.time() + given.seconds
    if given.cells:
        for name, rows in original.items():
            for column in range(len(rows[0])):
                folder = {other: [list(row) for row in lines] for other, lines in original.items()}
                for line in range(1, len(folder[name])): folder[name][line][column] = VALUES[line % len(VALUES)]
                campaign.feed({other: text(lines) for other, lines in folder.items()}, COMMANDS[:3], f"{name}, {rows[0][column]}")
    number = 0
    while not given.cells and time.time() < end:
        chance = random.Random(given.seed * 1_000_003 + number)
        campaign.feed(spoilt(chance, original), COMMANDS, f"seed {given.seed}, folder {number}")
        number += 1
    print(f"{campaign.folders} folders, {campaign.files} files, {campaign.runs} runs: {len(campaign.faults)} faults")
    if campaign.faults: raise SystemExit(f"kept in {campaign.base}")
    shutil.rmtree(campaign.base)


main()
