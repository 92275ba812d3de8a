// ScriptedPortal and ScriptedPaper: the doors to the world as the tests of the desk want them. The test says what an owner does, whether the portal
// answers and whether the receipt can be made; everything answers at once.
#pragma once
#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/ports/paper_printer.h"
#include "app/ports/payment_portal.h"
#include <QHash>

namespace tresen::sim {

class ScriptedPortal final : public ports::PaymentPortal {
public:
    explicit ScriptedPortal(const Clock& clock) : m_clock{clock} {}

    bool silent = false;      // nobody answers
    int fetches = 0, cancels = 0;
    int requestsPerLook = 1;  // what one fetch counts for
    std::vector<ports::RefundOrder> refunds;

    // What the owner does.
    QString openLink(domain::Money amount)
    {
        const auto id = QStringLiteral("l_%1").arg(m_links.size() + 1);
        domain::PortalSnapshot s;
        s.linkId = id;
        s.state = domain::LinkState::Open;
        s.amount = amount;
        m_links.insert(id, s);
        return id;
    }
    void startPaying(const QString& link) { m_links[link].state = domain::LinkState::InFlight; }
    void giveUp(const QString& link) { m_links[link].state = domain::LinkState::Open; }
    void pay(const QString& link, const QString& method = QStringLiteral("applepay"))
    {
        auto& s = m_links[link];
        s.state = domain::LinkState::Paid;
        const auto id = QStringLiteral("tr_") + link;
        s.movements.push_back({domain::PortalMovement::Kind::Payment, id, id, method, s.amount, m_clock.now()});
    }
    domain::LinkState stateOf(const QString& link) const { return m_links.value(link).state; }

    ports::PortalCapabilities capabilities() const override
    {
        ports::PortalCapabilities c;
        c.id = c.displayName = QStringLiteral("scripted");
        c.cancelsOpenLink = c.refunds = c.partialRefunds = true;
        c.requestsPerLook = requestsPerLook;
        return c;
    }
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override
    {
        if (silent) return readyNow<Result<ports::Link>>(noAnswer());
        const auto id = openLink(order.amount);
        return readyNow<Result<ports::Link>>(ports::Link{id, QStringLiteral("https://pay.example/") + order.token, order.amount, order.mode, {}});
    }
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override
    {
        ++cancels;
        if (silent) return readyNow<Result<ports::CancelOutcome>>(noAnswer());
        auto& s = m_links[linkId];
        if (s.state == domain::LinkState::Paid) return readyNow<Result<ports::CancelOutcome>>(ports::CancelOutcome::AlreadyPaid);
        if (s.state == domain::LinkState::InFlight) return readyNow<Result<ports::CancelOutcome>>(ports::CancelOutcome::InFlight);
        s.state = domain::LinkState::Cancelled;
        return readyNow<Result<ports::CancelOutcome>>(ports::CancelOutcome::Cancelled);
    }
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override
    {
        ++fetches;
        if (silent) return readyNow<Result<domain::PortalSnapshot>>(noAnswer());
        return readyNow<Result<domain::PortalSnapshot>>(m_links.value(linkId));
    }
    QFuture<Result<ports::PortalChanges>> changes(QString) override
    {
        ports::PortalChanges out;
        out.linkIds = m_links.keys();
        return readyNow<Result<ports::PortalChanges>>(out);
    }
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder) override { return readyNow<Result<std::optional<ports::Link>>>(std::optional<ports::Link>{}); }
    // What was asked for stands in refunds; the portal is done with it when the test says so, see refunded().
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override
    {
        if (silent) return readyNow<Result<ports::RefundAnswer>>(noAnswer());
        refunds.push_back(order);
        const auto id = QStringLiteral("re_%1").arg(refunds.size());
        m_links[order.linkId].movements.push_back({domain::PortalMovement::Kind::Refund, id, order.paymentId, {}, order.amount, m_clock.now(), domain::PortalMovement::Stage::Pending});
        return readyNow<Result<ports::RefundAnswer>>(ports::RefundAnswer{id, domain::PortalMovement::Stage::Pending});
    }
    void refunded(const QString& link, domain::PortalMovement::Stage stage = domain::PortalMovement::Stage::Final)
    {
        for (auto& m : m_links[link].movements)
            if (m.kind == domain::PortalMovement::Kind::Refund) m.stage = stage;
    }
    QFuture<Result<ports::PortalProbe>> probe() override { return readyNow<Result<ports::PortalProbe>>(ports::PortalProbe{{{QStringLiteral("read"), !silent, {}}}, {}, domain::PortalMode::Live}); }
    Result<ports::ReadNotice> readNotice(const ports::RawNotice&) const override { return Error{Fault::Refused, QStringLiteral("notice.no_secret"), {}}; }
    void onNudge(std::function<void(QString)>) override {}

private:
    static Error noAnswer() { return Error{Fault::Timeout, QStringLiteral("portal.silent"), {}}; }
    const Clock& m_clock;
    QHash<QString, domain::PortalSnapshot> m_links;
};

class ScriptedPaper final : public ports::PaperPrinter {
public:
    Error failure;                                   // with a code: no sheet can be made
    std::vector<ports::ReceiptContent> receipts;     // asked for
    std::vector<ports::LetterContent> letters;
    std::vector<ports::KeyTagContent> tags;

    QFuture<Result<ports::PaperDocument>> letter(ports::LetterContent content) override
    {
        letters.push_back(std::move(content));
        return document();
    }
    QFuture<Result<ports::PaperDocument>> receipt(ports::ReceiptContent content) override
    {
        receipts.push_back(std::move(content));
        return document();
    }
    QFuture<Result<ports::PaperDocument>> keyTags(std::vector<ports::KeyTagContent> wanted) override
    {
        tags.insert(tags.end(), wanted.begin(), wanted.end());
        return document();
    }

private:
    QFuture<Result<ports::PaperDocument>> document() const
    {
        if (!failure.code.isEmpty()) return readyNow<Result<ports::PaperDocument>>(failure);
        return readyNow<Result<ports::PaperDocument>>(ports::PaperDocument{"%PDF-1.7 made up", 1, {}, {}});
    }
};

} // namespace tresen::sim
