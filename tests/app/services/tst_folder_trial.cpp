// The look into a workshop's folder before anybody relies on it: what is found, what is wrong, and that nothing is touched or taken over.
#include "app/services/folder_trial.h"
#include "tests/app/services/settings_kit.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using test::SettingsKit;
using Trial = Result<services::FolderTrialReport>;

class TstFolderTrial : public QObject {
    Q_OBJECT

    static Trial look(SettingsKit& kit, const QString& folder, bool tables = false)
    {
        services::FolderTrial trial{kit.intake};
        std::optional<Trial> out;
        trial.run(folder, tables, [&out](const Trial& r) { out = r; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
        return *out;
    }

private Q_SLOTS:
    void theFirstFileIsReadAndNothingTakenOver()
    {
        SettingsKit kit;
        const auto folder = kit.makeFolder(u"in"_s);
        kit.write(u"in/b_2026-4061.xml"_s, SettingsKit::sample(u"2026-4061"_s));
        kit.write(u"in/a_2026-4121.XML"_s, SettingsKit::sample(u"2026-4121"_s));
        kit.write(u"in/liesmich.txt"_s, "no invoice");
        kit.write(u"in/.halb.xml"_s, "<Invoice");
        QVERIFY(QDir{}.mkpath(folder + u"/done.xml"_s));
        const auto before = QDir{folder}.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const auto report = look(kit, folder);
        QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().code));
        QCOMPARE(report.value().found.files, 2);
        QVERIFY(report.value().found.writable);
        QVERIFY(!report.value().found.more);
        QCOMPARE(QFileInfo{report.value().found.first}.fileName(), u"a_2026-4121.XML"_s);
        QVERIFY(report.value().first);
        QCOMPARE(report.value().first->status, services::FileOutcome::Status::Taken);
        QCOMPARE(report.value().first->number, u"2026-4121"_s);
        QVERIFY(!report.value().first->customer.isEmpty());
        QVERIFY(report.value().first->amount.isPositive());
        QCOMPARE(report.value().invoices, 1);
        QCOMPARE(QDir{folder}.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
        QVERIFY(kit.entries().empty());
    }
    void anEmptyFolderIsFine()
    {
        SettingsKit kit;
        const auto report = look(kit, kit.makeFolder(u"leer"_s));
        QVERIFY(report.ok());
        QCOMPARE(report.value().found.files, 0);
        QVERIFY(!report.value().first);
    }
    void tablesCountWhereTheyAreWanted()
    {
        SettingsKit kit;
        const auto folder = kit.makeFolder(u"in"_s);
        kit.write(u"in/export.csv"_s, "a;b\n1;2\n");
        QCOMPARE(look(kit, folder).value().found.files, 0);
        const auto report = look(kit, folder, true);
        QCOMPARE(report.value().found.files, 1);
        QVERIFY(report.value().first);
        QCOMPARE(report.value().first->status, services::FileOutcome::Status::Refused);   // said, not hidden
    }
    void whatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString{} << u"folder.no_name"_s;
        QTest::newRow("no whole path") << u"Rechnungen"_s << u"folder.not_absolute"_s;
        QTest::newRow("there is none") << u"/nirgendwo/Rechnungen"_s << u"folder.gone"_s;
        QTest::newRow("a file") << u"FILE"_s << u"folder.no_folder"_s;
        QTest::newRow("below a file") << u"FILE/in"_s << u"folder.gone"_s;
    }
    void whatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        SettingsKit kit;
        kit.write(u"datei"_s, "x");
        const auto report = look(kit, name.replace(u"FILE"_s, kit.path(u"datei"_s)));
        QVERIFY(!report);
        QCOMPARE(report.error().code, code);
    }
    void withoutTheRightToReadItSaysSo()
    {
        SettingsKit kit;
        const auto folder = kit.makeFolder(u"zu"_s);
        QVERIFY(QFile::setPermissions(folder, QFile::Permissions{}));
        const auto report = look(kit, folder);
        const bool powerful = QFileInfo{folder}.isReadable();   // nothing is closed to this user
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        if (powerful) QSKIP("this user may read everything");
        QVERIFY(!report);
        QCOMPARE(report.error().code, u"folder.no_right"_s);
    }
    void withoutTheRightToWriteItIsNoticed()
    {
        SettingsKit kit;
        const auto folder = kit.makeFolder(u"fest"_s);
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto report = look(kit, folder);
        const bool powerful = QFileInfo{folder}.isWritable();
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        if (powerful) QSKIP("this user may write everywhere");
        QVERIFY(report.ok());
        QVERIFY(!report.value().found.writable);
    }
    void aSecondLookEndsTheFirst()
    {
        SettingsKit kit;
        const auto folder = kit.makeFolder(u"in"_s);
        kit.write(u"in/a.xml"_s, SettingsKit::sample(u"2026-4121"_s));
        services::FolderTrial trial{kit.intake};
        std::optional<Trial> first, second;
        trial.run(u"/nirgendwo"_s, false, [&first](const Trial& r) { first = r; });
        trial.run(folder, false, [&second](const Trial& r) { second = r; });
        QVERIFY(first);
        QCOMPARE(first->error().code, u"test.stopped"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second, 30'000);
        QVERIFY(second->ok());
        QTest::qWait(50);
        QCOMPARE(first->error().code, u"test.stopped"_s);
    }
};

QTEST_GUILESS_MAIN(TstFolderTrial)
#include "tst_folder_trial.moc"
