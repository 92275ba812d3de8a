"""C++ text for the lints: comments and literals taken out without moving a line, functions measured, statements cut."""
import re

_TOKEN = re.compile(r'''
      (?P<line>//[^\n]*)
    | (?P<block>/\*.*?\*/)
    | (?P<raw>(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\((?:.*?)\)(?P=tag)")
    | (?P<text>(?:u8|[uUL])?"(?:\\.|[^"\\\n])*")
    | (?P<digits>\b[0-9](?:'?[0-9a-zA-Z_.])*)
    | (?P<char>(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')
''', re.X | re.S)


def _lines(text):
    return "\n" * text.count("\n")


def without_comments(text):
    """Comments become blanks; literals stay."""
    return _TOKEN.sub(lambda m: " " + _lines(m[0]) if m["line"] or m["block"] else m[0], text)


def bare(text, literal_line="\n"):
    """Comments become blanks, every literal an empty one. literal_line: stands for each line end inside a literal."""
    def swap(m):
        if m["line"] or m["block"]:
            return " " + _lines(m[0])
        if m["raw"] or m["text"]:
            return '""' + _lines(m[0]).replace("\n", literal_line)
        return "' '" if m["char"] else m[0]
    return _TOKEN.sub(swap, text)


def comments(text):
    """(line number, text) of every comment."""
    for m in _TOKEN.finditer(text):
        if m["line"] or m["block"]:
            yield text.count("\n", 0, m.start()) + 1, m[0]


def statements(code):
    """(line number, text) between semicolons and braces; code without comments. Literals are kept whole."""
    start, line = 0, 1
    masked = _TOKEN.sub(lambda m: re.sub(r"[^\n]", "_", m[0]), code)
    for m in re.finditer(r"[;{}]", masked):
        part = code[start:m.start()]
        if part.strip():
            yield line + len(part[:len(part) - len(part.lstrip())].split("\n")) - 1, part
        line += code.count("\n", start, m.end())
        start = m.end()


def _one_branch(code):
    """Preprocessor lines become blank; of #if ... #else only the first branch stays, so that braces balance."""
    out, skipping = [], []
    continued = False
    for line in code.split("\n"):
        directive = line.lstrip()
        if continued or directive.startswith("#"):
            continued = line.endswith("\\")
            if re.match(r"#\s*if", directive):
                skipping.append(False)
            elif re.match(r"#\s*(else|elif)", directive) and skipping:
                skipping[-1] = True
            elif re.match(r"#\s*endif", directive) and skipping:
                skipping.pop()
            out.append("")
        else:
            out.append("" if any(skipping) else line)
    return "\n".join(out)


_SCOPE = re.compile(r"^(?:template\s*<[^{}]*>\s*)?(?:inline\s+|typedef\s+)?(?:namespace|class|struct|union|enum)\b")
_LABEL = re.compile(r"^(?:\s*(?:public|protected|private|Q_SIGNALS|Q_OBJECT|Q_GADGET|(?:public|protected|private)\s+Q_SLOTS)\s*:?)+\s*")
_TAIL = re.compile(r"(?:\)|\bconst|\bnoexcept|\boverride|\bfinal|\btry|\bmutable|&|->[^=]*)\s*$")
_MEMBER_INITIALISER = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:).*[\w>]$", re.S)


def _kind(head):
    if _SCOPE.match(head) or head == 'extern ""':
        return "scope"
    tail = _TAIL.search(head)
    if _MEMBER_INITIALISER.search(head) and not (tail and tail[0].strip() != ")"):
        return "other"
    if ("(" in head and tail) or re.search(r"=\s*\[[^\[\]]*\]$", head):
        return "function"
    return "other"


def functions(text):
    """(first line, lines, heading) of every function body: from its opening to its closing brace, without the lines of a literal in it."""
    code = _one_branch(bare(text, "\r"))
    scopes = []          # "scope", "function" or "other" (initialisers, and every brace inside a function)
    heading, line, first, head, of_literals = "", 1, 0, "", 0
    for c in code:
        if c in "\n\r":
            line += 1
            of_literals += c == "\r"
        inside = bool(scopes) and scopes[-1] != "scope"
        if c == "{":
            scopes.append("other" if inside else _kind(_LABEL.sub("", heading.strip())))
            if not inside and scopes[-1] == "function":
                first, head, of_literals = line, " ".join(heading.split()), 0
            if scopes[-1] == "scope":
                heading = ""
        elif c == "}":
            kind = scopes.pop() if scopes else "other"
            if kind == "function":
                yield first, line - first + 1 - of_literals, head[-80:]
            outermost = not scopes or scopes[-1] == "scope"
            if outermost:
                heading = heading + "()" if kind == "other" else ""
        elif not inside:
            heading = "" if c == ";" else heading + c


def _names(head):
    """What one declaration at namespace scope brings in: [name], a function with the types it takes."""
    head = " ".join(head.split())
    m = re.match(r"^(?:template\s*<.*?>\s*)?(?:struct|class|enum(?: class)?|union)\s+(\w+)", head)
    if m:
        return [m[1]]
    m = re.match(r"^using\s+(\w+)\s*=", head)
    if m:
        return [m[1]]
    m = re.match(r"^(?:Q_LOGGING_CATEGORY)\s*\(\s*(\w+)", head)
    if m:
        return [m[1]]
    before, bracket, after = head.partition("(")
    m = re.search(r"([\w~]+)\s*$", before)
    if bracket and m and "=" not in before and "::" + m[1] not in before and " " in before.strip():
        inner, depth = "", 1
        for c in after:
            depth += (c == "(") - (c == ")")
            if depth == 0:
                break
            inner += c
        # Names of parameters and their defaults do not make another function.
        taken = [re.sub(r"\s*=.*", "", p).strip() for p in re.split(r",(?![^<]*>)", inner)]
        return [m[1] + "(" + ", ".join(re.sub(r"(?<=[\s&*>])\w+$", "", p).strip() for p in taken) + ")"]
    if re.match(r"^(?:static |inline |constexpr |const )", head):
        declared = re.sub(r"<[^<>]*>|\[[^\]]*\]|\([^()]*\)|\{\}", "", head)
        return re.findall(r"[\s&*,](\w+)\s*(?=[=,{]|$)", re.sub(r"=[^,]*", "=", declared))
    return []


def private_names(text):
    """(line, name) of everything that an unnamed namespace of a file declares: files compiled as one must not share them."""
    code = _one_branch(bare(text))
    line, heading, first = 1, "", 1
    scopes = []
    for c in code:
        if c == "\n":
            line += 1
        here = bool(scopes) and scopes[-1] == "unnamed"
        if c == "{":
            if not scopes or scopes[-1] in ("unnamed", "named"):
                head = " ".join(heading.split())
                kind = "unnamed" if re.search(r"(^|\s)namespace$", head) else "named" if re.match(r"^(inline )?namespace\b", head) else "block"
                if kind == "block" and here and _kind(head) != "other":
                    yield from ((first, n) for n in _names(heading))
                    heading = ""
                elif kind != "block":
                    heading = ""
                scopes.append(kind)
            else:
                scopes.append("block")
        elif c == "}":
            if scopes:
                scopes.pop()
            if scopes and scopes[-1] in ("unnamed", "named"):
                heading = heading + "{}" if heading.strip() else ""
        elif not scopes or scopes[-1] != "block":
            if c == ";":
                if here and heading.strip():
                    yield from ((first, n) for n in _names(heading))
                heading = ""
            else:
                if not heading.strip() and not c.isspace():
                    first = line
                heading += c
