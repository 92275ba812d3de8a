// Settings that each are fine by themselves and yet do not go together.
#include "app/domain/setting.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TstSetting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTrainingPortalBelongsToTheSampleWorkshop_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("portal");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing is set") << QString{} << QString{} << true;
        QTest::newRow("real and without") << u"real"_s << u"none"_s << true;
        QTest::newRow("real and a real one") << u"real"_s << u"mollie"_s << true;
        QTest::newRow("real and training") << u"real"_s << u"training"_s << false;
        QTest::newRow("real by its fallback and training") << QString{} << u"training"_s << false;
        QTest::newRow("sample and training") << u"sample"_s << u"training"_s << true;
        QTest::newRow("sample and a real one") << u"sample"_s << u"stripe"_s << true;
    }
    void theTrainingPortalBelongsToTheSampleWorkshop()
    {
        QFETCH(QString, kind);
        QFETCH(QString, portal);
        QFETCH(bool, fits);
        const auto checked = checkTogether({{u"profile.kind"_s, kind}, {u"portal.id"_s, portal}});
        QCOMPARE(checked.ok(), fits);
        if (!fits) QCOMPARE(checked.error().code, u"portal.training_real"_s);
    }
    void whatIsLookedAtExists()
    {
        for (const auto& key : settingsTogether()) QVERIFY2(findSetting(key), qPrintable(key));
    }
};

QTEST_APPLESS_MAIN(TstSetting)
#include "tst_setting.moc"
