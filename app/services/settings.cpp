#include "app/services/settings.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/domain/owner_language.h"
#include "app/domain/user_rules.h"
#include "app/services/journal_feed.h"
#include <QJsonDocument>
#include <QLockFile>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::SettingScope;

namespace tresen::services {
namespace {

constexpr qint64 kMaxDeskFile = 256 * 1024;
constexpr int kDeskLockMs = 2'000;        // another process at this desk writes a few kilobytes
constexpr int kUnlockReasonMin = 10, kUnlockReasonMax = 300;   // characters

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

Settings::Settings(ports::Journal& journal, QString deskFile, QObject* parent) : QObject{parent}, m_journal{journal}, m_deskFile{std::move(deskFile)}, m_desk{readDesk(m_deskFile)}
{
}

domain::SettingValues Settings::readDesk(const QString& deskFile)
{
    domain::SettingValues out;
    const auto bytes = files::readRegular(deskFile, kMaxDeskFile);
    if (!bytes) return out;
    const auto object = QJsonDocument::fromJson(bytes.value()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (const auto* def = domain::findSetting(it.key()); def && def->scope == SettingScope::Desk) out.insert(it.key(), it->toString());
    return out;
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
}

// Answers come in the order of the questions: what was stored here meanwhile is either in it or taken in after it.
QStringList Settings::take(const ports::SiteSettings& read)
{
    m_seq = read.seq;
    if (!read.values) return {};
    const auto before = std::exchange(m_site, *read.values);
    QStringList different;
    for (const auto* part : {&before, &std::as_const(m_site)})
        for (auto it = part->constBegin(); it != part->constEnd(); ++it)
            if (before.value(it.key()) != m_site.value(it.key()) && !different.contains(it.key())) different << it.key();
    different.sort();
    return different;
}

QString Settings::value(const QString& key) const
{
    const auto* def = domain::findSetting(key);
    return domain::settingOf(def && def->scope == SettingScope::Desk ? m_desk : m_site, key);
}

QString Settings::siteHere() const
{
    const auto own = value(u"desk.site"_s);
    return own.isEmpty() ? value(u"site.name"_s) : own;
}

bool Settings::isSet(const QString& key) const
{
    return !m_site.value(key).isEmpty() || !m_desk.value(key).isEmpty();
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

Result<Ok> Settings::mayChangeDesk(const domain::SettingDef& def) const
{
    const bool open = def.scope != SettingScope::Desk || def.hidden || def.key.startsWith(u"ui."_s);
    return open || !m_gate ? Result<Ok>{Ok{}} : m_gate(domain::Right::ChangeSettings);
}

Result<Ok> Settings::storeDesk(const QStringList& keys)
{
    QLockFile lock{m_deskFile + u".lock"_s};
    lock.setStaleLockTime(kDeskLockMs);
    if (!lock.tryLock(kDeskLockMs)) return Error{Fault::Unreachable, u"file.unwritable"_s, m_deskFile};
    const auto bytes = files::readRegular(m_deskFile, kMaxDeskFile);
    auto object = bytes ? QJsonDocument::fromJson(bytes.value()).object() : QJsonObject{};   // also what a newer version knows and this one does not
    for (const auto& key : keys) {
        if (m_desk.contains(key)) object.insert(key, m_desk.value(key));
        else object.remove(key);
    }
    if (const auto written = files::writeAtomically(m_deskFile, QJsonDocument{object}.toJson()); !written) return written;
    return Ok{};
}

void Settings::set(const QString& key, const QString& value, const QString& unlockReason, Done<Ok> done, const Agreement& agreed)
{
    const auto* def = domain::findSetting(key);
    if (!def) return done(Error{Fault::NotFound, u"setting.unknown"_s, key});
    const auto normal = domain::normalizeSetting(*def, value);
    if (!normal) return done(normal.error());
    if (def->scope == SettingScope::Desk) {
        if (const auto may = mayChangeDesk(*def); !may) return done(may);
        m_desk.insert(key, normal.value());
        const auto stored = storeDesk({key});
        if (stored) Q_EMIT changed(key);
        return done(stored);
    }
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
    domain::SettingValues site, desk, deskBefore;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const auto* def = domain::findSetting(it.key());
        if (!def) return done(Error{Fault::NotFound, u"setting.unknown"_s, it.key()});
        const auto normal = domain::normalizeSetting(*def, it.value());
        if (!normal) return done(normal.error());
        if (const auto may = mayChangeDesk(*def); !may) return done(may);
        (def->scope == SettingScope::Desk ? desk : site).insert(it.key(), normal.value());
    }
    for (auto it = desk.constBegin(); it != desk.constEnd(); ++it) {
        deskBefore.insert(it.key(), m_desk.value(it.key()));
        m_desk.insert(it.key(), it.value());
    }
    const auto takeBack = [this, deskBefore] {
        for (auto it = deskBefore.constBegin(); it != deskBefore.constEnd(); ++it) m_desk.insert(it.key(), it.value());
    };
    // The file before the journal: what is in the journal cannot be taken back.
    if (const auto stored = desk.isEmpty() ? Result<Ok>{Ok{}} : storeDesk(desk.keys()); !stored) {
        takeBack();
        return done(stored);
    }
    storeSite(site, unlockReason, [this, site, desk, takeBack, done](const Result<Ok>& stored) {
        if (!stored) {
            takeBack();
            if (!desk.isEmpty())
                if (const auto again = storeDesk(desk.keys()); !again) return done(again);
            return done(stored);
        }
        for (const auto& part : {desk, site})
            for (auto it = part.constBegin(); it != part.constEnd(); ++it) Q_EMIT changed(it.key());
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
