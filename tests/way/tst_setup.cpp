// What a command refuses while a workshop is being set up, and where it keeps what may hold for one desk only.
#include "tests/sim/program.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::test;

class TstSetup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTrainingPortalIsRefusedInARealProfile()
    {
        QTemporaryDir folder;
        const Program program{folder.filePath(u"p"_s)};
        const auto refused = program.run({u"config"_s, u"set"_s, u"portal.id"_s, u"training"_s});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.messages.contains(u"portal.training_real"_s), qPrintable(refused.messages));
        QVERIFY(refused.lines.isEmpty());
        QCOMPARE(program.run({u"config"_s, u"get"_s, u"portal.id"_s}).first()[u"value"].toString(), u"none"_s);
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"portal.id"_s, u"mollie"_s}).exit, 0);
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"portal.id"_s, u"training"_s}).exit, 1);
        QCOMPARE(program.run({u"config"_s, u"get"_s, u"portal.id"_s}).first()[u"value"].toString(), u"mollie"_s);
    }
    void theSampleWorkshopKeepsItsPortal()
    {
        QTemporaryDir folder;
        const Program program{folder.filePath(u"p"_s)};
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"profile.kind"_s, u"sample"_s}).exit, 0);
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"portal.id"_s, u"training"_s}).exit, 0);
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"profile.kind"_s, u"real"_s}).exit, 1);
    }
    void aValueOfTheDeskHidesTheWorkshopsUntilItIsDropped()
    {
        QTemporaryDir folder;
        const Program program{folder.filePath(u"p"_s)};
        const auto says = [&](const QStringList& words, const QString& value, const QString& from) {
            const auto said = program.run(QStringList{u"config"_s} + words);
            if (said.exit != 0) return said.messages;
            const auto line = said.first();
            return line[u"value"].toString() == value && line[u"from"].toString() == from ? QString{} : line[u"value"].toString() + u" from "_s + line[u"from"].toString();
        };
        const auto key = u"source.folder"_s;
        QCOMPARE(says({u"get"_s, key}, {}, u"default"_s), QString{});
        QCOMPARE(says({u"set"_s, key, u"/srv/in"_s}, u"/srv/in"_s, u"site"_s), QString{});                      // without a place: where it belongs
        QCOMPARE(says({u"set"_s, key, u"/mnt/in"_s, u"--desk"_s}, u"/mnt/in"_s, u"desk"_s), QString{});
        QCOMPARE(says({u"set"_s, key, u"/srv/neu"_s, u"--site"_s}, u"/mnt/in"_s, u"desk"_s), QString{});         // hidden here, and said so
        QCOMPARE(program.run({u"config"_s, u"get"_s, key}).first()[u"site_value"].toString(), u"/srv/neu"_s);
        QCOMPARE(says({u"set"_s, key, u"/mnt/zwei"_s}, u"/mnt/zwei"_s, u"desk"_s), QString{});                   // what holds is what changes
        for (const auto& line : program.run({u"config"_s, u"list"_s}).lines) {
            if (line[u"key"] == key) QVERIFY(line[u"from"] == u"desk"_s && line[u"site_value"] == u"/srv/neu"_s && line[u"per_desk"].toBool());
            if (line[u"key"] == u"payee.iban"_s) QVERIFY(!line[u"per_desk"].toBool() && !line.contains(u"site_value"));
        }
        QCOMPARE(says({u"follow"_s, key}, u"/srv/neu"_s, u"site"_s), QString{});
        QCOMPARE(says({u"follow"_s, key}, u"/srv/neu"_s, u"site"_s), QString{});                                 // once more: nothing to do
        QCOMPARE(says({u"set"_s, key, {}, u"--desk"_s}, {}, u"desk"_s), QString{});                              // none here
        QVERIFY(!program.run({u"config"_s, u"get"_s, key}).first()[u"set"].toBool());
        QCOMPARE(says({u"set"_s, u"desk.name"_s, u"Theke 3"_s, u"--desk"_s}, u"Theke 3"_s, u"desk"_s), QString{});
    }
    void whatBelongsToOnePlaceIsRefusedAtTheOther()
    {
        QTemporaryDir folder;
        const Program program{folder.filePath(u"p"_s)};
        const auto refused = [&](const QStringList& words, int exit, const QString& code) {
            const auto said = program.run(QStringList{u"config"_s} + words);
            return said.exit == exit && said.messages.contains(code) ? QString{} : u"%1: %2"_s.arg(said.exit).arg(said.messages);
        };
        QCOMPARE(refused({u"set"_s, u"payee.iban"_s, u"DE89370400440532013000"_s, u"--desk"_s}, 1, u"setting.site_only"_s), QString{});
        QCOMPARE(refused({u"set"_s, u"printer.name"_s, u"Laser"_s, u"--site"_s}, 1, u"setting.desk_only"_s), QString{});
        QCOMPARE(refused({u"follow"_s, u"payee.iban"_s}, 1, u"setting.site_only"_s), QString{});
        QCOMPARE(refused({u"set"_s, u"source.folder"_s, u"/x"_s, u"--site"_s, u"--desk"_s}, 2, u"usage"_s), QString{});
        QCOMPARE(program.run({u"config"_s, u"get"_s, u"source.folder"_s}).first()[u"set"].toBool(), false);
    }
};

QTEST_GUILESS_MAIN(TstSetup)
#include "tst_setup.moc"
