// When the first set-up comes up by itself, and where it goes on.
#include "app/domain/setup_rules.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TstSetupRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void due_data()
    {
        QTest::addColumn<SettingValues>("values");
        QTest::addColumn<bool>("anyInvoice");
        QTest::addColumn<bool>("due");
        const SettingValues payee{{u"payee.holder"_s, u"Lindner"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}};
        const auto with = [](SettingValues values, const QString& key, const QString& value) {
            values.insert(key, value);
            return values;
        };
        const auto whole = with(payee, u"source.folder"_s, u"/srv/in"_s);
        QTest::newRow("fresh") << SettingValues{} << false << true;
        QTest::newRow("account only") << payee << false << true;
        QTest::newRow("folder only") << with({}, u"source.folder"_s, u"/srv/in"_s) << false << true;
        QTest::newRow("holder without an account") << with(with({}, u"payee.holder"_s, u"L"_s), u"source.folder"_s, u"/srv/in"_s) << false << true;
        QTest::newRow("set up with a folder") << whole << false << false;
        QTest::newRow("set up with the door for orders") << with(payee, u"orders.port"_s, u"8470"_s) << false << false;
        QTest::newRow("door closed") << with(payee, u"orders.port"_s, u"0"_s) << false << true;
        QTest::newRow("somebody works with it") << SettingValues{} << true << false;
        QTest::newRow("sample") << with({}, u"profile.kind"_s, u"sample"_s) << false << false;
        QTest::newRow("sample, in the midst of it") << with(with({}, u"profile.kind"_s, u"sample"_s), u"setup.state"_s, u"running"_s) << false << false;
        QTest::newRow("ended in the midst of it") << with({}, u"setup.state"_s, u"running"_s) << false << true;
        QTest::newRow("in the midst of it, account and folder are set") << with(whole, u"setup.state"_s, u"running"_s) << true << true;
        QTest::newRow("later") << with({}, u"setup.state"_s, u"later"_s) << false << false;
        QTest::newRow("done") << with({}, u"setup.state"_s, u"done"_s) << false << false;
    }
    void due()
    {
        QFETCH(SettingValues, values);
        QFETCH(bool, anyInvoice);
        QFETCH(bool, due);
        QCOMPARE(isSetupDue(values, anyInvoice), due);
    }
    void whereItGoesOn()
    {
        QCOMPARE(setupQuestionOf({}), SetupQuestion::Language);
        for (int i = 1; i <= kSetupQuestions; ++i) QCOMPARE(static_cast<int>(setupQuestionOf({{u"setup.question"_s, QString::number(i)}})), i);
        for (const auto& odd : {u"0"_s, u"-1"_s, u"x"_s}) QCOMPARE(setupQuestionOf({{u"setup.question"_s, odd}}), SetupQuestion::Language);
        for (const auto& odd : {u"6"_s, u"999"_s}) QCOMPARE(setupQuestionOf({{u"setup.question"_s, odd}}), SetupQuestion::Start);
    }
};

QTEST_APPLESS_MAIN(TstSetupRules)
#include "tst_setup_rules.moc"
