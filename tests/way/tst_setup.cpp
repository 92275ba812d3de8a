// What a command refuses while a workshop is being set up.
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
};

QTEST_GUILESS_MAIN(TstSetup)
#include "tst_setup.moc"
