"""The rules of the house, one generator each: it takes the Tree of rooms.py and yields Findings. RULES names them all."""
import pathlib
import re
from collections import namedtuple

Finding = namedtuple("Finding", "path line rule what")
RULES = {}
HERE = pathlib.Path(__file__).resolve().parent

SEES = {  # room -> rooms it may include besides itself
    "app/core": set(),
    "app/net": {"app/core"},
    "app/domain": {"app/core"},
    "app/ports": {"app/core", "app/domain"},
    "app/services": {"app/core", "app/domain", "app/ports"},
    "app/store": {"app/core", "app/domain", "app/ports"},
    "app/adapters": {"app/core", "app/net", "app/domain", "app/ports"},
    "ui": {"app/core", "app/domain", "app/services"},
    "app/main": {"app/core", "app/net", "app/domain", "app/ports", "app/services", "app/store", "app/adapters", "ui"},
}

QT = {  # room -> Qt modules it may name
    "app/core": {"QtCore", "QtDBus"},
    "app/net": {"QtCore", "QtNetwork"},
    "app/domain": {"QtCore"},
    "app/ports": {"QtCore"},
    "app/services": {"QtCore", "QtConcurrent"},
    "app/store": {"QtCore", "QtConcurrent", "QtSql"},
    "app/adapters": {"QtCore", "QtConcurrent", "QtNetwork", "QtGui", "QtPrintSupport", "QtSvg", "QtPdf", "QtSerialPort", "QtWebSockets"},
    "ui": {"QtCore", "QtConcurrent", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtPdf", "QtPdfWidgets"},
    "app/main": {"QtCore", "QtConcurrent", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"},
}
INSTANCE_GUARD = {"QLocalServer", "QLocalSocket"}   # QtNetwork by module, but a lock between two starts on one machine: app/main may

# What a pure room may name of QtCore: values. No object, thread, timer, file, clock.
VALUES = set("""QAnyStringView QByteArray QByteArrayList QByteArrayView QChar QCryptographicHash QDate QDateTime QHash QHashFunctions QJsonArray
    QJsonDocument QJsonObject QJsonValue QLatin1Char QLatin1String QLatin1StringView QList QLocale QMap QMessageAuthenticationCode QMetaType QPair
    QRegularExpression QSet QString QStringBuilder QStringConverter QStringDecoder QStringEncoder QStringList QStringView QtAlgorithms QtEndian
    QtGlobal QTime QTimeZone QUrl QUrlQuery QUtf8StringView QUuid QVarLengthArray QVariant""".split())
PROMISES = {"QFuture", "QPromise"}
IMPURE_STD = {"chrono", "condition_variable", "ctime", "filesystem", "fstream", "future", "iostream", "mutex", "cstdio", "random", "shared_mutex", "thread", "time.h", "stdio.h"}

POSIX = re.compile(r"^(unistd|fcntl|signal|csignal|poll|dlfcn|pwd|grp|termios|pthread|sched|syslog|netdb|ifaddrs|dirent|glob|ftw|spawn|windows)(\.h)?$"
                   r"|^(sys|netinet|arpa|net|linux)/")
FOREIGN_NETWORK = re.compile(r"^(curl/|openssl/(ssl|bio)\.h|microhttpd|libpq|asio|boost/asio)")

TOP = {"CMakeLists.txt", "README.md", "app", "ui", "resources", "translations", "tests", "installer"}
MADE = re.compile(r"^(\..*|build|build-.*|out|compile_commands\.json|.*\.user|CMakeLists\.txt\.user|__pycache__)$")


def room_of(path):
    return max((r for r in SEES if path.startswith(r + "/")), key=len, default=None)


def rule(name):
    def register(function):
        RULES[name] = lambda tree: (Finding(*f[:2], name, f[2]) for f in function(tree))
        return function
    return register


def rooms(tree, *only):
    return [f for f in tree.files if f.is_source and f.room and (not only or f.room in only)]


def sources(tree):
    return [f for f in tree.files if f.is_source]


# ---- who may see whom

@rule("room")
def room(tree):
    for f in rooms(tree):
        for line, name in f.includes():
            target = room_of(name)
            if target and target != f.room and target not in SEES[f.room]:
                yield f.path, line, f"{f.room} must not see {name}"
            if name.startswith("../") or "/../" in name or name.startswith("tests/"):
                yield f.path, line, f"include by its full name, from no test: {name}"


@rule("adapter-sibling")
def adapter_sibling(tree):
    for f in rooms(tree, "app/adapters"):
        for line, name in f.includes():
            if room_of(name) == "app/adapters" and name.split("/")[2:4] != f.path.split("/")[2:4]:
                yield f.path, line, f"one adapter must not see another: {name}"


def _modules():
    """class header -> module, also by its lower-case file name; made from qt_modules.txt."""
    out, module = {}, None
    for line in (HERE / "qt_modules.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if ":" in line:
            module, line = line.split(":")
        for name in line.split():
            out[name] = out[name.lower() + ".h"] = module
    return out


MODULES = _modules()


def qt_module(name):
    """(module, class) of an include in any spelling: <QSqlQuery>, <QtSql/QSqlQuery>, <QtSql>, <qsqlquery.h>. (None, None): not Qt."""
    head, _, rest = name.partition("/")
    if re.match(r"^Qt[A-Z]\w*$", head) and head not in ("QtGlobal", "QtEndian", "QtMath", "QtAlgorithms", "QtNumeric", "QtPlugin"):
        if head in MODULES and not rest:
            return MODULES[head], head
        return (head, rest)
    if re.match(r"^Q[A-Z]\w*$", head) or re.match(r"^Qt[A-Z]", head):
        return MODULES.get(head, "QtCore"), head
    if re.match(r"^q[a-z0-9_]+\.h$", head):
        return MODULES.get(head, "QtCore"), head
    return None, None


@rule("qt-module")
def qt_module_rule(tree):
    for f in rooms(tree):
        for line, name in f.includes():
            module, cls = qt_module(name)
            if module and module not in QT[f.room] and not (f.room == "app/main" and cls in INSTANCE_GUARD):
                yield f.path, line, f"{f.room} must not see {module}: {name}"
            if FOREIGN_NETWORK.match(name) and f.room != "app/adapters":
                yield f.path, line, f"network belongs into an adapter: {name}"


@rule("whole-module")
def whole_module(tree):
    for f in sources(tree):
        for line, name in f.includes():
            if re.match(r"^Qt[A-Z]\w*$", name) and qt_module(name)[1] == "" or re.match(r"^(Qt[A-Z]\w*)/\1$", name) or name == "QtConcurrent":
                yield f.path, line, f"name the single header, not the module: {name}"


@rule("pure")
def pure(tree):
    for f in rooms(tree, "app/domain", "app/ports"):
        allowed = VALUES | (PROMISES if f.room == "app/ports" else set())
        for line, name in f.includes():
            module, cls = qt_module(name)
            if module == "QtCore" and cls not in allowed:
                yield f.path, line, f"{f.room} holds values only: {name}"
            if name in IMPURE_STD or re.match(r"^(pthread|semaphore)", name):
                yield f.path, line, f"{f.room} has no clock, thread or file: {name}"
        for m in re.finditer(r"\b(Q_OBJECT|QObject|QThread|QTimer|QFile|QDir|QSettings|QProcess|QElapsedTimer|std::thread|std::mutex)\b", f.bare):
            yield f.path, f.bare.count("\n", 0, m.start()) + 1, f"{f.room} holds values only: {m[0]}"


@rule("system-door")
def system_door(tree):
    for f in rooms(tree):
        for line, name in f.includes():
            if f.room != "app/core" and POSIX.match(name):
                yield f.path, line, f"the system's own calls stand behind app/core: {name}"


@rule("circle")
def circle(tree):
    """Folders of ui see each other in one direction only."""
    graph = {}
    for f in rooms(tree, "ui"):
        here = str(pathlib.PurePosixPath(f.path).parent)
        for line, name in f.includes():
            there = str(pathlib.PurePosixPath(name).parent)
            if name.startswith("ui/") and there != here:
                graph.setdefault(here, {}).setdefault(there, (f.path, line, name))

    def reach(start, goal, seen):
        return start == goal or any(n not in seen and not seen.add(n) and reach(n, goal, seen) for n in graph.get(start, {}))
    for here, edges in sorted(graph.items()):
        for there, (path, line, name) in sorted(edges.items()):
            if reach(there, here, set()):
                yield path, line, f"{here} and {there} see each other: {name}"


@rule("unity-clash")
def unity_clash(tree):
    """Sources of one library are compiled together: what their unnamed namespaces declare must differ."""
    seen = {}
    for f in rooms(tree):
        if f.suffix != ".cpp":
            continue
        library = "/".join(f.path.split("/")[:4]) if f.room == "app/adapters" else f.room
        for line, name in f.private_names:
            other = seen.setdefault((library, name), f.path)
            if other != f.path:
                yield f.path, line, f"{name} is declared in {other} too; compiled as one they clash"


# ---- size and form

@rule("file-length")
def file_length(tree):
    for f in tree.files:
        lines = f.text.count("\n")
        if (f.is_source or f.suffix == ".py") and lines > 500:
            yield f.path, 1, f"{lines} lines, at most 500"


@rule("main-window")
def main_window(tree):
    for f in rooms(tree, "ui"):
        lines = f.text.count("\n")
        if re.search(r"\bclass\s+MainWindow\b[^;]*\{|\bMainWindow::MainWindow\s*\(", f.bare):
            if lines > 300:
                yield f.path, 1, f"the main window is navigation only: {lines} lines, at most 300"
        elif f.suffix == ".cpp" and (part := re.search(r"^[\w:<>*&][^\n;={}]*\bMainWindow::\w+\s*\([^;{}]*\{", f.bare, re.M)):
            yield f.path, f.bare.count("\n", 0, part.start()) + 1, "the main window is navigation only, in one file: what opens or shows something is a class of its own"


@rule("function-length")
def function_length(tree):
    for f in sources(tree):
        for line, lines, head in f.functions:
            if lines > 70:
                yield f.path, line, f"{lines} lines, at most 70: {head}"


@rule("header-opening")
def header_opening(tree):
    for f in rooms(tree):
        if f.suffix == ".h" and not re.match(r"^// \S.*\n", f.text):
            yield f.path, 1, "a header opens with a sentence: what it is and who calls it"
        if f.suffix == ".h" and not re.search(r"^#pragma once$", f.text, re.M):
            yield f.path, 1, "no #pragma once"


@rule("top-level")
def top_level(tree):
    for name in tree.top:
        if name not in TOP and not MADE.match(name):
            yield name, 1, "the top level holds " + ", ".join(sorted(TOP)) + " only"


# ---- what nobody writes here

def pattern(name, expression, what, where=(), form="bare", but=()):
    """A rule that is one regular expression over the given form of the text. where: rooms, none means all of them. but: files it leaves out."""
    compiled = re.compile(expression)

    @rule(name)
    def find(tree):
        for f in rooms(tree, *where):
            if f.path in but:
                continue
            text = getattr(f, form)
            for m in compiled.finditer(text):
                yield f.path, text.count("\n", 0, m.start()) + 1, f"{what}: {' '.join(m[0].split())}"


pattern("nested-loop", r"(?<!\bapp)(?<!\bapplication)->exec\s*\(|\bQEventLoop\b|\bprocessEvents\s*\(|\bQ(Message|Input|File|Color|Font|Progress)(Box|Dialog)::(question|information|warning"
        r"|critical|get\w+)\s*\(|\bwaitFor(Finished|Started|ReadyRead|BytesWritten|Connected)\s*\(", "no nested loop, no waiting", ("ui", "app/services", "app/main"))
pattern("nested-loop-elsewhere", r"->exec\s*\(\s*\)|\bQEventLoop\b|\bprocessEvents\s*\(", "no nested loop",
        ("app/core", "app/domain", "app/ports", "app/store", "app/adapters"))
pattern("modal", r"(?<!\bapp)(?<!\bapplication)\.exec\s*\(", "open() and a signal, not exec()", ("ui", "app/services", "app/main"))
pattern("string-connect", r"\b(SIGNAL|SLOT)\s*\(", "connect by function, not by text")
pattern("tls", r"\bignoreSslErrors\b|\bVerifyNone\b|CURLOPT_SSL_VERIFY(PEER|HOST)\s*,\s*0", "a bad certificate is refused")
pattern("rich-text", r"\b(setHtml|insertHtml|appendHtml|setMarkdown)\s*\(|\bQt::(RichText|AutoText|MarkdownText)\b", "data is shown as plain text")
pattern("float-money", r"\b(double|float|qreal)\b|\.toDouble\s*\(|\.toFloat\s*\(", "money is whole cents",
        ("app/domain", "app/ports", "app/services", "app/store"))
pattern("clock", r"\bQDateTime::current\w+|\bQDate::currentDate\b|\bQTime::currentTime\b|\bsystem_clock::now\b|(?<![\w.>:])(?:std::|::)?time\s*\(\s*(?:nullptr|NULL|0|&)"
        r"|\bgettimeofday\b|\bclock_gettime\b", "the time of day comes from Clock", but=("app/core/clock.cpp",))
pattern("sleep", r"\bQThread::[mun]?sleep\b|\bsleep_for\b|\bsleep_until\b|(?<![\w.>])u?sleep\s*\(", "nobody sleeps, timers wake")
pattern("shell", r"(?<![\w.>:])(?:::|std::)?(?:system|popen)\s*\(\s*[^\s)]|\bstartCommand\s*\(|\bexecvp?\s*\(", "no shell, no command in one text")
pattern("rand", r"(?<![\w.>:])(?:std::|::)?s?rand\s*\(|\bqrand\b", "chance comes from the system's source")
pattern("singleton", r"\bstatic\s+\w[\w:]*\s*[&*]\s*(?:instance|self|getInstance)\s*\(|\bQ_GLOBAL_STATIC\b", "no singletons: pass it in")
pattern("untranslated", r"\bset(?:Text|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName|AccessibleDescription|Title)\s*\(\s*"
        r"(?:u\"|QStringLiteral\(\s*u?\"|\")(?!Tresen\")[^\"]*[A-Za-z]{2}", "a text people see goes through tr()", ("ui",), "code")
pattern("fixed-size", r"\bsetFixed(?:Size|Width|Height)\s*\(\s*(?!1\s*[,)])\d", "sizes come from the theme, so that they grow with the font", ("ui",))


@rule("sql-built")
def sql_built(tree):
    """A statement that holds SQL and also puts text together."""
    for f in rooms(tree, "app/store"):
        for line, text in f.statements:
            if re.search(r'"[^"]*\b(SELECT|INSERT|UPDATE|DELETE|REPLACE|WHERE|VALUES)\b[^"]*"', text) and re.search(r'\.arg\s*\(|"\s*(_s)?\s*\+|\+\s*u?"', text):
                yield f.path, line, "values are bound, never put into the text: " + " ".join(text.split())[:80]


@rule("unfinished")
def unfinished(tree):
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK|XX" r"X)\b|not imple" r"mented")
    for f in tree.files:
        for m in words.finditer(f.text):
            yield f.path, f.text.count("\n", 0, m.start()) + 1, f"finish it or leave it out: {m[0]}"


@rule("foreign-place")
def foreign_place(tree):
    """Nothing in the tree names a folder of one machine, a document that is not in it, a ticket, or a host that packages come from."""
    folder = re.compile(r"(?<![\w.$}~/\\-])/(?:home|Users|work|root)/\w")
    beside = re.compile(r"\.\./shared\b")
    document = re.compile(r"\b[\w-]+\.md\b")
    ticket = re.compile(r"\b(?:issue|ticket|pull request|PR)s? #?\d+\b", re.I)
    host = re.compile(r"\b(?:deb|snapshot|security)\.debian\.org\b|\b(?:pypi|pythonhosted|npmjs|crates|rubygems|conan)\.(?:org|io|com)\b|\bproxy\.golang\.org\b")
    for f in tree.files:
        for number, line in enumerate(f.text.split("\n"), 1):
            for m in [folder.search(line), ticket.search(line), host.search(line), None if f.path == ".ci/run" else beside.search(line)]:
                if m:
                    yield f.path, number, f"names a place outside of the project: {m[0]}"
            for m in document.finditer(line):
                if m[0] not in tree.names | TOP:
                    yield f.path, number, f"names a document that is not here: {m[0]}"
