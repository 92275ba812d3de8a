// The rows of the letter's table: how they are worded and summed up.
#include "app/adapters/paper/letter/drawing.h"
#include "app/adapters/paper/letter/letter_page.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::letter;
using ports::LetterRow;
using domain::Money;
using namespace Qt::Literals::StringLiterals;

class TestLetterRows : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Assets> m_assets;

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Assets::load();
        QVERIFY(loaded);
        m_assets = loaded.value();
    }

    void rowsAreFoldedAndKeepTheirSum();
    void rowsWithoutALabelAreWorded();
};

void TestLetterRows::rowsAreFoldedAndKeepTheirSum()
{
    using Kind = LetterRow::Kind;
    std::vector<LetterRow> rows;
    for (int i = 1; i <= 30; ++i) rows.push_back({Kind::Item, u"Teil"_s, Money::cents(i * 101)});
    for (int i = 0; i < 2; ++i) rows.push_back({Kind::Vat, u"USt"_s, Money::cents(7)});
    rows.push_back({Kind::Total, u"Summe"_s, Money::cents(1)});
    rows.push_back({Kind::Prepaid, u"Anzahlung"_s, Money::cents(-3)});
    rows.push_back({Kind::Open, u"Offen"_s, Money::cents(1)});
    const auto sum = [](const std::vector<LetterRow>& list, Kind kind) { qint64 s = 0; for (const auto& r : list) if (r.kind == kind) s += r.amount.inCents(); return s; };
    const auto shown = shownRows(rows, m_assets->texts(u"de"_s));
    QVERIFY(shown);
    QCOMPARE(shown.value().size(), kMaxLetterRows);
    for (const auto kind : {Kind::Item, Kind::Vat, Kind::Total, Kind::Prepaid, Kind::Open}) QCOMPARE(sum(shown.value(), kind), sum(rows, kind));
    QCOMPARE(shown.value()[3].label, u"Weitere Positionen"_s);
    QCOMPARE(shown.value()[2].label, u"Teil"_s);
    // Nine rows stay as they are; more deposits and VAT rates than fit are summed up as well.
    rows.erase(rows.begin(), rows.begin() + 26);
    QCOMPARE(shownRows(rows, m_assets->texts(u"de"_s)).value().size(), rows.size());
    for (int i = 0; i < 9; ++i) rows.insert(rows.begin() + 5, {Kind::Vat, u"USt"_s, Money::cents(5)});
    for (int i = 0; i < 9; ++i) rows.insert(rows.end() - 1, {Kind::Prepaid, u"Anzahlung"_s, Money::cents(-5)});
    const auto crowded = shownRows(rows, m_assets->texts(u"en"_s));
    QVERIFY(crowded);
    QVERIFY(crowded.value().size() <= kMaxLetterRows);
    for (const auto kind : {Kind::Item, Kind::Vat, Kind::Total, Kind::Prepaid, Kind::Open}) QCOMPARE(sum(crowded.value(), kind), sum(rows, kind));
    QCOMPARE(crowded.value().back().label, u"Offen"_s);
    std::vector<LetterRow> totals(12, LetterRow{Kind::Total, u"Summe"_s, Money::cents(1)});
    QCOMPARE(shownRows(totals, m_assets->texts(u"de"_s)).error().code, u"paper.text_too_long"_s);
}

void TestLetterRows::rowsWithoutALabelAreWorded()
{
    using Kind = LetterRow::Kind;
    using Before = LetterRow::Before;
    const auto said = [&](const LetterRow& row) { return m_assets->texts(u"de"_s).rowLabel(row) + u" / "_s + m_assets->texts(u"en"_s).rowLabel(row); };
    const auto row = [](Kind kind, Before before = Before::Deposit, const QString& rate = {}, std::optional<Money> base = {}) {
        return LetterRow{kind, {}, Money::cents(1), before, rate, base};
    };
    QCOMPARE(said(row(Kind::Total)), u"Rechnungsbetrag / Invoice total"_s);
    QCOMPARE(said(row(Kind::Open)), u"Noch zu zahlen / Left to pay"_s);
    QCOMPARE(said(row(Kind::Prepaid)), u"Bereits angezahlt / Deposit"_s);
    QCOMPARE(said(row(Kind::Prepaid, Before::CreditNote)), u"Gutschrift / Credit note"_s);
    QCOMPARE(said(row(Kind::Prepaid, Before::Payment)), u"Bereits gezahlt / Already paid"_s);
    QCOMPARE(said(row(Kind::Vat, Before::Deposit, u"19.00"_s, Money::cents(93'105'00))), u"USt 19 % auf 93.105,00 / VAT 19% on 93,105.00"_s);
    QCOMPARE(said(row(Kind::Vat, Before::Deposit, u"5.50"_s, Money::cents(0))), u"USt 5,5 % / VAT 5.5%"_s);
    QCOMPARE(said(row(Kind::Vat, Before::Deposit, u"10"_s)), u"USt 10 % / VAT 10%"_s);
    QCOMPARE(said(row(Kind::Vat)), u"USt 0 % / VAT 0%"_s);
    QCOMPARE(said({Kind::Item, u"Öl"_s, Money::cents(1)}), u"Öl / Öl"_s);
}

QTEST_GUILESS_MAIN(TestLetterRows)
#include "tst_letter_rows.moc"
