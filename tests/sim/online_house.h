// OnlineHouse: a desk without a window in this process: its own profile, a portal and, if wanted, a shared database. For tests and figures of the talk
// between desk and portal. Everything is asked for and waited for here.
#pragma once
#include "app/main/house.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <memory>
#include <optional>

namespace tresen::sim {

// The answer of a service, or Timeout "test.no_answer".
template <class T> Result<T> answered(const std::function<void(services::Done<T>)>& start, int ms = 120'000)
{
    auto got = std::make_shared<std::optional<Result<T>>>();
    start([got](const Result<T>& r) { *got = r; });
    if (!QTest::qWaitFor([&] { return got->has_value(); }, ms)) return Error{Fault::Timeout, QStringLiteral("test.no_answer"), {}};
    return **got;
}

// "200": what a server on this machine answers to a notice.
inline QByteArray statusOfPost(quint16 port, const QString& path, const QByteArray& header, const QByteArray& body)
{
    QTcpSocket socket;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        socket.write("POST " + path.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "Content-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    QByteArray got;
    (void)QTest::qWaitFor([&] { got += socket.readAll(); return got.size() >= 12; }, 5'000);
    return got.mid(9, 3);
}

class OnlineHouse {
public:
    OnlineHouse(QString profile, const Clock& clock) : m_profile{std::move(profile)}, m_clock{clock} {}

    // storeUrl: empty = SQLite in the profile. What went wrong; empty: nothing.
    QString open(const QString& storeUrl = {}, const QString& deskName = QStringLiteral("Theke 1"))
    {
        QJsonObject desk{{QStringLiteral("secrets.place"), QStringLiteral("file")}, {QStringLiteral("desk.name"), deskName}, {QStringLiteral("receive.path"), pathSecret()}};
        if (!storeUrl.isEmpty()) {
            desk.insert(QStringLiteral("store.kind"), QStringLiteral("postgres"));
            desk.insert(QStringLiteral("store.url"), storeUrl);
        }
        QFile file{m_profile + QStringLiteral("/desk.json")};
        if (!QDir{}.mkpath(m_profile) || !file.open(QIODevice::WriteOnly) || file.write(QJsonDocument{desk}.toJson()) < 0) return QStringLiteral("profile");
        file.close();
        house = std::make_unique<app::House>(app::HouseOptions{m_profile, &m_clock});
        return code(answered<Ok>([this](auto done) { house->open(std::move(done)); }));
    }
    // The workshop with its portal: id, address, key and what else there is of settings and secrets.
    QString connectTo(const QString& portal, const QString& base, const QString& key, QHash<QString, QString> settings = {}, const QHash<QString, QString>& secrets = {})
    {
        settings.insert({{QStringLiteral("company.name"), QStringLiteral("Autohaus Lindner")}, {QStringLiteral("company.legal_name"), QStringLiteral("Autohaus Lindner GmbH")},
                         {QStringLiteral("payee.holder"), QStringLiteral("Autohaus Lindner GmbH")}, {QStringLiteral("payee.iban"), QStringLiteral("DE89370400440532013000")},
                         {QStringLiteral("portal.id"), portal}, {portal + QStringLiteral(".base_url"), base}});
        if (const auto set = code(answered<Ok>([&](auto done) { house->settings->setMany(settings, std::move(done)); })); !set.isEmpty()) return set;
        return connectAgain(portal, key, secrets);
    }
    // The site's settings are there already, as on a second desk; the keys are each desk's own.
    QString connectAgain(const QString& portal, const QString& key, const QHash<QString, QString>& secrets = {})
    {
        auto all = secrets;
        all.insert(services::portalKeyName(portal), key);
        for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
            auto future = house->peers->secrets().write(it.key(), Secret{it.value()});
            if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)) return QStringLiteral("secret");
            if (const auto kept = code(future.result()); !kept.isEmpty()) return kept;
        }
        return code(answered<Ok>([this](auto done) { house->connectPeers(std::move(done)); }));
    }

    domain::InvoiceId take(const QString& number, qint64 cents, const QString& plate = QStringLiteral("M-AB 1234"))
    {
        const auto taken = store::test::got(house->journal->decide({}, store::test::always(store::test::takenIn(QStringLiteral("i-") + number, number, QStringLiteral("k-") + number, cents, plate))));
        if (!taken) qFatal("%s", qPrintable(taken.error().code));
        house->feed->publish(taken.value());
        return domain::InvoiceId{QStringLiteral("i-") + number};
    }
    Result<services::IssuedRequest> request(const domain::InvoiceId& invoice)
    {
        return answered<services::IssuedRequest>([&](auto done) { house->requests->issue(invoice, {}, std::move(done)); });
    }
    // A link made at the portal and noted as if it had been asked for, without a sheet: for very many.
    QString bareLink(const QString& portal, const domain::InvoiceId& invoice, qint64 cents)
    {
        domain::RequestCreated created;
        created.request = domain::RequestId::fresh();
        created.invoice = invoice;
        created.portal = portal;
        created.amount = domain::Money::cents(cents);
        created.idempotencyKey = created.request.text();
        ports::LinkOrder order;
        order.idempotencyKey = order.reference = created.request.text();
        order.amount = created.amount;
        order.invoiceNumber = invoice.text();
        const auto link = store::test::got(house->portals.find(portal)->create(order));
        if (!link) qFatal("%s", qPrintable(link.error().code + link.error().detail));
        domain::RequestAnswered answered;
        answered.request = created.request;
        answered.invoice = invoice;
        answered.linkId = link.value().linkId;
        answered.url = link.value().url;
        const auto noted = store::test::got(house->journal->decide({}, store::test::always({created, answered})));
        if (!noted) qFatal("%s", qPrintable(noted.error().code));
        house->feed->publish(noted.value());
        return link.value().linkId;
    }
    Result<int> round() { return answered<int>([this](auto done) { house->sync->round(std::move(done)); }); }
    Result<Ok> refresh(const domain::InvoiceId& invoice) { return answered<Ok>([&](auto done) { house->sync->refresh(invoice, std::move(done)); }); }
    Result<int> runOutbox() { return answered<int>([this](auto done) { house->outbox->runDue(std::move(done)); }); }
    Result<services::CounterReceipt> payCash(const domain::InvoiceId& invoice, qint64 cents, const QString& force = {})
    {
        services::CounterRequest r;
        r.invoice = invoice;
        r.payment = domain::PaymentId::fresh();
        r.amount = domain::Money::cents(cents);
        r.receiptNumber = QStringLiteral("R-1");
        r.force = !force.isEmpty();
        r.forceReason = force;
        return answered<services::CounterReceipt>([&](auto done) { house->counter->pay(r, std::move(done)); });
    }
    // The card has been charged at the stand-alone terminal already.
    Result<services::CounterReceipt> cardTaken(const domain::InvoiceId& invoice, qint64 cents, const QString& receipt) { return payCard(invoice, cents, receipt, /*shared=*/false, /*taken=*/true); }
    Result<services::CounterReceipt> payCard(const domain::InvoiceId& invoice, qint64 cents, const QString& receipt, bool shared = false, bool taken = false)
    {
        services::CounterRequest r;
        r.invoice = invoice;
        r.payment = domain::PaymentId::fresh();
        r.method = domain::CounterMethod::Card;
        r.amount = domain::Money::cents(cents);
        r.receiptNumber = receipt;
        r.taken = taken;
        r.slipShared = shared;
        return answered<services::CounterReceipt>([&](auto done) { house->counter->pay(r, std::move(done)); });
    }

    domain::OpenItem item(const domain::InvoiceId& invoice) const
    {
        const auto detail = store::test::got(house->journal->detail(invoice));
        return detail ? detail.value().item : domain::OpenItem{};
    }
    domain::BoardRow row(const domain::InvoiceId& invoice) const
    {
        const auto rows = store::test::got(house->journal->board());
        if (rows)
            for (const auto& r : rows.value())
                if (r.invoice == invoice) return r;
        return {};
    }
    domain::Light light(const domain::InvoiceId& invoice) const { return domain::lightOf(row(invoice), m_clock.now()); }
    QString linkOf(const domain::InvoiceId& invoice) const
    {
        const auto i = item(invoice);
        return i.requests.empty() ? QString{} : i.requests.back().linkId;
    }
    QStringList tasksOf(const domain::InvoiceId& invoice) const
    {
        QStringList out;
        const auto i = item(invoice);
        for (const auto& t : i.tasks) out << t.kind;
        return out;
    }

    static QString pathSecret() { return QStringLiteral("simulatedPathSecret0123"); }
    const QString& profile() const { return m_profile; }
    std::unique_ptr<app::House> house;

private:
    template <class T> static QString code(const Result<T>& r) { return r ? QString{} : r.error().code + QLatin1Char{' '} + r.error().detail; }
    QString m_profile;
    const Clock& m_clock;
};

} // namespace tresen::sim
