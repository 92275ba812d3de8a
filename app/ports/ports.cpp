#include "app/ports/mailer.h"
#include "app/ports/paper_printer.h"
#include "app/ports/payment_portal.h"
#include "app/ports/pin_hasher.h"
#include "app/ports/portal_memory.h"
#include "app/ports/secret_store.h"
#include "app/ports/workshop_sink.h"
#include "app/ports/workshop_source.h"
#include "app/ports/journal.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ports {

QString formOf(const InvoiceDocument& document)
{
    const auto& syntax = document.syntax;
    const auto guideline = document.invoice.guideline.toLower();
    const bool xrechnung = guideline.contains("xrechnung"_L1);
    if (syntax.isEmpty()) return u"by_hand"_s;
    if (syntax == u"zf1") return u"zugferd.1"_s;
    if (syntax == u"cii" && (document.container == u"pdf" || guideline.contains("factur-x"_L1) || guideline.contains("zugferd"_L1))) return u"zugferd.2"_s;
    if (syntax == u"cii") return xrechnung ? u"xrechnung.cii"_s : u"cii"_s;
    if (syntax == u"ubl" || syntax == u"ubl-cn") return xrechnung ? u"xrechnung.ubl"_s : u"ubl"_s;
    if (syntax == u"datev") return u"datev.extf"_s;
    if (syntax == u"datev-xml") return u"datev.xml"_s;
    if (syntax == u"table") return u"table:"_s + document.profile.left(limits::kMaxProfileName);
    return syntax;   // "order"
}

bool mayLeadTo(const QString& text, const QStringList& hosts)
{
    const QUrl url{text, QUrl::StrictMode};
    const auto host = url.host().toLower();
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty()) return false;
    const bool loopback = host == u"127.0.0.1" || host == u"::1" || host == u"localhost";
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && loopback)) return false;
    return hosts.isEmpty() || std::any_of(hosts.begin(), hosts.end(), [&](const QString& h) { return h.startsWith(u"*.") ? host.endsWith(h.mid(1)) : host == h; });
}

const domain::OpenItem* Situation::item(const domain::InvoiceId& id) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const domain::OpenItem& i) { return i.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const domain::VehicleKey* Situation::key(const domain::KeyId& id) const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const domain::VehicleKey& k) { return k.id == id; });
    return found == keys.end() ? nullptr : &*found;
}

const domain::People& Situation::people() const
{
    static const domain::People nobody;
    return folk ? *folk : nobody;
}

QString Situation::actingName(const QString& otherwise) const
{
    if (!people().any()) return otherwise;
    const auto* person = people().find(actor.user);
    return person ? person->user.name : QString{};
}

QString Situation::agreedName(const QString& otherwise) const
{
    if (!people().any()) return otherwise;
    const auto* person = people().find(actor.agreedBy);
    return person ? person->user.name : QString{};
}

std::vector<domain::OpenItem> Situation::itemsOf(const domain::KeyId& id) const
{
    std::vector<domain::OpenItem> out;
    std::copy_if(items.begin(), items.end(), std::back_inserter(out), [&](const domain::OpenItem& i) { return i.hangsOn(id); });
    return out;
}

} // namespace tresen::ports
