#include "ui/settings/portal_words.h"
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString noteWords(const QString& note)
{
    if (note == u"needs_public_address") return PortalWords::tr("Tells its news only to an address in the internet: “tresen receive” is needed for them");
    if (note == u"refund_needs_notice") return PortalWords::tr("Money can go back only for a payment it has sent a notice of");
    if (note == u"refund_result_by_notice") return PortalWords::tr("What became of a refund comes by notice only");
    if (note == u"chargeback_by_notice") return PortalWords::tr("That money was charged back comes by notice only");
    if (note == u"link_id_opens_page") return PortalWords::tr("The number of a link opens its pay page: it is treated like the link itself");
    if (note == u"uncertified") return PortalWords::tr("Built from public papers and not certified by the portal: try it in test mode first");
    return note;
}

} // namespace

std::vector<PortalTrait> PortalWords::traits(const services::PortalCapabilities& p)
{
    using K = PortalTrait::Kind;
    std::vector<PortalTrait> can, cannot;
    const auto add = [&](bool yes, const QString& good, const QString& lack) {
        if (yes) can.push_back({K::Can, good});
        else if (!lack.isEmpty()) cannot.push_back({K::Cannot, lack});
    };
    add(true, tr("Makes a pay page with a link for every request"), {});
    add(p.accountPerLink, tr("Gives every request an account of its own for bank transfers"), {});
    add(p.changeFeed, tr("Tells in one answer which links have news"), tr("Has to be asked link by link, so news take longer"));
    add(p.cancelsOpenLink, tr("Open links can be closed from here"), tr("Open links cannot be closed from here"));
    const bool gives = p.refunds || p.notes.contains(u"refund_needs_notice"_s);
    add(gives, p.partialRefunds || !p.refunds ? tr("Money can go back from here, also a part") : tr("Money can go back from here, the whole payment only"),
        tr("Money goes back on the portal's own page only"));
    add(p.expires, tr("Links can end by themselves"), {});
    add(p.ownReference || p.training, tr("After a broken connection a link is found again by itself"), tr("After a broken connection somebody has to look at the portal's own page"));
    for (const auto& note : p.notes) cannot.push_back({K::Mind, noteWords(note)});
    if (gives && !p.refundsByFetch && !p.notes.contains(u"refund_result_by_notice"_s)) cannot.push_back({K::Mind, tr("What became of a refund has to be looked up on the portal's own page")});
    can.insert(can.end(), cannot.begin(), cannot.end());
    return can;
}

QString PortalWords::step(const services::ProbeStep& s)
{
    if (s.code == u"key") return s.ok ? tr("The key is taken") : tr("The key is not taken");
    if (s.code == u"account") return s.ok ? tr("The account is found") : tr("The account is not found");
    if (s.code == u"create") return s.ok ? tr("A link for trying out was made") : tr("No link could be made");
    if (s.code == u"read") return s.ok ? tr("Reading works") : tr("Reading does not work");
    if (s.code == u"cancel") return s.ok ? tr("The link was closed again") : tr("The link could not be closed again");
    return s.code;
}

QString PortalWords::what(const services::PortalTest& test)
{
    if (test.failure) return Wording::failure(*test.failure);
    if (!test.good()) return tr("The test did not come through");
    const bool real = test.probe.mode == domain::PortalMode::Live;
    if (test.probe.accountName.isEmpty()) return real ? tr("All is well: real money can come in") : tr("All is well, in test mode");
    return (real ? tr("All is well: real money can come in, account %1") : tr("All is well, in test mode, account %1")).arg(test.probe.accountName);
}

QString PortalWords::keyLabel(const QString& portal)
{
    if (portal == u"bezahl") return tr("bezahl.de: token");
    if (portal == u"stripe") return tr("Stripe: secret key");
    if (portal == u"mollie") return tr("Mollie: API key");
    if (portal == u"sumup") return tr("SumUp: API key");
    return tr("Adyen: API key");
}

QString PortalWords::keyHelp(const QString& portal)
{
    if (portal == u"bezahl") return tr("Made in the portal under Profile, Token overview");
    if (portal == u"stripe") return tr("Begins with sk_ or rk_; in the Dashboard under Developers, API keys");
    if (portal == u"mollie") return tr("Begins with live_ or test_; in the Dashboard under Developers, API keys");
    if (portal == u"sumup") return tr("In the SumUp account under Developers, API keys");
    return tr("In the Customer Area under Developers, API credentials");
}

} // namespace tresen::ui
