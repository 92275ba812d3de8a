#!/usr/bin/env python3
"""rooms.py [ROOT]: proves the rules of the house over the source tree; prints file:line: rule: what, and exits 1 when anything is found.
rooms.py --selftest: proves over a made-up tree that every rule bites (see selftest.py).

Known exceptions stand in rooms_allow.txt with their number and reason. An exception that is no longer needed, wholly or in part, fails too:
the list can only get shorter by itself, never longer."""
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import cpp_text
from rules import RULES, Finding, room_of

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = {".h", ".cpp"}
TEXT = SOURCE | {".py", ".txt", ".cmake", ".md", ".json", ".sql", ".ts", ".qrc", ".css", ".html", ".sh", ""}
SKIPPED = re.compile(r"^(build|build-.*|out|\.git|\.cache|__pycache__)$")


class File:
    """One file: its place, its room and its text in the forms the rules ask for. The forms are made once, when first asked for."""

    def __init__(self, root, path):
        self.root, self.path = root, path.relative_to(root).as_posix()
        self.suffix, self.room = path.suffix, room_of(self.path)
        self.text = path.read_text(encoding="utf-8", errors="replace").replace("\r", "")
        self.is_source = self.suffix in SOURCE
        self._forms = {}

    def _form(self, name, make):
        if name not in self._forms:
            self._forms[name] = make(self.text)
        return self._forms[name]

    bare = property(lambda self: self._form("bare", cpp_text.bare))
    code = property(lambda self: self._form("code", cpp_text.without_comments))
    functions = property(lambda self: self._form("functions", lambda t: list(cpp_text.functions(t))))
    private_names = property(lambda self: self._form("private_names", lambda t: list(cpp_text.private_names(t))))
    statements = property(lambda self: self._form("statements", lambda t: list(cpp_text.statements(cpp_text.without_comments(t)))))

    def includes(self):
        for number, line in enumerate(self.code.split("\n"), 1):
            m = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if m:
                yield number, m[1]


class Tree:
    """All files the rules look at."""

    def __init__(self, root):
        self.root = root
        self.top = sorted(p.name for p in root.iterdir())
        self.files = [File(root, p) for p in sorted(self._walk(root))]
        self.names = {pathlib.PurePosixPath(f.path).name for f in self.files}

    def _walk(self, folder):
        for entry in folder.iterdir():
            if SKIPPED.match(entry.name) or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from self._walk(entry)
            elif entry.suffix in TEXT and entry.stat().st_size < 2_000_000:
                yield entry


def read_allowed(path):
    """rule | file | number | reason"""
    allowed, problems = {}, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else [], 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [p.strip() for p in line.split("|")]
        if len(parts) != 4 or parts[0] not in RULES or not parts[2].isdigit() or len(parts[3]) < 10:
            problems.append(Finding(path.name, number, "allow-list", "expected: rule | file | number | reason"))
        elif (parts[0], parts[1]) in allowed:
            problems.append(Finding(path.name, number, "allow-list", "named twice"))
        else:
            allowed[parts[0], parts[1]] = (int(parts[2]), number)
    return allowed, problems


def check(root, allow_file):
    tree = Tree(root)
    findings = [f for rule in RULES.values() for f in rule(tree)]
    allowed, left = read_allowed(allow_file)
    found = {}
    for f in findings:
        found.setdefault((f.rule, f.path), []).append(f)
    for key, group in found.items():
        number = allowed.get(key, (0, 0))[0]
        if len(group) > number:
            left += group
    for key, (number, line) in allowed.items():
        have = len(found.get(key, []))
        if have < number:
            left.append(Finding(allow_file.name, line, "allow-list", f"{key[0]} in {key[1]}: {number} allowed, {have} left: shorten the list"))
    return sorted(left), len(tree.files)


def main(arguments):
    if arguments == ["--selftest"]:
        import selftest
        return selftest.run(check)
    root = pathlib.Path(arguments[0] if arguments else HERE.parent.parent).resolve()
    left, files = check(root, HERE / "rooms_allow.txt")
    for f in left:
        print(f"{f.path}:{f.line}: {f.rule}: {f.what}")
    print(f"rooms: {len(RULES)} rules, {files} files, {len(left)} found")
    return 1 if left or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
