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
        QString pinFile(const QString& name, const QByteArray& pin, QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner) const
        {
            const auto path = folder.filePath(name);
            QFile file{path};
            if (!file.open(QIODevice::WriteOnly) || file.write(pin + '\n') < 0) qFatal("no file for a PIN");
            file.close();
            if (!file.setPermissions(permissions)) qFatal("no private file");
            return path;
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
    void everyCommandThatNeedsARightAsksWho()
    {
        Shop shop;
        const auto& run = shop.program;
        const auto invoice = [](const QString& number) { return QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/%1.xml").arg(number); };
        const auto first = u"2026-4061"_s, second = u"2026-4071"_s;
        QCOMPARE(run.run({u"import"_s, invoice(first), invoice(second)}).exit, 0);
        QCOMPARE(run.run({u"pay"_s, first, u"--cash"_s, u"20.00"_s, u"--receipt"_s, u"1"_s}).exit, 0);
        QCOMPARE(run.run({u"release"_s, second, u"--to"_s, u"Frau Vogt"_s, u"--override"_s, u"Stammkunde zahlt morgen"_s}).exit, 0);
        QCOMPARE(shop.withPin({u"user"_s, u"add"_s, u"Anna Keller"_s, u"--role"_s, u"manager"_s}, "4711").exit, 0);
        // The refund comes before a second payment, so that it need not say which one it means.
        const QList<QStringList> commands{{u"refund"_s, first, u"--amount"_s, u"5.00"_s, u"--reason"_s, u"Teil war defekt geliefert"_s, u"--receipt"_s, u"3"_s},
                                          {u"pay"_s, first, u"--cash"_s, u"10.00"_s, u"--receipt"_s, u"2"_s},
                                          {u"pay"_s, first, u"--transfer"_s, u"10.00"_s, u"--force"_s, u"Portal antwortet nicht"_s},
                                          {u"request"_s, first, u"--portal"_s, u"none"_s},
                                          {u"release"_s, first, u"--to"_s, u"Frau Vogt"_s, u"--override"_s, u"Stammkunde zahlt morgen"_s},
                                          {u"return"_s, second},
                                          {u"note"_s, first, u"Reifen im Kofferraum"_s},
                                          {u"config"_s, u"set"_s, u"company.name"_s, u"Anders"_s},
                                          {u"config"_s, u"set"_s, u"payee.iban"_s, u"DE89370400440532013000"_s},
                                          {u"config"_s, u"set"_s, u"orders.port"_s, u"8099"_s},
                                          {u"config"_s, u"secret"_s, u"portal.mollie.key"_s},
                                          {u"report"_s},
                                          {u"export"_s, u"journal"_s}};
        for (const auto& command : commands) {
            const auto refused = shop.withPin(command, "x");
            QVERIFY2(refused.exit == 1, qPrintable(command.join(u' ') + u": "_s + refused.messages));
            QVERIFY2(refused.messages.contains(u"right.nobody"_s), qPrintable(command.join(u' ') + u": "_s + refused.messages));
        }
        QCOMPARE(shop.withPin({u"user"_s, u"add"_s, u"Ben Roth"_s, u"--role"_s, u"advisor"_s}, "8150").exit, 1);
        QCOMPARE(shop.withPin({u"user"_s, u"pin"_s, u"Anna Keller"_s}, "8150").exit, 1);
        QVERIFY(shop.keepPin("4711"));
        for (auto command : commands) {
            if (command.front() == u"config" || command.contains(u"--force"_s) || command.front() == u"request") continue;   // what they want besides is proven elsewhere
            command << u"--as"_s << u"Anna Keller"_s;
            const auto done = shop.withPin(command, "x");
            QVERIFY2(done.exit == 0, qPrintable(command.join(u' ') + u": "_s + done.messages));
        }
    }
    void aSecondPersonAgreesToOneCommand()
    {
        Shop shop;
        const auto& run = shop.program;
        const auto number = u"2026-4061"_s, ben = u"Ben Roth"_s, anna = u"Anna Keller"_s;
        const auto iban = u"DE02120300000000202051"_s;
        const QStringList override{u"release"_s, number, u"--to"_s, u"Frau Vogt"_s, u"--override"_s, u"Stammkunde zahlt morgen"_s};
        const auto annasPin = shop.pinFile(u"anna"_s, "4711"), bensPin = shop.pinFile(u"ben"_s, "8150");
        const auto by = [](const QString& name, const QString& file) { return QStringList{u"--second"_s, name, u"--second-pin-file"_s, file}; };
        const auto refused = [&run](const QStringList& words, const QString& code) {
            const auto answer = run.run(words);
            if (answer.exit == 1 && answer.messages.contains(code)) return true;
            qWarning("%s: exit %d, %s", qPrintable(words.join(u' ')), answer.exit, qPrintable(answer.messages));
            return false;
        };
        QCOMPARE(run.run({u"import"_s, QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4061.xml")}).exit, 0);
        QCOMPARE(run.run({u"pay"_s, number, u"--cash"_s, u"20.00"_s, u"--receipt"_s, u"1"_s}).exit, 0);
        QCOMPARE(run.run({u"config"_s, u"set"_s, u"payee.iban"_s, u"DE89370400440532013000"_s}).exit, 0);
        QCOMPARE(run.run({u"config"_s, u"set"_s, u"refund.four_eyes_above"_s, u"1.00"_s}).exit, 0);
        QVERIFY(refused(override + by(anna, annasPin), u"user.unknown"_s));   // nobody is entered yet
        QCOMPARE(shop.withPin({u"user"_s, u"add"_s, anna, u"--role"_s, u"manager"_s}, "4711").exit, 0);
        QVERIFY(shop.keepPin("4711"));
        QCOMPARE(shop.withPin({u"user"_s, u"add"_s, ben, u"--role"_s, u"advisor"_s, u"--as"_s, anna}, "8150").exit, 0);

        // Above the limit the manager needs another one, whose name alone is no longer enough.
        const QStringList refund{u"refund"_s, number, u"--amount"_s, u"5.00"_s, u"--reason"_s, u"Teil war defekt geliefert"_s, u"--receipt"_s, u"3"_s, u"--as"_s, anna};
        QVERIFY(refused(refund, u"refund.second_person"_s));
        QVERIFY(refused(refund + QStringList{u"--second"_s, ben}, u"pin.file"_s));
        QCOMPARE(run.run(refund + by(ben, bensPin)).exit, 0);

        const QStringList account{u"config"_s, u"set"_s, u"payee.iban"_s, iban, u"--unlock"_s, u"neues Konto bei derselben Bank"_s, u"--as"_s, anna};
        QVERIFY(refused(account, u"setting.two_persons"_s));
        QVERIFY(refused(account + by(anna, annasPin), u"right.second_person"_s));   // the same one twice
        QCOMPARE(run.run(account + by(ben, bensPin)).exit, 0);
        QCOMPARE(run.run({u"config"_s, u"get"_s, u"payee.iban"_s}).first()[u"value"].toString(), iban);

        QVERIFY(shop.keepPin("8150"));
        const auto asBen = override + QStringList{u"--as"_s, ben};
        QVERIFY(refused(asBen, u"right.missing"_s));
        QCOMPARE(run.run(asBen + QStringList{u"--second-pin-file"_s, annasPin}).exit, 2);
        QVERIFY(refused(asBen + by(u"Nobody"_s, annasPin), u"user.unknown"_s));
        QVERIFY(refused(asBen + by(anna, bensPin), u"pin.wrong"_s));
        QVERIFY(refused(asBen + by(anna, shop.folder.filePath(u"nothing"_s)), u"file.unreadable"_s));
        const auto open = shop.pinFile(u"open"_s, "4711", QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        QVERIFY(refused(asBen + by(anna, open), u"pin.file"_s));
        QCOMPARE(run.run(asBen + by(anna, annasPin)).exit, 0);

        QVERIFY(shop.keepPin("4711"));
        QByteArray journal;
        for (const auto& line : run.run({u"export"_s, u"journal"_s, u"--as"_s, anna}).lines) journal += QJsonDocument{line}.toJson(QJsonDocument::Compact) + '\n';
        QCOMPARE(journal.count("\"agreedBy\":\"Ben Roth\""), 1);      // the account
        QCOMPARE(journal.count("\"agreedBy\":\"Anna Keller\""), 1);   // the key
        QVERIFY(journal.contains("Ben Roth"));
        QVERIFY(run.run({u"verify"_s}).first()[u"ok"].toBool());
    }
};

QTEST_GUILESS_MAIN(TstUsers)
#include "tst_users.moc"
