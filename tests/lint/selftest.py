"""rooms.py --selftest: a small clean tree must pass, and every rule must find each of its violations in it, and nothing else may find it clean."""
import pathlib
import sys
import tempfile

from rules import RULES

HEADER = "// Something: what it is and who calls it.\n#pragma once\n"
CLEAN = {
    "CMakeLists.txt": "project(x)\n", "README.md": "x\n", ".ci/run": "cd ../sha" "red/data\n",
    "app/core/a.h": HEADER + "#include <QString>\n#include <fcntl.h>\nnamespace a {\n// What time it is; \"exec()\" in words is no call.\nstruct A { int x; };\n}\n",
    "app/core/clock.cpp": '#include "app/core/a.h"\n#include <QDateTime>\nqint64 now() { return QDateTime::currentMSecsSinceEpoch(); }\n',
    "app/domain/b.h": HEADER + '#include "app/core/a.h"\n#include <QJsonObject>\n#include <vector>\nnamespace b { struct B { QString system; }; }\n',
    "app/ports/c.h": HEADER + '#include "app/domain/b.h"\n#include <QFuture>\n',
    "app/services/d.h": HEADER + '#include "app/ports/c.h"\n#include <QObject>\n#include <QtConcurrentRun>\n',
    "app/store/e.cpp": '#include "app/ports/c.h"\n#include <QtSql/QSqlQuery>\nvoid f(Q& q) { q.prepare("SELECT a FROM b WHERE c = ?"); q.exec(); }\n',
    "app/adapters/portal/one/f.cpp": '#include "app/adapters/portal/one/f.h"\n#include <QTcpSocket>\nvoid f() { auto r = QRandomGenerator::system()->generate(); }\n',
    "app/adapters/portal/one/f.h": HEADER,
    "app/main/main.cpp": '#include "app/store/e.h"\n#include "ui/board/g.h"\n#include <QApplication>\n#include <QLocalServer>\nint main() { application->exec(); return app.exec(); }\n',
    "ui/board/g.h": HEADER + '#include "app/services/d.h"\n#include "ui/common/h.h"\n#include <QWidget>\n',
    "ui/board/g.cpp": 'void g() { label->setText(tr("Paid")); glyph->setText(u"+"_s); line->setFixedHeight(1); }\n',
    "ui/common/h.h": HEADER + "class MainWindow;\n",
    "ui/common/h.cpp": "namespace a {\nnamespace {\nconstexpr int kSide = 1, kGap = 2;   // pixels\nconst QString kWide{1};\nstruct Gap {\n    int kIn = 1;\n};\n"
                       "int gap(const A& a, int b = 2)\n{\n    const int kIn = 2;\n}\nint gap(const A& a) { return 1; }\nQ_LOGGING_CATEGORY(logGap, \"a\")\nint z() { return 1; }\n"
                       "}\nvoid X::kOpen(int a) { }\n}\n",
    "ui/board/own.cpp": "namespace a {\nnamespace {\nconstexpr int kMine = 1;\nint gap(const B& a)\n{\n    int kSide = 2;\n    kSide = kGap;\n    struct Gap { };\n}\n}\nint kSide = 2;\n}\n",
    "app/services/own.cpp": "namespace a {\nnamespace {\nconstexpr int kGap = 1;\n}\n}\n",
    "ui/main_window.cpp": 'void f()\n{\n    setWindowTitle(u"Tresen"_s);\n}\n',
    "tests/tst_x.cpp": '#include <unistd.h>\n#include <QSqlQuery>\nconst char* f()\n{\n    return R"(' + "x {\n" * 80 + ')";\n}\n',
}
STORE, UI, DOMAIN, SERVICE, ADAPTER = "app/store/x.cpp", "ui/board/x.cpp", "app/domain/x.cpp", "app/services/x.cpp", "app/adapters/portal/one/x.cpp"
LONG = "void f()\n{\n" + "    g();\n" * 69 + "}\n"

# rule -> [(file, text)]; {} stands for the clean text of that file
VIOLATIONS = {
    "room": [("app/core/x.cpp", '#include "app/domain/b.h"\n'), (DOMAIN, '#include "app/ports/c.h"\n'), ("app/ports/x.h", HEADER + '#include "app/services/d.h"\n'),
             (SERVICE, '#include "app/store/e.h"\n'), (SERVICE, '#include <app/adapters/portal/one/f.h>\n'), (STORE, '#include "app/services/d.h"\n'),
             (ADAPTER, '#include "app/store/e.h"\n'), (ADAPTER, '#include "ui/board/g.h"\n'), (UI, '#include "app/ports/c.h"\n'), (UI, '#include "app/store/e.h"\n'),
             (UI, '#include "app/main/x.h"\n'), (UI, '  #  include "app/adapters/portal/one/f.h"\n'), (UI, '#include "../store/e.h"\n'), (UI, '#include "tests/x.h"\n')],
    "adapter-sibling": [(ADAPTER, '#include "app/adapters/portal/two/f.h"\n'), (ADAPTER, '#include "app/adapters/mail/one/f.h"\n')],
    "qt-module": [(UI, "#include <QSqlQuery>\n"), (UI, "#include <QtSql/QSqlQuery>\n"), (UI, "#include <QtSql>\n"), (UI, "#include <qsqlquery.h>\n"),
                  (UI, '#include "QSqlDatabase"\n'), ("app/main/x.cpp", "#include <QSqlDatabase>\n"), (ADAPTER, "#include <QSqlQuery>\n"), (SERVICE, "#include <QTcpSocket>\n"),
                  (UI, "#include <QNetworkAccessManager>\n"), (UI, "#include <QtNetwork/QSslSocket>\n"), ("app/main/x.cpp", "#include <QHostAddress>\n"),
                  (STORE, "#include <curl/curl.h>\n"), (STORE, "#include <QTcpServer>\n"), (SERVICE, "#include <QWidget>\n"), (ADAPTER, "#include <QMessageBox>\n"),
                  ("app/core/x.cpp", "#include <QImage>\n"), (DOMAIN, "#include <QtGui/QColor>\n")],
    "whole-module": [(UI, "#include <QtWidgets>\n"), (UI, "#include <QtCore>\n"), ("tests/x.cpp", "#include <QtWidgets/QtWidgets>\n"), (SERVICE, "#include <QtConcurrent>\n")],
    "pure": [(DOMAIN, f"#include <{name}>\n") for name in ("QObject", "QThread", "QTimer", "QFuture", "QFile", "QSettings", "QtCore/QTimer", "qtimer.h", "QElapsedTimer",
             "thread", "chrono", "fstream", "QCoreApplication", "QRandomGenerator")]
            + [("app/ports/x.h", HEADER + "#include <QObject>\n"), ("app/ports/x.h", HEADER + "class QTimer;\n"), (DOMAIN, "struct X : QObject { };\n")],
    "system-door": [(ADAPTER, "#include <unistd.h>\n"), (STORE, "#include <sys/stat.h>\n"), ("app/main/x.cpp", "#include <csignal>\n"), (SERVICE, "#include <fcntl.h>\n"),
                    (UI, "#include <signal.h>\n"), (ADAPTER, "#include <arpa/inet.h>\n"), (DOMAIN, "#include <windows.h>\n")],
    "circle": [("ui/common/x.cpp", '#include "ui/board/g.h"\n'), ("ui/common/h.h", '{}#include "ui/till/k.h"\n'), ("ui/common/x.h", HEADER + '#include "ui/desk.h"\n')],
    "unity-clash": [(UI, "namespace a {\nnamespace {\n" + text + "\n}\n}\n") for text in (
        "constexpr int kGap = 2;", "constexpr int kOther = 1, kGap = 3;", "int gap(const A& c)\n{\n    return 2;\n}", "struct Gap { int a; };", "const QString kWide{f(1)};",
        "class Gap;", "Q_LOGGING_CATEGORY(logGap, \"b\")\nint z(int a) { return a; }", "using Gap = int;")],
    "file-length": [("app/core/x.cpp", "int x;\n" * 501), ("tests/x.cpp", "int x;\n" * 501), ("tests/lint/x.py", "x = 1\n" * 501)],
    "main-window": [("ui/main_window.cpp", "MainWindow::MainWindow()\n{\n}\n" + "int x;\n" * 298), ("ui/main_window.h", HEADER + "class MainWindow final : public QWidget {\n};\n" + "\n" * 297),
                    (UI, "namespace tresen::ui {\n\nvoid MainWindow::openIt(int a)\n{\n}\n\n}\n")],
    "function-length": [("app/core/x.cpp", LONG), (UI, "namespace a {\nA::A(int b) : m_a{b}, m_b{2}" + LONG[8:] + "}\n"), ("tests/x.cpp", "class T {\n" + LONG + "};\n"),
                        (UI, "const auto f = [](int a) " + LONG[9:]), (UI, "#if A\nvoid f() {\n#else\nvoid f(int) {\n#endif\n" + "x();\n" * 70 + "}\n")],
    "header-opening": [("app/core/x.h", "#pragma once\n"), ("app/core/x.h", "// X: something.\nint x;\n"), ("ui/board/x.h", "\n" + HEADER)],
    "top-level": [("docs/x.txt", "x\n"), ("NOTES.txt", "x\n"), ("scripts/x", "x\n")],
    "nested-loop": [(UI, "void f() { d->exec(); }\n"), (UI, "void f() { QEventLoop l; }\n"), (SERVICE, "void f() { QCoreApplication::processEvents(); }\n"),
                    (UI, 'void f() { QMessageBox::question(this, t); }\n'), (UI, "void f() { QFileDialog::getOpenFileName(); }\n"), (SERVICE, "void f() { w.waitForFinished(); }\n")],
    "nested-loop-elsewhere": [(ADAPTER, "void f() { QEventLoop loop; }\n"), (STORE, "void f() { d->exec(); }\n")],
    "modal": [(UI, "void f() { QMenu m; m.exec(p); }\n"), (UI, "void f() { dialog.exec(); }\n")],
    "string-connect": [(UI, "void f() { connect(a, SIGNAL(b()), c, SLOT(d())); }\n"), (SERVICE, "void f() { connect(a, &A::b, c, SLOT (d())); }\n")],
    "tls": [(ADAPTER, "void f() { r->ignoreSslErrors(); }\n"), (ADAPTER, "void f() { c.setPeerVerifyMode(QSslSocket::VerifyNone); }\n"),
            (ADAPTER, "void f() { curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L); }\n")],
    "rich-text": [(UI, "void f() { l->setHtml(name); }\n"), (UI, "void f() { l->setTextFormat(Qt::RichText); }\n"), (UI, "void f() { l->setTextFormat(Qt::AutoText); }\n")],
    "float-money": [(DOMAIN, "double x;\n"), (SERVICE, "float x;\n"), (STORE, "auto x = v.toDouble();\n"), ("app/ports/x.h", HEADER + "struct X { qreal y; };\n")],
    "clock": [(SERVICE, "auto x = QDateTime::currentDateTime();\n"), (UI, "auto x = QDate::currentDate();\n"), (ADAPTER, "auto x = std::time(nullptr);\n"),
              (STORE, "auto x = std::chrono::system_clock::now();\n"), ("app/core/x.cpp", "auto x = QDateTime::currentMSecsSinceEpoch();\n")],
    "sleep": [(ADAPTER, "void f() { QThread::msleep(5); }\n"), (STORE, "void f() { std::this_thread::sleep_for(a); }\n"), (UI, "void f() { usleep(5); }\n")],
    "shell": [(UI, 'void f() { system("lp x"); }\n'), (ADAPTER, 'void f() { std::system(x); }\n'), (ADAPTER, 'void f() { p.startCommand(x); }\n'), (ADAPTER, "void f() { ::popen(x, y); }\n")],
    "rand": [(SERVICE, "int x = rand();\n"), (ADAPTER, "int x = std::rand() % 6;\n"), (ADAPTER, "void f() { srand(1); }\n")],
    "singleton": [(SERVICE, "struct A { static A& instance(); };\n"), (UI, "struct A { static A *self(); };\n"), (UI, "Q_GLOBAL_STATIC(A, a)\n")],
    "untranslated": [(UI, 'void f() { b->setText(u"Paid"_s); }\n'), (UI, 'void f() { b->setToolTip(QStringLiteral("Pay here")); }\n'), (UI, 'void f() { setWindowTitle("Desk"); }\n'), (UI, 'void f() { setWindowTitle(u"Tresen is here"_s); }\n')],
    "fixed-size": [(UI, "void f() { b->setFixedWidth(120); }\n"), (UI, "void f() { b->setFixedSize(12, 12); }\n")],
    "sql-built": [(STORE, 'void f() { q.exec(u"SELECT * FROM a WHERE b = %1"_s.arg(x)); }\n'), (STORE, 'void f() { q.exec("DELETE FROM a WHERE b = \'" + x + "\'"); }\n'),
                  (STORE, 'void f() {\n    q.prepare(u"UPDATE a "\n              "SET b = %1"_s\n        .arg(x));\n}\n')],
    "unfinished": [("app/core/x.cpp", "// TO" "DO: later\n"), ("tests/x.cpp", "// FIX" "ME\n"), ("installer/run", "# HA" "CK\n"), (UI, 'auto x = tr("not imple' 'mented");\n')],
    "foreign-place": [("app/core/x.cpp", "// see /ho" "me/me/x\n"), ("tests/x.cpp", 'auto x = "/wo" "rk/a";\n'.replace('" "', "")), ("installer/run", "cd ../sha" "red/data\n"),
                      ("app/core/x.h", HEADER + "// see plan.m" "d\n"), ("README.md", "as in iss" "ue 12\n"), ("installer/x", "http://deb.deb" "ian.org/debian\n")],
}


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def findings(check, files, allow=""):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "tree"
        root.mkdir()
        write(root, files)
        list_file = pathlib.Path(folder) / "allow.txt"
        list_file.write_text(allow, encoding="utf-8")
        return check(root, list_file)[0]


def with_violation(path, text):
    files = dict(CLEAN)
    if path in ("ui/common/x.h", "ui/common/h.h"):     # the other half of a circle
        files["ui/desk.h"] = HEADER + '#include "ui/board/g.h"\n'
        files["ui/till/k.h"] = HEADER + '#include "ui/board/g.h"\n'
    files[path] = text.replace("{}", CLEAN.get(path, ""), 1) if text.startswith("{}") else text
    return files


def ratchet(check):
    """Allowed exactly once passes; allowed twice, once too few, without reason or for nothing fails."""
    files = with_violation(UI, "void f() { a->exec(); b->exec(); }\n")
    wanted = {f"nested-loop | {UI} | 2 | a reason to have it\n": 0, f"nested-loop | {UI} | 1 | a reason to have it\n": 2, f"nested-loop | {UI} | 3 | a reason to have it\n": 1,
              f"nested-loop | {UI} | 2 | why\n": 3, f"nested-loop | {UI} | 2 | a reason to have it\nclock | {UI} | 1 | a reason to have it\n": 1,
              f"no-such-rule | {UI} | 2 | a reason to have it\n": 3, "": 2}
    return [f"ratchet: {len(findings(check, files, allow))} found instead of {number} with {allow!r}"
            for allow, number in wanted.items() if len(findings(check, files, allow)) != number]


def run(check):
    problems = [f"the clean tree: {f}" for f in findings(check, CLEAN)]
    problems += [f"no violation is written down for the rule {name}" for name in RULES if name not in VIOLATIONS]
    problems += [f"there is no rule {name}" for name in VIOLATIONS if name not in RULES]
    number = 0
    for name, cases in VIOLATIONS.items():
        for path, text in cases:
            number += 1
            found = findings(check, with_violation(path, text))
            if not any(f.rule == name and (f.path == path or name in ("circle", "top-level", "unity-clash")) for f in found):
                problems.append(f"{name} does not bite: {path}: {text[:90]!r} (found: {found})")
    problems += ratchet(check)
    print("\n".join(problems + [f"rooms --selftest: {len(RULES)} rules, {number} violations, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit("start it as rooms.py --selftest")
