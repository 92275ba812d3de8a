#!/usr/bin/env python3
"""translations.py [ROOT] [--lupdate PROGRAM]: every text the program shows has a finished German translation, and the stored files are what
lupdate would write today. Prints what is missing and exits 1; exits 77 (skipped) when lupdate is not there.
translations.py --selftest: proves over made-up files that each of these faults is found."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
COMPLETE = "tresen_de.ts"      # the language of the users: everything in it is finished. In other files plural forms only (English) or what there is.


def find_lupdate(arguments):
    if "--lupdate" in arguments:
        return arguments[arguments.index("--lupdate") + 1]
    return shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6")


def messages(path):
    """(context, source, comment) -> message element, without those the sources no longer have."""
    out = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") not in ("vanished", "obsolete"):
                out[context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")] = message
    return out


def extract(root, lupdate):
    """The texts the sources hold now, read into an empty file."""
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "fresh.ts"
        # -I: without its header a class is found outside of its namespace, and the program would look for another context.
        done = subprocess.run([lupdate, "-silent", "-no-obsolete", "-extensions", "cpp,h", "-I", str(root), str(root / "app"), str(root / "ui"), "-ts", str(target)],
                              capture_output=True, text=True, timeout=300)
        if done.returncode != 0 or not target.exists():
            raise RuntimeError(f"lupdate failed: {done.stderr.strip()[:500]}")
        noise = [line for line in done.stderr.splitlines() if re.search(r"lacks Q_OBJECT|cannot be (called|invoked)|without context|[Dd]iscarding|[Ss]yntax error|[Uu]nterminated", line)]
        return messages(target), noise


def texts_of(message):
    translation = message.find("translation")
    if translation is None:
        return []
    forms = translation.findall("numerusform")
    return ["".join(f.itertext()) for f in forms] if forms else ["".join(translation.itertext())]


def complaints(key, message, must_be_finished):
    source, numerus = key[1], message.get("numerus") == "yes"
    texts, translation = texts_of(message), message.find("translation")
    if must_be_finished or numerus:
        if translation is None or translation.get("type") == "unfinished" or not texts or not all(t.strip() for t in texts):
            yield "is not finished"
            return
    for text in filter(None, texts):
        places = set(re.findall(r"%L?\d+", source)) ^ set(re.findall(r"%L?\d+", text))
        if places:
            yield f"has other places than the source: {' '.join(sorted(places))}"
        if "%n" in text and "%n" not in source:
            yield "has a %n that the source has not"
        # One letter to press, where the source has one: "&&" is a sign, "& " is a word.
        keys = [len(re.findall(r"(?<!&)&(?=\w)", t.replace("&&", ""))) for t in (source, text)]
        if keys[0] != keys[1]:
            yield "has another number of shortcut letters"
        if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
            yield "differs in blanks at its edge"


def letter_of(text):
    """The letter to press, in lower case; none: the empty text."""
    found = re.search(r"(?<!&)&(\w)", text.replace("&&", ""))
    return found.group(1).lower() if found else ""


def shared_letters(have, german):
    """Two texts of one window (a context is one page or sheet) that are to be pressed by the same letter, in the sources or as they are translated."""
    taken = {}
    for key, message in sorted(have.items()):
        for letter in {letter_of(text) for text in (texts_of(message) if german else [key[1]])} - {""}:
            other = taken.setdefault((key[0], letter), key)
            if other is not key:
                yield f"{shown(key)} has the shortcut letter {letter} of {other[1][:60]!r}"


def shown(key):
    return f"{key[0]}: {key[1][:60]!r}" + (f" ({key[2]})" if key[2] else "")


def check(root, lupdate):
    """All problems as texts, and the number of source texts."""
    fresh, noise = extract(root, lupdate)
    problems = [f"lupdate says: {line}" for line in noise]
    stored = sorted((root / "translations").glob("*.ts"))
    if fresh and not any(p.name == COMPLETE for p in stored):
        problems.append(f"{len(fresh)} texts, but there is no translations/{COMPLETE}")
    for path in stored:
        try:
            have = messages(path)
        except ET.ParseError as e:
            problems.append(f"{path.name}: {e}")
            continue
        complete = path.name == COMPLETE
        if not complete:   # Only what the file wants to say: the source language needs its plural forms, others whatever they have.
            wanted = {k for k, m in fresh.items() if m.get("numerus") == "yes"}
        else:
            wanted = set(fresh)
        problems += [f"{path.name}: missing, run lupdate: {shown(k)}" for k in sorted(wanted - set(have))]
        problems += [f"{path.name}: no longer in the sources, run lupdate: {shown(k)}" for k in sorted(set(have) - set(fresh))]
        if complete:
            problems += [f"{path.name}: {what}" for what in (*shared_letters(fresh, False), *shared_letters(have, True))]
        for key in sorted(set(have) & set(fresh)):
            problems += [f"{path.name}: {shown(key)} {what}" for what in complaints(key, have[key], complete)]
    return problems, len(fresh)


def selftest(lupdate):
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de_DE"><context><name>Page</name>'
    code = 'struct Page : QObject { Q_OBJECT\n void f() { tr("Pay %1"); tr("&Search"); tr("%n key(s)", nullptr, 2); } };\n'

    def entry(source, translation, kind="", numerus=""):
        return f"<message{numerus}><source>{source}</source><translation{kind}>{translation}</translation></message>"
    many, forms = ' numerus="yes"', "<numerusform>%n Schlüssel</numerusform><numerusform>%n Schlüssel</numerusform>"
    good = [entry("Pay %1", "%1 zahlen"), entry("&amp;Search", "&amp;Suchen"), entry("%n key(s)", forms, numerus=many)]

    def outcome(entries, sources=code, name=COMPLETE):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for sub in ("app", "ui", "translations"):
                (root / sub).mkdir()
            (root / "ui" / "page.cpp").write_text(sources, encoding="utf-8")
            if entries is not None:
                (root / "translations" / name).write_text(head + "".join(entries) + "</context></TS>", encoding="utf-8")
            return check(root, lupdate)[0]
    cases = [("complete", good, "", 0), ("no file", None, "there is no translations/", 1), ("missing", good[:2], "missing, run lupdate", 1),
             ("unfinished", [entry("Pay %1", "%1 zahlen", ' type="unfinished"')] + good[1:], "is not finished", 1),
             ("empty", [entry("Pay %1", "")] + good[1:], "is not finished", 1),
             ("one form empty", good[:2] + [entry("%n key(s)", "<numerusform>x</numerusform><numerusform></numerusform>", numerus=many)], "is not finished", 1),
             ("too much", good + [entry("Gone", "Weg")], "no longer in the sources", 1), ("vanished is kept", good + [entry("Gone", "Weg", ' type="vanished"')], "", 0),
             ("place lost", [entry("Pay %1", "zahlen")] + good[1:], "other places", 1), ("letter lost", [good[0], entry("&amp;Search", "Suchen"), good[2]], "shortcut", 1),
             ("blank at the end", [entry("Pay %1", "%1 zahlen ")] + good[1:], "blanks at its edge", 1), ("damaged", ["<message>"], "mismatched tag", 1)]
    problems = []
    for title, entries, words, number in cases:
        found = outcome(entries)
        if len(found) < number or (number == 0 and found) or (number and not any(words in f for f in found)):
            problems.append(f"{title}: {found}")
    both = 'struct Page : QObject { Q_OBJECT\n void f() { tr("&Search"); tr("S&end"); } };\n'
    for title, words, number in (("letters differ", "&amp;Verschicken", 0), ("one letter twice", "Ver&amp;schicken", 1)):
        found = [f for f in outcome([entry("&amp;Search", "&amp;Suchen"), entry("S&amp;end", words)], both) if "shortcut letter" in f]
        if len(found) != number:
            problems.append(f"{title}: {found}")
    if outcome(None, "int x;\n"):
        problems.append("no texts and no file must pass")
    if outcome(good[:2], name="tresen_en.ts") == []:
        problems.append("plural forms of another language must be there")
    print("\n".join(problems + [f"translations --selftest: {len(cases) + 4} cases, {len(problems)} problems"]))
    return 1 if problems else 0


def main(arguments):
    lupdate = find_lupdate(arguments)
    if not lupdate:
        print("translations: skipped, lupdate (package qt6-l10n-tools) is not installed")
        return SKIPPED
    if "--selftest" in arguments:
        return selftest(lupdate)
    root = pathlib.Path(arguments[0] if arguments and not arguments[0].startswith("--") else HERE.parent.parent).resolve()
    problems, number = check(root, lupdate)
    print("\n".join(problems + [f"translations: {number} texts, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
