"""Prints pages to tagged PDF (PDF/UA-1) with WeasyPrint, one process for a whole run.

Reads one job a line from standard input, `page.html<TAB>page.pdf`, and answers each with a line on standard output:
`done` or `failed<TAB>reason`. Title and language come from the page. Nothing is loaded from the network.
"""
import logging
import os
import sys

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
try:
    from weasyprint import HTML, __version__
except ImportError:
    print("failed\tWeasyPrint is not installed for this Python; 'make packs FORMATS=html,pdf' installs it", flush=True)
    sys.exit(1)
if int(__version__.split(".")[0]) < 70:
    print(f"failed\tWeasyPrint {__version__} is too old; 70 or later is needed", flush=True)
    sys.exit(1)


def local_only(url, *arguments, **options):
    raise ValueError(f"a pack loads nothing, but asks for '{url}'")


print("ready", flush=True)
for line in sys.stdin:
    page, _, paper = line.rstrip("\n").partition("\t")
    try:
        with open(page, encoding="utf-8") as file:
            HTML(string=file.read(), url_fetcher=local_only).write_pdf(paper + ".part", pdf_variant="pdf/ua-1")
        os.replace(paper + ".part", paper)
        print("done", flush=True)
    except Exception as error:  # one bad page must not stop the others
        reason = " ".join(str(error).split()) or type(error).__name__
        print(f"failed\t{reason}", flush=True)
