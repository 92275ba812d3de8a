#include "app/services/settings.h"
#include "app/core/async.h"
#include "app/domain/owner_language.h"
#include "app/domain/user_rules.h"
#include "app/services/journal_feed.h"
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::SettingScope;

namespace tresen::services {
namespace {

constexpr int kDeskSettleMs = 150;         // a file that is replaced touches its folder more than once
constexpr int kUnlockReasonMin = 10, kUnlockReasonMax = 300;   // characters

// The keys whose value is another one, in their order; one that is there and empty is another one than none.
QStringList differing(const domain::SettingValues& before, const domain::SettingValues& after)
{
    const auto of = [](const domain::SettingValues& values, const QString& key) { return values.contains(key) ? std::optional{values.value(key)} : std::nullopt; };
    QStringList out;
    for (const auto* part : {&before, &after})
        for (auto it = part->constBegin(); it != part->constEnd(); ++it)
            if (of(before, it.key()) != of(after, it.key()) && !out.contains(it.key())) out << it.key();
    out.sort();
    return out;
}

// What would hold after the change. Only a change of one of the values in question can be refused: whoever has an old odd couple can still set the rest.
Result<Ok> fitsTogether(domain::SettingValues values, const domain::SettingValues& wanted)
{
    bool asked = false;
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        asked = asked || domain::settingsTogether().contains(it.key());
        values.insert(it.key(), it.value());
    }
    return asked ? domain::checkTogether(values) : Result<Ok>{Ok{}};
}

Result<Ok> mayChange(const domain::SettingDef& def, const domain::SettingValues& stored, const QString& unlockReason)
{
    if (!domain::isLocked(def, stored)) return Ok{};
    if (unlockReason.isEmpty()) return Error{Fault::Refused, u"setting.locked"_s, def.key};
    if (unlockReason.trimmed().size() < kUnlockReasonMin) return Error{Fault::Refused, u"setting.reason"_s, def.key};
    return Ok{};
}

domain::SettingChanged changeOfSetting(const domain::SettingDef& def, const QString& wanted, const QString& before, const QString& unlockReason)
{
    return {def.key, wanted, before, def.locked ? unlockReason.trimmed().left(kUnlockReasonMax) : QString{}};
}

domain::SettingChanged agreedChange(domain::SettingChanged change, const ports::Situation& s)
{
    const auto* def = domain::findSetting(change.key);
    if (def && def->locked) change.agreedBy = s.agreedName({});
    return change;
}

} // namespace

Settings::Settings(ports::Journal& journal, QString deskFile, QObject* parent) : QObject{parent}, m_journal{journal}, m_deskFile{std::move(deskFile)}, m_desk{m_deskFile.read()}
{
    m_deskTimer.setSingleShot(true);
    m_deskTimer.setInterval(kDeskSettleMs);
    connect(&m_deskTimer, &QTimer::timeout, this, &Settings::takeDeskFile);
}

domain::SettingValues Settings::readDesk(const QString& deskFile)
{
    return DeskFile{deskFile}.read();
}

void Settings::load(Done<Ok> done)
{
    onReady(m_journal.settingsSince(ports::kNoEntry), this, [this, done](const Result<ports::SiteSettings>& read) {
        if (!read) return done(read.error());
        (void)take(read.value());
        done(Ok{});
    });
}

void Settings::look(Done<Ok> done)
{
    onReady(m_journal.settingsSince(m_seq), this, [this, done](const Result<ports::SiteSettings>& read) {
        if (!read) return done(read.error());
        for (const auto& key : take(read.value())) Q_EMIT changed(key);
        done(Ok{});
    });
}

void Settings::follow(JournalFeed& feed)
{
    feed.keepFresh(this, [this](Done<Ok> done) { look(std::move(done)); });
    if (m_deskFile.path().isEmpty()) return;
    // The folder, for the file is replaced whole and may not be there yet.
    auto* watcher = new QFileSystemWatcher{{QFileInfo{m_deskFile.path()}.absolutePath()}, this};
    connect(watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_deskTimer.isActive()) m_deskTimer.start();   // not anew: a folder that never rests must not put it off for ever
    });
}

void Settings::takeDeskFile()
{
    const auto read = m_deskFile.readNow();
    if (!read) return;   // damaged or gone: what was read holds on
    const auto before = std::exchange(m_desk, *read);
    for (const auto& key : differing(before, m_desk)) Q_EMIT changed(key);
}

// Answers come in the order of the questions: what was stored here meanwhile is either in it or taken in after it.
QStringList Settings::take(const ports::SiteSettings& read)
{
    m_seq = read.seq;
    if (!read.values) return {};
    const auto before = std::exchange(m_site, *read.values);
    auto different = differing(before, m_site);
    different.removeIf([&](const QString& key) { return before.value(key) == m_site.value(key); });   // emptied and never set are the same at the site
    return different;
}

QString Settings::value(const QString& key) const
{
    return hasOwn(key) ? domain::settingOf(m_desk, key) : siteValue(key);
}

QString Settings::siteValue(const QString& key) const
{
    const auto* def = domain::findSetting(key);
    return domain::settingOf(def && def->scope == SettingScope::Desk ? m_desk : m_site, key);
}

bool Settings::hasOwn(const QString& key) const
{
    const auto* def = domain::findSetting(key);
    return def && def->perDesk && m_desk.contains(key);
}

QString Settings::siteHere() const
{
    const auto own = value(u"desk.site"_s);
    return own.isEmpty() ? value(u"site.name"_s) : own;
}

bool Settings::isSet(const QString& key) const
{
    return !m_desk.value(key).isEmpty() || (!hasOwn(key) && !m_site.value(key).isEmpty());
}

bool Settings::isLocked(const QString& key) const
{
    const auto* def = domain::findSetting(key);
    return def && domain::isLocked(*def, def->scope == SettingScope::Desk ? m_desk : m_site);
}

domain::SettingValues Settings::stored() const
{
    auto out = m_site;
    out.insert(m_desk);
    for (auto it = out.begin(); it != out.end();) it = it->isEmpty() ? out.erase(it) : std::next(it);
    return out;
}

domain::SettingParts Settings::parts() const
{
    domain::SettingParts out{m_site};
    for (auto it = m_desk.constBegin(); it != m_desk.constEnd(); ++it) (hasOwn(it.key()) ? out.own : out.home).insert(it.key(), it.value());
    for (auto it = out.home.begin(); it != out.home.end();) it = it->isEmpty() ? out.home.erase(it) : std::next(it);
    return out;
}

bool Settings::atDesk(SettingPlace place, const domain::SettingDef& def) const
{
    switch (place) {
    case SettingPlace::AsHeld: return def.scope == SettingScope::Desk || hasOwn(def.key);
    case SettingPlace::Site: return false;
    case SettingPlace::Desk: return true;
    }
    Q_UNREACHABLE();
}

// Asked of what would stand in the desk's own file.
Result<Ok> Settings::mayChangeDesk(const domain::SettingDef& def) const
{
    const bool open = def.hidden || def.key.startsWith(u"ui."_s);
    return open || !m_gate ? Result<Ok>{Ok{}} : m_gate(domain::Right::ChangeSettings);
}

void Settings::restoreDesk(const domain::SettingValues& before, const QStringList& keys)
{
    for (const auto& key : keys) {
        if (before.contains(key)) m_desk.insert(key, before.value(key));
        else m_desk.remove(key);
    }
}

// No value: the desk has none any more.
void Settings::setHere(const domain::SettingDef& def, const std::optional<QString>& value, const Done<Ok>& done)
{
    if (const auto may = mayChangeDesk(def); !may) return done(may);
    const auto before = m_desk;
    if (value) m_desk.insert(def.key, *value);
    else m_desk.remove(def.key);
    const auto stored = m_deskFile.store(m_desk, {def.key});
    if (stored) Q_EMIT changed(def.key);
    else restoreDesk(before, {def.key});
    done(stored);
}

void Settings::dropOwn(const QString& key, Done<Ok> done)
{
    const auto* def = domain::findSetting(key);
    if (!def) return done(Error{Fault::NotFound, u"setting.unknown"_s, key});
    if (!def->perDesk) return done(Error{Fault::Refused, def->scope == SettingScope::Desk ? u"setting.desk_only"_s : u"setting.site_only"_s, key});
    if (!hasOwn(key)) return done(Ok{});
    setHere(*def, std::nullopt, done);
}

void Settings::set(const QString& key, const QString& value, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    setAt(SettingPlace::AsHeld, key, value, unlockReason, std::move(done), agreed);
}

void Settings::setAt(SettingPlace place, const QString& key, const QString& value, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    const auto* def = domain::findSetting(key);
    if (!def) return done(Error{Fault::NotFound, u"setting.unknown"_s, key});
    if (place == SettingPlace::Site && def->scope == SettingScope::Desk) return done(Error{Fault::Refused, u"setting.desk_only"_s, key});
    if (place == SettingPlace::Desk && !domain::mayStandAtDesk(*def)) return done(Error{Fault::Refused, u"setting.site_only"_s, key});
    const auto normal = domain::normalizeSetting(*def, value);
    if (!normal) return done(normal.error());
    if (atDesk(place, *def)) return setHere(*def, normal.value(), done);
    const auto decide = [def, wanted = normal.value(), unlockReason](const ports::Situation& s) -> Result<ports::Decision> {
        const auto before = s.settings.value(def->key);
        if (before == wanted) return ports::Decision{};
        if (const auto fits = fitsTogether(s.settings, {{def->key, wanted}}); !fits) return fits.error();
        if (const auto may = mayChange(*def, s.settings, unlockReason); !may) return may.error();
        ports::Decision d;
        d.events.push_back(agreedChange(changeOfSetting(*def, wanted, before, unlockReason), s));
        return d;
    };
    ports::Subject subject;
    subject.agreedBy = agreed.use();
    subject.settingKeys << key << u"payee.iban"_s << domain::settingsTogether();
    onReady(m_journal.decide(subject, decide), this, [this, key, wanted = normal.value(), done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_site.insert(key, wanted);
        Q_EMIT changed(key);
        done(Ok{});
    });
}

void Settings::merge(const QString& key, Change change, Done<Ok> done)
{
    const auto* def = domain::findSetting(key);
    if (!def || def->scope != SettingScope::Site || def->locked) return done(Error{Fault::NotFound, u"setting.unknown"_s, key});
    auto stored = std::make_shared<QString>();
    const auto decide = [def, change = std::move(change), stored](const ports::Situation& s) -> Result<ports::Decision> {
        const auto before = s.settings.value(def->key);
        const auto made = change(before);
        if (!made) return made.error();
        const auto wanted = domain::normalizeSetting(*def, made.value());
        if (!wanted) return wanted.error();
        *stored = wanted.value();
        if (before == *stored) return ports::Decision{};
        if (const auto fits = fitsTogether(s.settings, {{def->key, *stored}}); !fits) return fits.error();
        ports::Decision d;
        d.events.push_back(changeOfSetting(*def, *stored, before, {}));
        return d;
    };
    ports::Subject subject;
    subject.settingKeys << key << domain::settingsTogether();
    onReady(m_journal.decide(subject, decide), this, [this, key, stored, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_site.insert(key, *stored);
        Q_EMIT changed(key);
        done(Ok{});
    });
}

void Settings::setOnce(const QString& key, const QString& value, Done<QString> done)
{
    const auto decide = [key, value](const ports::Situation& s) -> Result<ports::Decision> {
        ports::Decision d;
        if (s.settings.value(key).isEmpty()) d.events.push_back(domain::SettingChanged{key, value, {}});
        return d;
    };
    ports::Subject subject;
    subject.settingKeys << key;
    onReady(m_journal.decide(subject, decide), this, [this, key, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        look([this, key, done](const Result<Ok>& loaded) { loaded ? done(this->value(key)) : done(loaded.error()); });
    });
}

void Settings::setMany(const QHash<QString, QString>& values, Done<Ok> done)
{
    changeMany(values, {}, std::move(done));
}

void Settings::changeMany(const domain::SettingValues& values, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    domain::SettingParts parts;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) (hasOwn(it.key()) ? parts.own : parts.home).insert(it.key(), it.value());
    changeParts(parts, unlockReason, std::move(done), agreed);
}

void Settings::changeParts(const domain::SettingParts& parts, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    domain::SettingValues site, desk;
    for (const auto* part : {&parts.home, &parts.own})
        for (auto it = part->constBegin(); it != part->constEnd(); ++it) {
            const auto* def = domain::findSetting(it.key());
            if (!def) return done(Error{Fault::NotFound, u"setting.unknown"_s, it.key()});
            if (part == &parts.own && !def->perDesk) return done(Error{Fault::Refused, u"setting.site_only"_s, it.key()});
            const auto normal = domain::normalizeSetting(*def, it.value());
            if (!normal) return done(normal.error());
            const bool here = part == &parts.own || def->scope == SettingScope::Desk;
            if (const auto may = here ? mayChangeDesk(*def) : Result<Ok>{Ok{}}; !may) return done(may);
            (here ? desk : site).insert(it.key(), normal.value());
        }
    const auto takeBack = [this, before = m_desk, keys = desk.keys()] { restoreDesk(before, keys); };
    m_desk.insert(desk);
    // The file before the journal: what is in the journal cannot be taken back.
    if (const auto stored = desk.isEmpty() ? Result<Ok>{Ok{}} : m_deskFile.store(m_desk, desk.keys()); !stored) {
        takeBack();
        return done(stored);
    }
    storeSite(site, unlockReason, [this, site, desk, takeBack, done](const Result<Ok>& stored) {
        if (!stored) {
            takeBack();
            if (!desk.isEmpty())
                if (const auto again = m_deskFile.store(m_desk, desk.keys()); !again) return done(again);
            return done(stored);
        }
        auto keys = desk.keys() + site.keys();
        keys.removeDuplicates();   // of the site and, over it, of this desk
        for (const auto& key : keys) Q_EMIT changed(key);
        done(Ok{});
    }, agreed);
}

void Settings::propose(const QString& key, const QString& value, const QString& reason, Done<Ok> done)
{
    const auto decide = [key, value, reason](const ports::Situation& s) -> Result<ports::Decision> {
        domain::Proposal wanted;
        wanted.id = domain::ProposalId::fresh();
        wanted.key = key;
        wanted.value = value;
        wanted.previous = s.settings.value(key);
        wanted.reason = reason;
        wanted.by = s.actor.user;
        auto events = domain::decideProposal(s.people(), wanted);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    ports::Subject subject;
    subject.settingKeys << key;
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        Q_EMIT proposalsChanged();
        done(Ok{});
    });
}

void Settings::decideProposal(const domain::Proposal& proposal, bool confirmed, Done<Ok> done)
{
    const auto decide = [proposal, confirmed](const ports::Situation& s) -> Result<ports::Decision> {
        auto events = domain::decideProposalEnd(s.people(), proposal.id, s.actor.user, confirmed, s.settings.value(proposal.key));
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    ports::Subject subject;
    subject.settingKeys << proposal.key;
    onReady(m_journal.decide(subject, decide), this, [this, proposal, confirmed, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        if (confirmed) {
            m_site.insert(proposal.key, proposal.value);
            Q_EMIT changed(proposal.key);
        }
        Q_EMIT proposalsChanged();
        done(Ok{});
    });
}

// In one commit, and known here before anybody is told.
void Settings::storeSite(const domain::SettingValues& site, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    if (site.isEmpty()) return done(Ok{});
    const auto decide = [site, unlockReason](const ports::Situation& s) -> Result<ports::Decision> {
        if (const auto fits = fitsTogether(s.settings, site); !fits) return fits.error();
        ports::Decision d;
        for (auto it = site.constBegin(); it != site.constEnd(); ++it) {
            const auto& def = *domain::findSetting(it.key());
            const auto before = s.settings.value(it.key());
            if (before == it.value()) continue;
            if (const auto may = mayChange(def, s.settings, unlockReason); !may) return may.error();
            d.events.push_back(agreedChange(changeOfSetting(def, it.value(), before, unlockReason), s));
        }
        return d;
    };
    ports::Subject subject;
    subject.agreedBy = agreed.use();
    subject.settingKeys = site.keys();
    subject.settingKeys << u"payee.iban"_s << domain::settingsTogether();
    onReady(m_journal.decide(subject, decide), this, [this, site, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        for (auto it = site.constBegin(); it != site.constEnd(); ++it) m_site.insert(it.key(), it.value());
        done(Ok{});
    });
}

domain::Policy Settings::policyOf(const domain::SettingValues& values)
{
    domain::Policy p;
    p.training = domain::settingOf(values, u"profile.kind"_s) == u"sample";
    p.payee = {domain::settingOf(values, u"payee.holder"_s), domain::settingOf(values, u"payee.iban"_s), domain::settingOf(values, u"payee.bic"_s),
               domain::settingOf(values, u"payee.own_ibans"_s).split(u',', Qt::SkipEmptyParts)};
    const auto portal = domain::settingOf(values, u"portal.id"_s);
    // The training portal takes no real money: it is never used outside the sample workshop.
    p.portal = portal == u"none" || (portal == u"training" && !p.training) ? QString{} : portal;
    p.portalTest = !p.training && domain::settingOf(values, u"portal.test"_s) == u"yes";
    // "4711, 4712=5000.00": a customer number, with a limit of its own where it has one.
    for (const auto& entry : domain::settingOf(values, u"account.customers"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto number = entry.section(u'=', 0, 0).trimmed();
        p.onAccountCustomers << number;
        if (const auto own = domain::parseMoney(entry.section(u'=', 1).trimmed())) p.onAccountLimits.insert(number, own.value());
    }
    if (const auto above = domain::parseMoney(domain::settingOf(values, u"refund.four_eyes_above"_s))) p.fourEyesAbove = above.value();
    const auto from = domain::settingOf(values, u"mail.from"_s);
    p.mail = !domain::settingOf(values, u"mail.host"_s).isEmpty() && !from.isEmpty();
    p.confirmByMail = domain::settingOf(values, u"mail.confirm"_s) == u"yes";
    p.mailDomain = from.section(u'@', 1);
    if (const auto limit = domain::parseMoney(domain::settingOf(values, u"account.limit"_s))) p.onAccountLimit = limit.value();
    return p;
}

domain::Policy Settings::policy() const
{
    return policyOf(m_site);
}

QString Settings::legalName() const
{
    const auto name = value(u"company.legal_name"_s);
    return name.isEmpty() ? value(u"company.name"_s) : name;
}

ports::Letterhead Settings::letterhead(const QString& language) const
{
    ports::Letterhead l;
    const auto v = [this](const char* key) { return value(QLatin1StringView{key}); };
    l.name = v("company.name");
    l.tagline = v("company.tagline");
    l.legalName = legalName();
    l.street = v("company.street");
    l.postcode = v("company.postcode");
    l.city = v("company.city");
    l.phone = v("company.phone");
    l.email = v("company.email");
    l.web = v("company.web");
    l.director = v("company.director");
    l.register_ = v("company.register");
    l.vatId = v("company.vat_id");
    l.bankName = v("payee.bank");
    l.iban = v("payee.iban");
    l.bic = v("payee.bic");
    // Known in two languages; whose owner speaks a third one reads the English ones.
    const auto english = v("company.opening_hours_en");
    const bool house = domain::ownerLanguageOr(language).code == domain::ownerLanguages().front().code;
    l.openingHours = !house && !english.isEmpty() ? english : v("company.opening_hours");
    l.logoPng = QByteArray::fromBase64(v("company.logo").toLatin1());
    l.accent = v("company.accent");
    return l;
}

} // namespace tresen::services
