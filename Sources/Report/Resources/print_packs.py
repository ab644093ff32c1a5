"""Prints documents to tagged PDF (PDF/UA-1) with Typst; one process prints many.

The template is the first argument. Reads one job a line from standard input, `file.pdf<TAB>document as JSON`, and answers
each with a line on standard output: `done` or `failed<TAB>reason`. The template loads nothing, from disk or network.
"""
import json
import os
import re
import sys
import tempfile

try:
    import typst
except ImportError:
    print("failed\tTypst is not installed for this Python; 'make packs FORMATS=html,pdf' installs it", flush=True)
    sys.exit(1)

sys.stdin.reconfigure(encoding="utf-8")
template = sys.argv[1].encode()
with tempfile.TemporaryDirectory() as nothing:
    compiler = typst.Compiler(template, root=nothing)

    def printed(document):
        """The document as PDF; characters that no typeface here has, and control characters, become boxes."""
        unknown = {}
        while True:
            text = json.dumps(boxed(json.loads(document), unknown)) if unknown else document
            try:
                return compiler.compile(template, format="pdf", sys_inputs={"document": text}, pdf_standards="ua-1")
            except Exception as error:
                found = "".join(re.findall(r'the text `"(.*?)"` could not be displayed', str(error)))
                found = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)
                new = {ord(character): "\u25a1" for character in found if not " " <= character <= "~"}
                if not new or new.keys() <= unknown.keys():
                    raise
                unknown |= new

    def boxed(value, unknown):
        if isinstance(value, str):
            return value.translate(unknown)
        if isinstance(value, list):
            return [boxed(item, unknown) for item in value]
        if isinstance(value, dict):
            return {name: boxed(item, unknown) for name, item in value.items()}
        return value

    print("ready", flush=True)
    for line in sys.stdin:
        paper, _, document = line.rstrip("\n").partition("\t")
        try:
            pdf = printed(document)
            with open(paper + ".part", "wb") as file:
                file.write(pdf)
            os.replace(paper + ".part", paper)
            print("done", flush=True)
        except Exception as error:  # one bad page must not stop the others
            reason = " ".join(str(error).split()) or type(error).__name__
            print(f"failed\t{reason}", flush=True)
