#!/usr/bin/env python3
"""Makes the sample workshop: the invoices, sample.json and the logo. The made files are committed; change maker/ and run this again.

make_sample.py                       writes everything beside this script (needs pikepdf and reportlab for the hybrid PDFs)
make_sample.py --check               recomputes every sum, walks every story, compares the files with what would be written
make_sample.py --check --reader F    reads every file back with F (a Python file with read_file(path) and read_xml(bytes)) as well
make_sample.py --list                prints one line per file
"""
import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from maker import check, logo                                    # noqa: E402
from maker.data_private import invoices                          # noqa: E402
from maker.workshop import COMPANY                               # noqa: E402
from maker.writers import XML, sample_json                       # noqa: E402

HERE = Path(__file__).resolve().parent
FONTS = "/usr/share/fonts/truetype/open-sans"


def write(every, fonts):
    from maker import hybrid, page
    page.load_fonts(fonts)
    (HERE / "invoices").mkdir(exist_ok=True)
    for old in (HERE / "invoices").iterdir():
        old.unlink()
    for i in every:
        data = XML[i.syntax](i)
        if i.syntax.startswith("pdf-"):
            data = hybrid.hybrid(page.Page(i).pdf(), data, i, COMPANY["name"])
        (HERE / i.file).write_bytes(data)
    (HERE / "sample.json").write_bytes(sample_json(every))
    (HERE / "logo.svg").write_text(logo.svg(), encoding="utf-8")
    (HERE / "logo.png").write_bytes(logo.png())


def main():
    parser = argparse.ArgumentParser(description="Makes or checks the sample workshop.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--reader", metavar="FILE")
    parser.add_argument("--fonts", metavar="DIR", default=FONTS, help="folder with OpenSans-Regular.ttf and OpenSans-Semibold.ttf")
    options = parser.parse_args()
    every = invoices()
    if options.list:
        for i in every:
            print("\t".join((i.number, i.car.plate if i.car else "-", i.buyer.name, i.syntax, i.type, str(i.due), i.expect or "-")))
    elif options.check:
        faults = check.all_faults(HERE, every, options.reader)
        print("\n".join(faults) if faults else f"{len(every)} files: all in order")
        return 1 if faults else 0
    else:
        write(every, options.fonts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
