#include "app/adapters/portal/training/training_portal.h"
#include <QUuid>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {

QFuture<Result<std::optional<ports::Link>>> TrainingPortal::find(ports::LinkOrder order)
{
    return inFileThread<std::optional<ports::Link>>([this, order = std::move(order)]() -> Result<std::optional<ports::Link>> {
        if (const auto read = m_file.refresh(); !read) return read.error();
        const auto* link = m_file.book().byKey(order.idempotencyKey);
        if (!link) return std::optional<ports::Link>{};
        return std::optional{ports::Link{link->id, link->url, link->order.amount, domain::PortalMode::Test, link->order.expiresAt}};
    });
}

QFuture<Result<ports::RefundAnswer>> TrainingPortal::refund(ports::RefundOrder order)
{
    return inFileThread<ports::RefundAnswer>([this, order = std::move(order)] { return refundNow(order); });
}

Result<ports::RefundAnswer> TrainingPortal::refundNow(const ports::RefundOrder& order)
{
    QString id;
    const auto done = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
        const auto* link = book.byId(order.linkId);
        if (!link || link->paymentId != order.paymentId || !link->isPaid()) return Error{Fault::NotFound, u"portal.unknown_link"_s, order.linkId};
        auto left = link->order.amount;
        for (const auto& earlier : link->refunds) {
            if (earlier.key == order.idempotencyKey) {
                if (earlier.amount != order.amount) return Error{Fault::Conflict, u"portal.key_reused"_s, earlier.id};
                id = earlier.id;
                return QByteArray{};
            }
            left = domain::subtract(left, earlier.amount).valueOr(domain::Money::cents(0));
        }
        if (!order.amount.isPositive() || order.amount.currency() != left.currency() || order.amount.inCents() > left.inCents())
            return Error{Fault::Refused, u"portal.refund_amount"_s, domain::plainAmount(left)};
        id = u"tre_"_s + QUuid::createUuid().toString(QUuid::Id128).left(16);
        return changeLine(change::kRefunded, order.linkId, m_clock.now(),
                          {{u"refund"_s, id}, {u"key"_s, order.idempotencyKey}, {u"amount"_s, domain::plainAmount(order.amount)}});
    });
    if (!done) return done.error();
    nudge(order.linkId);
    return ports::RefundAnswer{id, domain::PortalMovement::Stage::Final};
}

QFuture<Result<ports::PortalProbe>> TrainingPortal::probe()
{
    return inFileThread<ports::PortalProbe>([this]() -> Result<ports::PortalProbe> {
        const auto read = m_file.refresh();
        const auto now = health();
        ports::PortalProbe out;
        out.mode = domain::PortalMode::Test;
        out.accountName = u"Training"_s;
        out.steps.push_back({u"account"_s, now.serving, now.reason});
        out.steps.push_back({u"read"_s, read.ok(), read ? Error{} : read.error()});
        return out;
    });
}

Result<ports::ReadNotice> TrainingPortal::readNotice(const ports::RawNotice&) const
{
    return Error{Fault::Refused, u"notice.no_secret"_s, {}};
}

} // namespace tresen::adapters::training
