#include "ui/health/health_words.h"
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

using PeerIs = services::PeerHealth::State;

// Set up, and not yet spoken with.
bool isUntried(const services::PeerHealth& peer)
{
    return peer.state == PeerIs::Off && peer.code.isEmpty();
}

} // namespace

QString HealthWords::name(const QString& peer)
{
    if (peer == u"portal") return tr("Portal");
    if (peer == u"mail") return tr("Mail");
    if (peer == u"source") return tr("Workshop");
    if (peer == u"writeback") return tr("Giving back");
    if (peer == u"printer") return tr("Printer");
    if (peer == u"store") return tr("Data");
    if (peer == u"receiver") return tr("Receiver");
    if (peer == u"scanner") return tr("Scanner");
    if (peer == u"backup") return tr("Backup");
    if (peer == u"disk") return tr("Disk");
    if (peer == u"clock") return tr("Clock");
    if (peer == u"keyring") return tr("Keyring");
    if (peer == u"paper") return tr("Sheet");
    if (peer == u"fonts") return tr("Fonts");
    return peer;
}

QString HealthWords::what(const QString& peer)
{
    if (peer == u"portal") return tr("Makes pay links and says what is paid");
    if (peer == u"mail") return tr("Requests and confirmations to the owner");
    if (peer == u"source") return tr("Folder of new invoices");
    if (peer == u"writeback") return tr("Paid invoices back to the workshop system");
    if (peer == u"printer") return tr("Sheets and receipts of this desk");
    if (peer == u"store") return tr("Everything that is booked");
    if (peer == u"receiver") return tr("Notices of the portal, faster than asking");
    if (peer == u"scanner") return tr("On a line of its own; one that types needs nothing here");
    if (peer == u"backup") return tr("Made every day and read again; trying makes one now");
    if (peer == u"disk") return tr("Room for what is booked");
    if (peer == u"clock") return tr("Date and time of this computer");
    if (peer == u"keyring") return tr("Where keys and passwords lie");
    if (peer == u"paper") return tr("A trial letter, its codes read back");
    if (peer == u"fonts") return tr("What this window is written with");
    return {};
}

QString HealthWords::icon(const QString& peer)
{
    if (peer == u"portal") return u"card"_s;
    if (peer == u"mail") return u"mail"_s;
    if (peer == u"source") return u"inbox"_s;
    if (peer == u"writeback") return u"ledger"_s;
    if (peer == u"printer") return u"printer"_s;
    if (peer == u"receiver" || peer == u"backup") return u"download"_s;
    if (peer == u"scanner") return u"scan"_s;
    if (peer == u"clock") return u"clock"_s;
    if (peer == u"keyring") return u"lock"_s;
    if (peer == u"paper") return u"pdf"_s;
    if (peer == u"fonts") return u"edit"_s;
    return u"shield"_s;
}

QString HealthWords::settingsPart(const QString& peer)
{
    if (peer == u"source" || peer == u"writeback") return u"source"_s;
    if (peer == u"receiver") return u"portal"_s;
    if (peer == u"backup" || peer == u"keyring") return u"store"_s;
    if (peer == u"printer" || peer == u"disk" || peer == u"clock" || peer == u"fonts") return {};   // set up on the computer, not here
    if (peer == u"paper") return u"company"_s;
    if (peer == u"scanner") return u"desk"_s;
    return peer;   // the others have a part of their own name
}

Health HealthWords::health(const services::PeerHealth& peer)
{
    switch (peer.state) {
    case PeerIs::Good: return Health::Good;
    case PeerIs::Off: return Health::Off;
    case PeerIs::Notice: return Health::Notice;
    case PeerIs::Bad: return Health::Bad;
    }
    Q_UNREACHABLE();
}

QString HealthWords::state(const services::PeerHealth& peer)
{
    if (isUntried(peer)) return tr("untried");
    switch (peer.state) {
    case PeerIs::Good: return tr("ready");
    case PeerIs::Off: return tr("off");
    case PeerIs::Notice: return tr("limited");
    case PeerIs::Bad: return tr("trouble");
    }
    Q_UNREACHABLE();
}

QString HealthWords::waiting(const QString& peer, const services::PeerState& s, Instant now)
{
    if (peer != u"portal" && peer != u"mail" && peer != u"writeback") return {};
    if (s.waiting == 0) return tr("Nothing waits");
    const auto waits = peer == u"mail"     ? tr("%n mail(s) wait", nullptr, s.waiting)
                       : peer == u"portal" ? tr("%n order(s) wait", nullptr, s.waiting)
                                           : tr("%n invoice(s) wait", nullptr, s.waiting);
    if (s.failing == 0) return waits;
    const qint64 left = s.nextTry.ms - now.ms;
    const auto tried = tr("%n tried in vain", nullptr, s.failing);
    const auto again = left <= 0 ? tr("again at once") : left < 60'000 ? tr("again in %1 s").arg((left + 999) / 1000) : tr("again in %1 min").arg((left + 59'999) / 60'000);
    return u"%1, %2, %3"_s.arg(waits, tried, again);
}

HealthItem HealthWords::item(const QString& peer, const services::PeerHealth& h)
{
    return {name(peer), state(h), health(h), h.code.isEmpty() ? QString{} : Wording::failure(Error{Fault::Unreachable, h.code, h.detail})};
}

// What a desk tries of itself is shown up there only when somebody has to look.
std::vector<HealthItem> HealthWords::toShow(const services::HealthWatch& health)
{
    std::vector<HealthItem> items;
    for (const auto& peer : {u"portal"_s, u"mail"_s, u"source"_s, u"printer"_s, u"store"_s}) items.push_back(item(peer, health.peer(peer)));
    for (const auto& peer : {u"backup"_s, u"disk"_s, u"clock"_s, u"scanner"_s}) {
        const auto own = item(peer, health.peer(peer));
        if (own.health == Health::Notice || own.health == Health::Bad) items.push_back(own);
    }
    return items;
}

} // namespace tresen::ui
