// What a payment request says, from invoice and settings.
#include "app/services/letter_content.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TestLetterContent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void companiesAreNotAddressedByName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("person");
        for (const auto* name : {"Jiří Dvořáček", "Özlem Yıldız", "Łucja Wiśniewska", "Γιώργος Παπαδόπουλος", "Émilie Sège", "Theodor Achleitner", "Dr. Helene Vogt", "Corinna Cotta"})
            QTest::newRow(name) << QString::fromUtf8(name) << true;
        for (const auto* name : {"Taxi Brunner GmbH", "Café Morgenrot OHG", "Bäckerei Huber e.K.", "Müller & Söhne KG", "Siège S.A.", "Gemeinde Alling", "Bau Weidinger GmbH & Co. KG"})
            QTest::newRow(name) << QString::fromUtf8(name) << false;
    }
    void companiesAreNotAddressedByName()
    {
        QFETCH(QString, name);
        QFETCH(bool, person);
        domain::Invoice record;
        record.buyer.name = name;
        QCOMPARE(services::salutationNameOf(record), person ? name : QString{});
    }
    void whatTakesOffStandsInTheTable()
    {
        domain::Invoice record;
        domain::OpenItem item;
        item.gross = domain::Money::cents(10000);
        item.due = domain::Money::cents(8000);      // a deposit of 20.00
        item.credited = domain::Money::cents(1000);
        item.paid = domain::Money::cents(500);
        const auto rows = services::letterRows(record, item);
        using Row = ports::LetterRow;
        QCOMPARE(rows.size(), 5u);
        QCOMPARE(rows[0].amount.inCents(), 10000);
        QVERIFY(rows[1].before == Row::Before::Deposit && rows[1].amount.inCents() == -2000);
        QVERIFY(rows[2].before == Row::Before::CreditNote && rows[2].amount.inCents() == -1000);
        QVERIFY(rows[3].before == Row::Before::Payment && rows[3].amount.inCents() == -500);
        QVERIFY(rows[4].kind == Row::Kind::Open && rows[4].amount.inCents() == 6500);
    }
};

QTEST_GUILESS_MAIN(TestLetterContent)
#include "tst_letter_content.moc"
