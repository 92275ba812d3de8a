// Changes of an order that is known: what they change exactly, and what is refused with which reason.
#include "app/adapters/workshop/order_json/order_update.h"
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::order_json;
using domain::Money;

namespace {

domain::Invoice known()
{
    domain::Invoice i;
    i.number = u"R-1"_s;
    i.gross = Money::cents(58'799);
    i.prepaid = Money::cents(10'000);
    i.amountDue = Money::cents(48'799);
    i.buyer.email = u"halterin@example.org"_s;
    i.dueDate = {2026, 3, 26};
    i.notes.push_back({{}, u"Rechnung R-1"_s});
    return i;
}

Result<domain::Invoice> changed(const QString& what, const QByteArray& json)
{
    const auto update = readOrderUpdate(what, json);
    if (!update) return update.error();
    return update.value().change(known());
}

QString refused(const QString& what, const QByteArray& json)
{
    const auto after = changed(what, json);
    return after ? u"changed"_s : after.error().code;
}

} // namespace

class TestOrderUpdate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void price()
    {
        const auto after = changed(u"update/price"_s, R"({"price":50000,"assets":[{"label":"Inspektion","amount":60000}]})").value();
        QVERIFY(after.gross == Money::cents(60'000) && after.prepaid == Money::cents(10'000) && after.amountDue == Money::cents(50'000));
        QCOMPARE(after.lines.size(), std::size_t{1});
        QVERIFY(changed(u"update/price"_s, R"({"price":50000})").value().gross == Money::cents(60'000));
        QCOMPARE(refused(u"update/price"_s, R"({"price":50000,"assets":[{"amount":50000}]})"), u"order.sum"_s);
        for (const QByteArray bad : {"0", "-1", "1.5", "\"5\"", "null", "99999999999999"}) QCOMPARE(refused(u"update/price"_s, "{\"price\":" + bad + "}"), u"order.amount"_s);
        QCOMPARE(refused(u"update/price"_s, R"({"price":1,"assets":7})"), u"order.field"_s);
        QByteArray rows;
        for (int i = 0; i <= limits::kMaxInvoiceRepeats; ++i) rows += "{\"amount\":1},";
        QCOMPARE(refused(u"update/price"_s, "{\"price\":1,\"assets\":[" + rows + "{\"amount\":1}]}"), u"order.too_many"_s);
    }
    void daysAndNames()
    {
        QCOMPARE(changed(u"update/duedate"_s, R"({"duedate":"2026-12-24"})").value().dueDate, QDate(2026, 12, 24));
        QVERIFY(!changed(u"duedate/delete"_s, {}).value().dueDate.isValid());
        QCOMPARE(changed(u"update/pickupdate"_s, R"({"pickupdate":"2026-12-01"})").value().deliveryDate, QDate(2026, 12, 1));
        QVERIFY(!changed(u"delete/pickupdate"_s, {}).value().deliveryDate.isValid());
        QCOMPARE(refused(u"update/duedate"_s, R"({"duedate":"24.12.2026"})"), u"order.date"_s);
        QCOMPARE(changed(u"update/name"_s, R"({"name":"Rechnung R-1, neu"})").value().notes[0].text, u"Rechnung R-1, neu"_s);
        QCOMPARE(refused(u"update/name"_s, R"({"name":" "})"), u"order.field"_s);
        QCOMPARE(refused(u"update/name"_s, R"({"name":"a\nb"})"), u"order.text"_s);
    }
    void recipients()
    {
        QCOMPARE(changed(u"recipient"_s, R"({"recipient":{"email":"b@example.org"}})").value().buyer.email, u"b@example.org"_s);
        QCOMPARE(refused(u"recipient"_s, R"({"recipient":{"email":"nobody"}})"), u"orders.recipient"_s);
        QCOMPARE(refused(u"recipient"_s, R"({"recipient":"b@example.org"})"), u"order.field"_s);
        QVERIFY(changed(u"recipient/delete"_s, R"({"email":"Halterin@example.org"})").value().buyer.email.isEmpty());
        QCOMPARE(refused(u"recipient/delete"_s, R"({"email":"b@example.org"})"), u"orders.recipient"_s);
    }
    void whatIsNotOffered()
    {
        for (const auto& what : {u"attachment"_s, u"update/contactperson"_s, u"update"_s, u"update/price/"_s, u"../x"_s, QString{}}) QCOMPARE(refused(what, "{}"), u"orders.not_offered"_s);
        QCOMPARE(refused(u"update/price"_s, "[]"), u"order.unreadable"_s);
        QCOMPARE(refused(u"update/price"_s, {}), u"order.unreadable"_s);
        QCOMPARE(refused(u"duedate/delete"_s, QByteArray{limits::kMaxOrderJson + 1, ' '}), u"order.too_large"_s);
    }
    // Damaged as it may be: a change that is taken never asks for anything but one positive amount that adds up.
    void damaged()
    {
        const QByteArray whole = R"({"price":50000,"assets":[{"label":"Inspektion","amount":60000}]})";
        QRandomGenerator random{417};
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bytes = whole;
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            const auto after = changed(u"update/price"_s, bytes);
            if (!after) continue;
            QVERIFY(after.value().amountDue->isPositive());
            QCOMPARE(after.value().gross->inCents() - after.value().prepaid->inCents(), after.value().amountDue->inCents());
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderUpdate)
#include "tst_order_update.moc"
