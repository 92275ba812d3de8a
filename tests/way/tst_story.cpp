// The day of one invoice by commands, as a support person or a scheduled task would live it.
#include "tests/sim/program.h"
#include <QTemporaryDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::test;

class TstStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_program = Program{m_folder.filePath(u"sample"_s)};
        const auto demo = m_program.run({u"demo"_s});
        QCOMPARE(demo.exit, 0);
        QVERIFY(demo.first()[u"invoices"].toInt() >= 40);
    }

    void demoIsHarmlessTwice()
    {
        const auto again = m_program.run({u"demo"_s});
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.first()[u"was_there"].toBool(), true);
    }

    void everyStateIsThere()
    {
        const auto board = m_program.run({u"board"_s});
        QCOMPARE(board.exit, 0);
        QSet<QString> states;
        for (const auto& line : board.lines) states << line[u"state"].toString();
        for (const auto& state : {u"open"_s, u"requested"_s, u"running"_s, u"unknown"_s, u"part"_s, u"paid"_s, u"on_account"_s, u"overpaid"_s, u"reversed"_s, u"handed_over"_s, u"cancelled"_s})
            QVERIFY2(states.contains(state), qPrintable(state));
        for (const auto& line : board.lines)   // an outdated row is never green
            QVERIFY(!line[u"stale"].toBool() || line[u"light"].toString() != u"green");
    }

    void searchFindsPlateAndName()
    {
        for (const auto& query : {u"ffbme118"_s, u"vogt"_s, u"2026-4118"_s}) {
            const auto found = m_program.run({u"board"_s, u"--search"_s, query});
            QCOMPARE(found.lines.size(), 1);
            QCOMPARE(found.first()[u"number"].toString(), u"2026-4118"_s);
        }
    }

    void boardOfOneSite()
    {
        const Program p{m_folder.filePath(u"sites"_s)};
        const auto take = [&](const QString& deskSite, const QString& number) {
            if (!deskSite.isEmpty()) QCOMPARE(p.run({u"config"_s, u"set"_s, u"desk.site"_s, deskSite}).exit, 0);
            QCOMPARE(p.run({u"import"_s, QStringLiteral(TRESEN_SOURCE_DIR) + u"/resources/sample/invoices/%1.xml"_s.arg(number)}).exit, 0);
        };
        QCOMPARE(p.run({u"config"_s, u"set"_s, u"site.name"_s, u"Werk Süd"_s}).exit, 0);
        take({}, u"2026-3790"_s);
        take(u"Nord"_s, u"2026-3998"_s);
        QCOMPARE(p.run({u"board"_s}).lines.size(), 2);
        for (const auto& [site, number] : {std::pair{u"Nord"_s, u"2026-3998"_s}, std::pair{u"Werk Süd"_s, u"2026-3790"_s}}) {
            const auto found = p.run({u"board"_s, u"--site"_s, site});
            QCOMPARE(found.lines.size(), 1);
            QCOMPARE(found.first()[u"number"].toString(), number);
            QCOMPARE(found.first()[u"site"].toString(), site);
        }
        QVERIFY(p.run({u"board"_s, u"--site"_s, u"West"_s}).lines.isEmpty());
        QCOMPARE(p.run({u"verify"_s}).exit, 0);
    }

    void theDayOfOneInvoice()
    {
        const QString number = u"2026-4118"_s;
        QCOMPARE(m_program.run({u"release"_s, number, u"--to"_s, u"Dr. Helene Vogt"_s}).exit, 1);
        const auto pdf = m_folder.filePath(u"request.pdf"_s);
        const auto request = m_program.run({u"request"_s, number, u"--pdf"_s, pdf});
        QCOMPARE(request.exit, 0);
        QVERIFY(QFileInfo{pdf}.size() > 10'000);
        QVERIFY(request.first()[u"codes"].toArray().contains(u"link"_s));
        readCodes(pdf, request.first());

        const auto paid = m_program.run({u"pay"_s, number, u"--cash"_s, u"684.30"_s, u"--tendered"_s, u"700.00"_s});
        QCOMPARE(paid.exit, 0);
        QCOMPARE(paid.first()[u"change"].toString(), u"15.70"_s);
        QCOMPARE(paid.first()[u"open"].toString(), u"0.00"_s);
        QVERIFY(QFileInfo::exists(paid.first()[u"file"].toString()));
        const auto second = m_program.run({u"pay"_s, number, u"--cash"_s, u"684.30"_s});
        QCOMPARE(second.exit, 1);
        QVERIFY(second.messages.contains(u"pay.already_settled"_s));
        QCOMPARE(m_program.run({u"pay"_s, number, u"--cash"_s, u"1.00"_s, u"--taken"_s}).exit, 2);
        QCOMPARE(m_program.run({u"pay"_s, number, u"--cash"_s, u"1.00"_s, u"--shared-slip"_s}).exit, 2);

        const auto released = m_program.run({u"release"_s, number, u"--to"_s, u"Dr. Helene Vogt"_s});
        QCOMPARE(released.exit, 0);
        const auto checks = released.first()[u"checks"].toArray();
        QVERIFY(!checks.isEmpty());
        for (const auto& check : checks)   // what it went out on, not what is left of it afterwards
            if (check.toObject()[u"rule"] != u"account"_s) QVERIFY2(check.toObject()[u"ok"].toBool(), qPrintable(check.toObject()[u"rule"].toString()));
        const auto gone = m_program.run({u"release"_s, number, u"--to"_s, u"Dr. Helene Vogt"_s});
        QCOMPARE(gone.exit, 1);
        QVERIFY(gone.messages.contains(u"key.gone"_s));

        const auto out = m_folder.filePath(u"out"_s);
        const auto given = m_program.run({u"write-back"_s, u"--out"_s, out});
        QCOMPARE(given.exit, 0);
        QVERIFY(given.first()[u"records"].toInt() >= 1);
        QVERIFY(QDir{out}.entryList({u"*.json"_s}, QDir::Files).size() == 1);
        const auto nothing = m_program.run({u"write-back"_s, u"--out"_s, out});
        QCOMPARE(nothing.first()[u"records"].toInt(), 0);
        verifyHolds();
    }

    void aRefusedPaymentLeavesTheSheetPayable()
    {
        const QString number = u"2026-4108"_s;   // has a sheet with an open link
        const auto before = m_program.run({u"show"_s, number}).first();
        QCOMPARE(before[u"request"].toString(), u"sent"_s);
        const auto tooMuch = m_program.run({u"pay"_s, number, u"--cash"_s, u"1038.76"_s});
        QCOMPARE(tooMuch.exit, 1);
        QVERIFY2(tooMuch.messages.contains(u"pay.exceeds_open"_s), qPrintable(tooMuch.messages));
        const auto tooLittle = m_program.run({u"pay"_s, number, u"--cash"_s, u"1038.75"_s, u"--tendered"_s, u"1000"_s});
        QCOMPARE(tooLittle.exit, 1);
        QVERIFY2(tooLittle.messages.contains(u"pay.tendered"_s), qPrintable(tooLittle.messages));
        const auto absurd = m_program.run({u"pay"_s, number, u"--cash"_s, u"1038.75"_s, u"--tendered"_s, u"11000"_s});   // a digit too many
        QCOMPARE(absurd.exit, 1);
        QVERIFY2(absurd.messages.contains(u"pay.too_much_given"_s) && absurd.messages.contains(u"--sure-given"_s), qPrintable(absurd.messages));
        QCOMPARE(m_program.run({u"pay"_s, number, u"--cash"_s, u"1038.75"_s, u"--sure-given"_s}).exit, 2);
        const auto after = m_program.run({u"show"_s, number}).first();
        QCOMPARE(after[u"request"].toString(), u"sent"_s);
        QCOMPARE(after[u"timeline"].toArray().size(), before[u"timeline"].toArray().size());
    }

    // A folder of receipts that takes nothing: the money is booked, and what is missing is said.
    void fault_05_noRoomForTheReceipt()
    {
        const QString number = u"2026-4108"_s;
        const auto whole = m_program.run({u"pay"_s, number, u"--cash"_s, u"8.75"_s, u"--tendered"_s, u"500"_s, u"--sure-given"_s}).first()[u"file"].toString();
        QVERIFY(QFileInfo::exists(whole));
        const auto folder = QFileInfo{whole}.path(), aside = folder + u"-aside"_s;
        QVERIFY(QDir{}.rename(folder, aside));
        QFile inTheWay{folder};
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const auto paid = m_program.run({u"pay"_s, number, u"--cash"_s, u"30"_s});
        QVERIFY(QFile::remove(folder) && QDir{}.rename(aside, folder));
        QCOMPARE(paid.exit, 0);
        QCOMPARE(paid.first()[u"open"].toString(), u"1000.00"_s);
        QVERIFY(paid.first()[u"file"].toString().isEmpty());
        QVERIFY(!paid.messages.isEmpty());
        QCOMPARE(m_program.run({u"show"_s, number}).first()[u"open"].toString(), u"1000.00"_s);
        verifyHolds();
    }

    // Points in time are kept as UTC: a computer that stands in another zone tells the same history.
    void fault_14_anotherTimeZoneTellsTheSame()
    {
        const auto told = [&](const char* zone) {
            qputenv("TZ", zone);
            auto shown = m_program.run({u"show"_s, u"2026-4118"_s}).first();
            shown.remove(u"age_s"_s);
            return QJsonDocument{shown[u"timeline"].toArray()}.toJson();
        };
        const auto was = qgetenv("TZ");
        const auto berlin = told("Europe/Berlin"), chatham = told("Pacific/Chatham"), niue = told("Pacific/Niue");
        const bool holds = m_program.run({u"verify"_s}).exit == 0;
        qputenv("TZ", was);
        QVERIFY(berlin.size() > 100);
        QCOMPARE(chatham, berlin);
        QCOMPARE(niue, berlin);
        QVERIFY(holds);
    }

    void notesStandInTheHistory()
    {
        QCOMPARE(m_program.run({u"note"_s, u"2026-4118"_s, u"Winter tyres are in the boot"_s}).exit, 0);
        QCOMPARE(m_program.run({u"note"_s, u"2026-4118"_s, u"  "_s}).exit, 1);
        const auto shown = m_program.run({u"show"_s, u"2026-4118"_s}).first();
        QVERIFY(QString::fromUtf8(QJsonDocument{shown}.toJson()).contains(u"Winter tyres are in the boot"));
    }

    void remindersWaitForTheirHour()
    {
        const auto soon = QDateTime::currentDateTime().addDays(1).toString(u"yyyy-MM-dd'T'HH:mm"_s);
        const auto set = m_program.run({u"remind"_s, u"2026-4118"_s, soon, u"Call about the tyres"_s});
        QCOMPARE(set.exit, 0);
        QCOMPARE(set.first()[u"number"].toString(), u"2026-4118"_s);
        QCOMPARE(m_program.run({u"remind"_s, u"2026-4118"_s, u"tomorrow"_s, u"x"_s}).exit, 1);
        QCOMPARE(m_program.run({u"remind"_s, u"2026-4118"_s, u"2020-01-01T09:00"_s, u"x"_s}).exit, 1);
        const auto shown = QString::fromUtf8(QJsonDocument{m_program.run({u"show"_s, u"2026-4118"_s}).first()}.toJson());
        QVERIFY(shown.contains(u"Call about the tyres"));
        QVERIFY(!shown.contains(u"reminder.due"));   // its hour has not come
        verifyHolds();
    }

    void anImportIsTakenBack()
    {
        QFile sample{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4061.xml")};
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const auto file = m_folder.filePath(u"new.xml"_s);
        QFile out{file};
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(sample.readAll().replace("2026-4061", "2026-9001"));
        out.close();
        const auto batch = m_program.run({u"import"_s, file}).first()[u"batch"].toString();
        QVERIFY(!batch.isEmpty());
        const auto undone = m_program.run({u"import"_s, u"--undo"_s, batch});
        QCOMPARE(undone.exit, 0);
        QCOMPARE(undone.first()[u"undone"].toInt(), 1);
        QCOMPARE(m_program.run({u"show"_s, u"2026-9001"_s}).first()[u"state"].toString(), u"cancelled"_s);
        QCOMPARE(m_program.run({u"import"_s, u"--undo"_s, batch}).exit, 1);   // nothing is left of it
        QCOMPARE(m_program.run({u"import"_s, file}).first()[u"status"].toString(), u"taken"_s);
        QCOMPARE(m_program.run({u"show"_s, u"2026-9001"_s}).first()[u"state"].toString(), u"open"_s);
        QCOMPARE(m_program.run({u"import"_s, u"--undo"_s, batch, file}).exit, 2);
        verifyHolds();
    }

    void aTableIsLearnedAndReadByItsForm()
    {
        const auto write = [this](const QString& name, const QByteArray& bytes) {
            QFile file{m_folder.filePath(name)};
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
            return file.fileName();
        };
        const QByteArray titles = "Beleg;Vom;Summe EUR;Halter\r\n";
        const auto sample = write(u"sample.csv"_s, titles + "L-1;02.11.2026;119,00;Anna Kern\r\nL-2;13.11.2026;1.234,56;Otto Kern\r\n");
        const auto told = m_program.run({u"import"_s, u"--learn"_s, sample});
        QCOMPARE(told.exit, 0);
        QCOMPARE(told.first()[u"open"].toArray().size(), 0);
        QCOMPARE(told.first()[u"stored"].toBool(), false);
        QCOMPARE(told.first()[u"columns"].toArray().at(2)[u"field"].toString(), u"gross"_s);
        const auto open = m_program.run({u"import"_s, u"--learn"_s, write(u"open.csv"_s, titles + "L-1;02.11.2026;1.234;Anna Kern\r\nL-2;13.11.2026;2.345;Otto Kern\r\n"), u"--name"_s, u"Open"_s});
        QCOMPARE(open.exit, 1);
        QVERIFY(open.messages.contains(u"profile.open_question"_s));
        QCOMPARE(open.first()[u"open"].toArray().first().toString(), u"number"_s);
        const auto kept = m_program.run({u"import"_s, u"--learn"_s, sample, u"--name"_s, u"Halle 2"_s});
        QCOMPARE(kept.exit, 0);
        QCOMPARE(kept.first()[u"stored"].toBool(), true);
        QCOMPARE(m_program.run({u"import"_s, u"--learn"_s, sample, u"--name"_s, u"halle 2"_s}).exit, 1);   // the name is taken
        const auto taken = m_program.run({u"import"_s, write(u"later.csv"_s, titles + "L-3;14.11.2026;50,00;Ida Kern\r\n")});
        QCOMPARE(taken.first()[u"status"].toString(), u"taken"_s);
        QCOMPARE(taken.first()[u"amount_due"].toString(), u"50.00"_s);
        const auto forced = m_program.run({u"import"_s, write(u"forced.csv"_s, titles + "L-4;15.11.2026;60,00;Uwe Kern\r\n"), u"--profile-map"_s, u"Halle 2"_s});
        QCOMPARE(forced.first()[u"status"].toString(), u"taken"_s);
        QVERIFY(m_program.run({u"import"_s, sample, u"--profile-map"_s, u"nobody"_s}).messages.contains(u"profile.unknown"_s));
        QCOMPARE(m_program.run({u"import"_s, u"--learn"_s, sample, sample}).exit, 2);
        QCOMPARE(m_program.run({u"import"_s, sample, u"--name"_s, u"x"_s}).exit, 2);
    }

    void usageIsExplained()
    {
        QCOMPARE(m_program.run({u"pay"_s, u"2026-4120"_s}).exit, 2);
        QCOMPARE(m_program.run({u"pay"_s, u"2026-4120"_s, u"--cash"_s, u"12,50"_s}).exit, 2);
        QCOMPARE(m_program.run({u"nonsense"_s}).exit, 2);
        QCOMPARE(m_program.run({u"show"_s, u"no-such-number"_s}).exit, 1);
        QCOMPARE(m_program.run({u"inspect"_s, u"/no/such/file"_s}).exit, 3);
    }

    void backupComesBack()
    {
        const auto file = m_folder.filePath(u"backup.db"_s);
        QCOMPARE(m_program.run({u"backup"_s, file}).exit, 0);
        const auto tried = m_program.run({u"backup"_s, u"--drill"_s, file});
        QVERIFY2(tried.exit == 0, qPrintable(tried.messages));
        QVERIFY(tried.first()[u"ok"].toBool());
        QVERIFY(tried.first()[u"invoices"].toInt() > 0);
        QCOMPARE(m_program.run({u"backup"_s}).exit, 2);
        QCOMPARE(m_program.run({u"backup"_s, u"--drill"_s, m_folder.filePath(u"nothing.db"_s)}).exit, 1);
        QCOMPARE(m_program.run({u"pay"_s, u"2026-4120"_s, u"--cash"_s, u"96.40"_s}).exit, 0);
        // What was booked after the backup is counted, brought along, and written out.
        const auto looked = m_program.run({u"restore"_s, file, u"--look"_s});
        QVERIFY2(looked.exit == 0, qPrintable(looked.messages));
        const auto later = looked.first()[u"later"].toInt();
        QVERIFY(later > 0 && looked.first()[u"whole"].toBool());
        const auto readable = m_program.run({u"restore"_s, u"--readable"_s, m_folder.filePath(u"readable"_s)});
        QVERIFY2(readable.exit == 0, qPrintable(readable.messages));
        QCOMPARE(readable.first()[u"files"].toArray().size(), 1);
        const auto salvaged = m_program.run({u"restore"_s, file, u"--salvage"_s});
        QVERIFY2(salvaged.exit == 0, qPrintable(salvaged.messages));
        QCOMPARE(salvaged.first()[u"salvaged"].toObject()[u"entries"].toInt(), later);
        QCOMPARE(m_program.run({u"show"_s, u"2026-4120"_s}).first()[u"open"].toString(), u"0.00"_s);
        verifyHolds();
        QCOMPARE(m_program.run({u"verify"_s, u"--rebuild"_s}).exit, 0);
        for (const QStringList& wrong : {QStringList{u"restore"_s}, {u"restore"_s, file, u"--salvage"_s, u"--look"_s}, {u"restore"_s, file, u"--readable"_s, file}}) QCOMPARE(m_program.run(wrong).exit, 2);
        const auto restored = m_program.run({u"restore"_s, file});
        QVERIFY2(restored.exit == 0, qPrintable(restored.messages));
        QCOMPARE(m_program.run({u"show"_s, u"2026-4120"_s}).first()[u"open"].toString(), u"96.40"_s);
        verifyHolds();
    }

    // Every self-test is a line; the report holds the counts and no account.
    void diagnoseSaysHowItStands()
    {
        const auto bundle = m_folder.filePath(u"report.json"_s);
        const auto said = m_program.run({u"diagnose"_s, u"--bundle"_s, bundle});
        QVERIFY2(said.exit == 0 || said.exit == 1, qPrintable(said.messages));   // a machine of a test may have no keyring and little room
        QHash<QString, QJsonObject> tests;
        for (const auto& line : said.lines) tests.insert(line[u"test"].toString(), line);
        for (const auto& name : {u"clock"_s, u"paper"_s, u"store"_s}) QVERIFY2(tests.value(name)[u"ok"].toBool(), qPrintable(name + u": "_s + tests.value(name)[u"code"].toString() + u' ' + tests.value(name)[u"detail"].toString()));
        QVERIFY(tests.contains(u"disk"_s) && tests.contains(u"keyring"_s));
        QFile file{bundle};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto report = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(report[u"store"].toObject()[u"invoices"].toInt() > 0);
        QVERIFY(report[u"integrity"].toObject()[u"ok"].toBool());
        QCOMPARE(m_program.run({u"diagnose"_s, u"--bundle"_s, bundle}).exit, 1);   // nothing is ever replaced
    }

private:
    void verifyHolds()
    {
        const auto verify = m_program.run({u"verify"_s});
        QVERIFY2(verify.exit == 0, qPrintable(verify.messages));
        QCOMPARE(verify.first()[u"ok"].toBool(), true);
    }

    // Read by another program than the one that proved them.
    void readCodes(const QString& pdf, const QJsonObject& request)
    {
        if (QStandardPaths::findExecutable(u"zbarimg"_s).isEmpty() || QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty()) return;
        QProcess raster;
        raster.start(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, pdf, m_folder.filePath(u"page"_s)});
        QVERIFY(raster.waitForFinished());
        QProcess zbar;
        zbar.start(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, u"-Sbinary"_s, m_folder.filePath(u"page.png"_s)});
        QVERIFY(zbar.waitForFinished());
        const auto codes = zbar.readAllStandardOutput();
        QVERIFY(codes.contains(request[u"url"].toString().toUtf8()));
        QVERIFY(codes.contains(request[u"desk_code"].toString().toUtf8()));
        QVERIFY(codes.contains("BCD\n002\n1\nSCT\n"));
        QVERIFY(codes.contains("EUR684.30"));
    }

    QTemporaryDir m_folder;
    Program m_program{QString{}};
};

QTEST_GUILESS_MAIN(TstStory)
#include "tst_story.moc"
