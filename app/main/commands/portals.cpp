// receive, orders, refund, mail, portal: the talk with the portals and the owner
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/main/command.h"
#include "app/main/receiver.h"
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr int kPathSecretBytes = 18;

void serve(House& house, const QString& pathSecret, const Finish& finish)
{
    const auto v = [&house](const QString& key) { return house.settings->value(key); };
    ReceiverConfig config;
    config.address = QHostAddress{v(u"receive.address"_s)};
    config.port = static_cast<quint16>(v(u"receive.port"_s).toUInt());
    config.pathSecret = pathSecret;
    if (const auto host = v(u"receive.host"_s); !host.isEmpty()) config.hostNames << host;
    house.followSettings();
    auto* receiver = new Receiver{house, config};   // until the program ends
    receiver->setParent(&house);
    const auto port = receiver->listen();
    if (!port) return finishWith(port.error(), finish);
    QObject::connect(receiver, &Receiver::kept, receiver, [](const QString& portal, int events, int fresh) {
        printLine({{u"portal"_s, portal}, {u"events"_s, events}, {u"new"_s, fresh}});
    });
    QObject::connect(receiver, &Receiver::turnedAway, receiver, [](const QString& portal, const Error& why) { complain(Error{why.fault, why.code, portal}); });
    QJsonArray paths;
    for (auto* portal : house.portals.all())
        if (!portal->capabilities().training) paths.append(receiver->pathOf(portal->capabilities().id));
    printLine({{u"listening"_s, u"http://%1:%2"_s.arg(config.address.toString()).arg(port.value())}, {u"paths"_s, paths}});
}

void printProbe(const QString& id, const ports::PortalProbe& probe)
{
    for (const auto& step : probe.steps)
        printLine({{u"portal"_s, id}, {u"step"_s, step.code}, {u"ok"_s, step.ok}, {u"reason"_s, step.error.code}, {u"detail"_s, step.error.detail}});
}

Result<domain::Payment> paymentOf(const domain::OpenItem& item, const QString& sourceKey)
{
    std::vector<domain::Payment> candidates;
    for (const auto& p : item.payments)
        if (p.amount.isPositive() && (sourceKey.isEmpty() || p.sourceKey == sourceKey)) candidates.push_back(p);
    if (candidates.size() == 1) return candidates.front();
    QStringList keys;
    for (const auto& p : item.payments)
        if (p.amount.isPositive()) keys << p.sourceKey;
    return Error{Fault::Refused, u"refund.payment"_s, keys.join(u", "_s)};
}

} // namespace

void runReceive(House& house, const Arguments&, Finish finish)
{
    const auto known = house.settings->value(u"receive.path"_s);
    if (!known.isEmpty()) return serve(house, known, finish);
    const auto fresh = QString::fromLatin1(files::randomBytes(kPathSecretBytes).toBase64(QByteArray::Base64UrlEncoding));
    house.settings->set(u"receive.path"_s, fresh, {}, [&house, fresh, finish](const Result<Ok>& stored) {
        if (!stored) return finishWith(stored.error(), finish);
        // The doors were made before there was this secret, and one of them knows its notices by it.
        house.connectPeers([&house, fresh, finish](const Result<Ok>&) { serve(house, fresh, finish); });
    });
}

// Until the program ends.
void runOrders(House& house, const Arguments&, Finish finish)
{
    house.openOrders([&house, finish](const Result<quint16>& port) {
        if (!port) return finishWith(port.error(), finish);
        if (port.value() == 0) return finishWith(Error{Fault::Refused, u"orders.no_port"_s, u"orders.port"_s}, finish);
        house.followSettings();
        QObject::connect(house.orders.get(), &OrderDoor::answered, &house, [](int status, const QString& code) { printLine({{u"status"_s, status}, {u"reason"_s, code}}); });
        printLine({{u"listening"_s, u"http://127.0.0.1:%1/nxt/v1"_s.arg(port.value())}});
    });
}

void runPortal(House& house, const Arguments& a, Finish finish)
{
    const auto id = a.words.size() > 1 ? a.words[1] : house.settings->value(u"portal.id"_s);
    auto* portal = house.portals.find(id);
    if (a.words.front() != u"test") return finishWith(Error{Fault::Invalid, u"usage"_s, u"portal test [NAME]"_s}, finish);
    if (!portal) return finishWith(Error{Fault::Refused, u"portal.unknown"_s, id}, finish);
    onReady(portal->probe(), &house, [id, finish](const Result<ports::PortalProbe>& probe) {
        if (!probe) return finishWith(probe.error(), finish);
        printProbe(id, probe.value());
        const bool good = std::all_of(probe.value().steps.begin(), probe.value().steps.end(), [](const ports::ProbeStep& s) { return s.ok; });
        finish(good ? Exit::Done : Exit::Unreachable);
    });
}

void runRefund(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, a, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        const auto payment = paymentOf(item.value(), a.option(u"--payment"_s));
        if (!payment) return finishWith(payment.error(), finish);
        services::RefundRequest r;
        r.invoice = item.value().id;
        r.refund = domain::RefundId::fresh();
        r.payment = payment.value().sourceKey;
        r.language = domain::languageOfOwner(item.value());
        r.amount = domain::refundable(item.value(), payment.value());
        if (a.has(u"--amount"_s)) {
            const auto amount = domain::parseMoney(a.option(u"--amount"_s), item.value().due.currency());
            if (!amount) return finishWith(Error{Fault::Invalid, u"usage"_s, u"amount like 199.90: "_s + a.option(u"--amount"_s)}, finish);
            r.amount = amount.value();
        }
        r.reason = a.option(u"--reason"_s);
        r.secondPerson = a.option(u"--second"_s);
        r.receiptNumber = a.option(u"--receipt"_s);
        agreeSecond(house, a, domain::Right::GiveBack, [&house, r, number = item.value().number, finish](const Result<services::Agreement>& agreed) mutable {
            if (!agreed) return finishWith(agreed.error(), finish);
            r.agreed = agreed.value();
            house.refunds->giveBack(r, [number, finish](const Result<services::RefundDone>& done) {
                if (!done) return finishWith(done.error(), finish);
                printLine({{u"number"_s, number}, {u"refund"_s, domain::plainAmount(done.value().amount)}, {u"pending"_s, done.value().pending}, {u"file"_s, done.value().file}});
                finish(Exit::Done);
            });
        });
    });
}

} // namespace tresen::app
