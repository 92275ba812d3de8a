#include "app/services/accounts.h"
#include "app/core/async.h"
#include <QPointer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// A key comes by the clipboard: blanks and line ends around it are not meant, one inside is a mistake.
Result<Secret> tidy(const Secret& secret)
{
    const auto text = secret.reveal().trimmed();
    if (text.isEmpty()) return Error{Fault::Refused, u"secret.empty"_s, {}};
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; })) return Error{Fault::Refused, u"secret.control_characters"_s, {}};
    return Secret{text};
}

} // namespace

QString portalKeyName(const QString& portal) { return u"portal.%1.key"_s.arg(portal); }
QString noticeSecretName(const QString& portal) { return u"portal.%1.notice"_s.arg(portal); }
QString mailPasswordName() { return u"mail.password"_s; }
QString orderTokenName() { return u"orders.token"_s; }
QStringList onlinePortals() { return {u"bezahl"_s, u"mollie"_s, u"stripe"_s, u"sumup"_s, u"adyen"_s}; }

bool PortalTest::good() const
{
    return !failure && !probe.steps.empty() && std::all_of(probe.steps.begin(), probe.steps.end(), [](const ProbeStep& s) { return s.ok; });
}

Accounts::Accounts(ports::SecretStore& secrets, Settings& settings, const Portals& portals, Mails& mails, const Clock& clock, AccountDoors doors, QObject* parent)
    : QObject{parent}, m_secrets{secrets}, m_settings{settings}, m_portals{portals}, m_mails{mails}, m_clock{clock}, m_doors{std::move(doors)}
{
}

void Accounts::openOrders(Done<quint16> done)
{
    if (!m_doors.openOrders) return done(quint16{0});
    m_doors.openOrders(std::move(done));
}

void Accounts::look(const QString& name, Done<bool> done)
{
    onReady(m_secrets.read(name), this, [done](const Result<Secret>& secret) { secret ? done(!secret.value().isEmpty()) : done(secret.error()); });
}

void Accounts::keep(const QString& name, const Secret& secret, Done<Ok> done)
{
    const auto fresh = tidy(secret);
    if (!fresh) return done(fresh.error());
    write(name, fresh.value(), std::move(done));
}

void Accounts::keepBeside(const QString& name, const Secret& secret, Done<Ok> done)
{
    const auto fresh = tidy(secret);
    if (!fresh) return done(fresh.error());
    onReady(m_secrets.read(name), this, [this, name, fresh = fresh.value(), done](const Result<Secret>& before) {
        if (!before) return done(before.error());
        const auto newest = before.value().reveal().split(u'\n', Qt::SkipEmptyParts).value(0).trimmed();
        const auto text = fresh.reveal();
        write(name, newest.isEmpty() || newest == text ? fresh : Secret{text + u'\n' + newest}, done);
    });
}

void Accounts::remove(const QString& name, Done<Ok> done)
{
    write(name, Secret{}, std::move(done));
}

void Accounts::write(const QString& name, const Secret& secret, Done<Ok> done)
{
    if (const auto may = m_doors.may ? m_doors.may(domain::Right::ChangeSettings) : Result<Ok>{Ok{}}; !may) return done(may);
    onReady(m_secrets.write(name, secret), this, [this, name, done](const Result<Ok>& written) {
        if (!written) return done(written);
        // Kept is kept: what the keyring says of the others is told by the health watch and by the next test.
        m_doors.connect([guard = QPointer{this}, this, name, done](const Result<Ok>&) {
            if (!guard) return;
            Q_EMIT secretChanged(name);
            done(Ok{});
        });
    });
}

void Accounts::begin(Work work)
{
    ++m_run;
    m_work = work;
    Q_EMIT workChanged();
}

// Looking at the settings once more also waits for one that is just being stored.
void Accounts::connectAnew(std::function<void(const Result<Ok>&)> then)
{
    const auto current = [guard = QPointer{this}, this, run = m_run] { return guard && run == m_run; };
    m_settings.look([this, current, then](const Result<Ok>& known) {
        if (!current()) return;
        if (!known) return then(known);
        m_doors.connect([current, then](const Result<Ok>& connected) {
            if (current()) then(connected);
        });
    });
}

void Accounts::testPortal(const QString& portal)
{
    if (m_work != Work::None) return;
    m_tested = portal;
    begin(Work::Portal);
    connectAnew([this, portal](const Result<Ok>& connected) { ask(portal, connected); });
}

void Accounts::ask(const QString& portal, const Result<Ok>& connected)
{
    auto* door = m_portals.find(portal);
    if (!door) return endPortal(portal, {m_clock.now(), connected ? Error{Fault::Refused, u"portal.not_configured"_s, {}} : connected.error()});
    onReady(door->probe(), this, [this, portal, run = m_run](const Result<PortalProbe>& probe) {
        if (run != m_run) return;
        PortalTest test{m_clock.now()};
        if (probe) test.probe = probe.value();
        else test.failure = probe.error();
        endPortal(portal, test);
    });
}

void Accounts::endPortal(const QString& portal, PortalTest test)
{
    m_portalTests.insert(portal, std::move(test));
    begin(Work::None);
    Q_EMIT portalTested(portal);
}

void Accounts::testMail(const Mails::TestMail& mail)
{
    if (m_work != Work::None) return;
    m_testedTo = mail.to;
    begin(Work::Mail);
    connectAnew([this, mail](const Result<Ok>& connected) {
        // Without the keyring there is no password: the server would say so, but not why.
        if (!connected) return endMail({m_clock.now(), mail.to, connected.error()});
        m_mails.sendTest(mail, [guard = QPointer{this}, this, to = mail.to, run = m_run](const Result<QString>& reply) {
            if (!guard || run != m_run) return;
            endMail(reply ? MailTest{m_clock.now(), to, {}, reply.value()} : MailTest{m_clock.now(), to, reply.error()});
        });
    });
}

void Accounts::endMail(MailTest test)
{
    m_mailTest = std::move(test);
    begin(Work::None);
    Q_EMIT mailTested();
}

void Accounts::stop()
{
    const Error stopped{Fault::Timeout, u"test.stopped"_s, {}};
    switch (m_work) {
    case Work::None: return;
    case Work::Portal: return endPortal(m_tested, {m_clock.now(), stopped});
    case Work::Mail: return endMail({m_clock.now(), m_testedTo, stopped});
    }
}

std::optional<PortalTest> Accounts::portalTest(const QString& portal) const
{
    const auto found = m_portalTests.constFind(portal);
    return found == m_portalTests.constEnd() ? std::nullopt : std::optional{*found};
}

} // namespace tresen::services
