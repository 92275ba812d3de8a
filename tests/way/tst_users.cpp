// Users by commands: the first manager, who does what, and the PIN that stands in a private file.
#include "tests/sim/program.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::test;

class TstUsers : public QObject {
    Q_OBJECT

    struct Shop {
        QTemporaryDir folder;
        Program program{folder.filePath(u"p"_s)};

        ~Shop() { qunsetenv("TRESEN_PIN_FILE"); }
        // With the PIN on standard input.
        Answer withPin(const QStringList& words, const QByteArray& pin) const
        {
            QProcess process;
            process.start(QStringLiteral(TRESEN_PROGRAM), QStringList{u"--profile"_s, program.profile()} + words);
            process.write(pin + '\n');
            process.closeWriteChannel();
            Answer out;
            if (!process.waitForFinished(Program::kDeadlineMs)) {
                process.kill();
                process.waitForFinished();
                return out;
            }
            out.exit = process.exitCode();
            out.messages = QString::fromUtf8(process.readAllStandardError());
            for (const auto& line : process.readAllStandardOutput().split('\n'))
                if (!line.isEmpty()) out.lines << QJsonDocument::fromJson(line).object();
            return out;
        }
        bool keepPin(const QByteArray& pin, QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner) const
        {
            const auto path = folder.filePath(u"pin"_s);
            QFile file{path};
            const bool ok = file.open(QIODevice::WriteOnly) && file.write(pin + '\n') > 0;
            file.close();
            return ok && file.setPermissions(permissions) && qputenv("TRESEN_PIN_FILE", path.toLocal8Bit());
        }
    };

private Q_SLOTS:
    void init() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

    void theFirstIsAManagerAndCommandsSayWho()
    {
        Shop shop;
        const auto& run = shop.program;
        QCOMPARE(run.run({u"config"_s, u"set"_s, u"company.name"_s, u"Lindner"_s}).exit, 0);   // nobody has to say who
        QVERIFY(run.run({u"user"_s, u"list"_s}).lines.isEmpty());
        const auto cashier = shop.withPin({u"user"_s, u"add"_s, u"Ben Roth"_s, u"--role"_s, u"cashier"_s}, "8150");
        QCOMPARE(cashier.exit, 1);
        QVERIFY2(cashier.messages.contains(u"user.first_manager"_s), qPrintable(cashier.messages));
        QCOMPARE(shop.withPin({u"user"_s, u"add"_s, u"Anna Keller"_s, u"--role"_s, u"manager"_s}, "1234").exit, 1);
        const auto anna = shop.withPin({u"user"_s, u"add"_s, u"Anna Keller"_s, u"--role"_s, u"manager"_s}, "4711");
        QCOMPARE(anna.exit, 0);
        QCOMPARE(anna.first()[u"role"].toString(), u"manager"_s);

        const auto nobody = run.run({u"config"_s, u"set"_s, u"company.name"_s, u"Anders"_s});
        QCOMPARE(nobody.exit, 1);
        QVERIFY2(nobody.messages.contains(u"right.nobody"_s), qPrintable(nobody.messages));
        QCOMPARE(run.run({u"board"_s}).exit, 0);                        // looking and scheduled work need nobody
        QCOMPARE(run.run({u"sync"_s}).exit, 0);

        const QStringList asAnna{u"config"_s, u"set"_s, u"company.name"_s, u"Anders"_s, u"--as"_s, u"anna keller"_s};
        QCOMPARE(run.run(asAnna).exit, 1);                              // no file
        QVERIFY(shop.keepPin("4711", QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup));
        QVERIFY(run.run(asAnna).messages.contains(u"pin.file"_s));      // others can read it
        QVERIFY(shop.keepPin("4712"));
        QVERIFY(run.run(asAnna).messages.contains(u"pin.wrong"_s));
        QVERIFY(shop.keepPin("4711"));
        QCOMPARE(run.run(asAnna).exit, 0);
        QCOMPARE(run.run({u"config"_s, u"get"_s, u"company.name"_s}).first()[u"value"].toString(), u"Anders"_s);

        QCOMPARE(run.run({u"export"_s, u"journal"_s}).exit, 1);
        const auto journal = run.run({u"export"_s, u"journal"_s, u"--as"_s, u"Anna Keller"_s});
        QCOMPARE(journal.exit, 0);
        bool changed = false;
        for (const auto& line : journal.lines) {
            QVERIFY(!QJsonDocument{line}.toJson().contains("argon2id"));
            changed = changed || (line[u"kind"].toString() == u"SettingChanged"_s && line[u"user"].toString() == u"Anna Keller"_s);
        }
        QVERIFY(changed);
        QVERIFY(run.run({u"verify"_s}).first()[u"ok"].toBool());
    }
};

QTEST_GUILESS_MAIN(TstUsers)
#include "tst_users.moc"
