#include "app/adapters/portal/training/training_portal.h"
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

QString freshId(const QString& prefix)
{
    return prefix + QUuid::createUuid().toString(QUuid::Id128).left(16);
}

// The lines of one rehearsed step; empty when the link is not in a state for it.
QByteArray rehearsedLines(const TrainingLink& link, Rehearsal what, const QString& method, Instant now)
{
    const auto line = [&](const QString& kind, const QJsonObject& more = {}) { return changeLine(kind, link.id, now, more); };
    const bool open = !link.isFinal();
    const auto opened = link.opened ? QByteArray{} : line(change::kOpened);
    switch (what) {
    case Rehearsal::Hangs: return open ? opened + line(change::kStart) + line(change::kHangs) : QByteArray{};
    case Rehearsal::Paid:
        return open ? opened + line(change::kStart) + line(change::kPaid, {{u"payment"_s, freshId(u"tp_"_s)}, {u"method"_s, method.isEmpty() ? u"training"_s : method}})
                    : QByteArray{};
    case Rehearsal::ChargedBack:
        return link.isPaid() && link.chargebackId.isEmpty() ? line(change::kChargedBack, {{u"chargeback"_s, freshId(u"cb_"_s)}}) : QByteArray{};
    case Rehearsal::AtCounter: return open ? opened + line(change::kChoice, {{u"choice"_s, u"counter"_s}}) : QByteArray{};
    case Rehearsal::OnAccount: return open ? opened + line(change::kChoice, {{u"choice"_s, u"account"_s}}) : QByteArray{};
    case Rehearsal::Silent: return line(change::kSilent);
    }
    Q_UNREACHABLE();
}

} // namespace

QFuture<Result<Ok>> TrainingPortal::rehearse(QString linkId, Rehearsal what, QString method)
{
    return inFileThread<Ok>([this, linkId, what, method] {
        const auto done = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
            const auto* link = book.byId(linkId);
            if (!link) return Error{Fault::NotFound, u"portal.unknown_link"_s, linkId};
            const auto lines = rehearsedLines(*link, what, method, m_clock.now());
            if (lines.isEmpty()) return Error{Fault::Refused, u"portal.rehearsal"_s, linkId};
            return lines;
        });
        if (done) nudge(linkId);
        return done;
    });
}

} // namespace tresen::adapters::training
