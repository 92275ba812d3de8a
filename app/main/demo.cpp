#include "app/main/demo.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using tresen::adapters::training::Rehearsal;

namespace tresen::app {
namespace {

constexpr auto kRoot = ":/sample/";
constexpr qint64 kMinuteMs = 60'000;

QByteArray resource(const QString& name)
{
    QFile file{QLatin1StringView{kRoot} + name};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QHash<QString, QString> settingsOf(const QJsonObject& company, const QString& profile)
{
    const auto v = [&](const char* key) { return company[QLatin1StringView{key}].toString(); };
    return {{u"profile.kind"_s, u"sample"_s}, {u"portal.id"_s, u"training"_s}, {u"portal.methods"_s, u"Karte, Apple Pay, Google Pay, PayPal, Wero"_s},
            {u"company.name"_s, v("short_name")}, {u"company.legal_name"_s, v("name")}, {u"company.tagline"_s, v("tagline")}, {u"company.street"_s, v("street")},
            {u"company.postcode"_s, v("postcode")}, {u"company.city"_s, v("city")}, {u"company.phone"_s, v("phone")}, {u"company.email"_s, v("mail")},
            {u"company.web"_s, v("web")}, {u"company.director"_s, v("managing_director")},
            {u"company.register"_s, v("register_court") + u' ' + v("register_number")}, {u"company.vat_id"_s, v("vat_id")},
            {u"company.opening_hours"_s, v("opening_hours")}, {u"company.opening_hours_en"_s, v("opening_hours_en")}, {u"company.advisor"_s, v("advisor")}, {u"company.advisor_phone"_s, v("advisor_phone")},
            {u"company.logo"_s, QString::fromLatin1(resource(u"logo.png"_s).toBase64())}, {u"company.accent"_s, v("accent")},
            {u"payee.holder"_s, v("payee_holder")}, {u"payee.iban"_s, v("payee_iban")}, {u"payee.bic"_s, v("payee_bic")}, {u"payee.bank"_s, v("bank")},
            {u"site.name"_s, v("site")}, {u"site.number"_s, u"1"_s}, {u"source.system"_s, u"WERBAS"_s}, {u"source.folder"_s, profile + u"/workshop/in"_s},
            {u"writeback.folder"_s, profile + u"/workshop/out"_s}, {u"desk.name"_s, u"Theke 2"_s}, {u"desk.user"_s, v("advisor")}};
}

} // namespace

Demo::Demo(QString profile, QObject* parent)
    : QObject{parent}, m_profile{std::move(profile)}, m_start{SystemClock{}.now()}, m_clock{m_start}
{
}

Demo::~Demo() = default;

bool Demo::isSample(const QString& profile)
{
    return QFileInfo::exists(profile + u"/sample.mark"_s);
}

void Demo::run(services::Done<Summary> done)
{
    m_done = std::move(done);
    if (isSample(m_profile)) {
        m_summary.wasThere = true;
        return m_done(m_summary);
    }
    if (QFileInfo::exists(m_profile + u"/tresen.db"_s)) return m_done(Error{Fault::Refused, u"demo.profile_in_use"_s, m_profile});
    m_sample = QJsonDocument::fromJson(resource(u"sample.json"_s)).object();
    readSteps();
    m_clock.set(m_start.plusMs(-m_steps.front().agoMs));
    m_house = std::make_unique<House>(HouseOptions{m_profile, &m_clock});
    m_house->open([this](const Result<Ok>& ok) { opened(ok); });
}

void Demo::readSteps()
{
    for (const auto& f : m_sample[u"files"].toArray())
        m_steps.push_back(Step{f[u"ago_min"].toInteger() * kMinuteMs, {}, QJsonObject{{u"do"_s, u"import"_s}, {u"file"_s, f[u"file"].toString()}}});
    const auto invoices = m_sample[u"invoices"].toObject();
    for (auto it = invoices.begin(); it != invoices.end(); ++it) {
        for (const auto& s : it->toObject()[u"story"].toArray()) {
            const auto what = s.toObject();
            const auto minutes = what[u"do"].toString() == u"age_min" ? what[u"minutes"].toInteger() : what[u"ago_min"].toInteger();
            m_steps.push_back(Step{minutes * kMinuteMs, it.key(), what});
        }
    }
    std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) { return a.agoMs > b.agoMs; });
}

void Demo::opened(const Result<Ok>& ok)
{
    if (!ok) return m_done(ok.error());
    // The journal may live on a server: there the profile does not tell whether it is in use.
    onReady(m_house->journal->entries(0, 1), this, [this](const Result<std::vector<domain::Recorded>>& entries) {
        if (!entries) return m_done(entries.error());
        if (!entries.value().empty()) return m_done(Error{Fault::Refused, u"demo.profile_in_use"_s, m_profile});
        furnish();
    });
}

void Demo::furnish()
{
    for (const auto& folder : {u"/sample"_s, u"/workshop/in"_s, u"/workshop/out"_s})
        if (const auto made = files::makePrivateFolder(m_profile + folder); !made) return m_done(made.error());
    m_house->settings->setMany(settingsOf(m_sample[u"company"].toObject(), m_profile), [this](const Result<Ok>& set) {
        if (!set) return m_done(set.error());
        m_house->applySettings();
        next();
    });
}

void Demo::next()
{
    if (m_next >= m_steps.size()) return finish();
    const auto& step = m_steps[m_next++];
    Q_EMIT progress(static_cast<int>(m_next), static_cast<int>(m_steps.size()));
    m_clock.set(std::max(m_clock.now().plusMs(1), m_start.plusMs(-step.agoMs)));
    perform(step);
}

void Demo::stepDone(const Step& step, const Result<Ok>& ok)
{
    if (!ok) {
        const auto detail = u"%1 %2: %3 %4"_s.arg(step.number, step.what[u"do"].toString(), ok.error().code, ok.error().detail);
        return m_done(Error{Fault::Internal, u"demo.step"_s, detail});
    }
    ++m_summary.steps;
    // From the event loop: a long story must not grow the stack.
    QMetaObject::invokeMethod(this, [this] { next(); }, Qt::QueuedConnection);
}

void Demo::perform(const Step& step)
{
    const auto done = [this, step](const Result<Ok>& ok) { stepDone(step, ok); };
    if (step.what[u"do"].toString() == u"import") {
        const auto name = step.what[u"file"].toString();
        const auto file = m_profile + u"/sample/"_s + QFileInfo{name}.fileName();
        if (const auto written = files::writeAtomically(file, resource(name)); !written) return done(written);
        m_house->intake->take({file}, false, [this, done](const Result<services::IntakeSummary>& s) {
            if (!s) return done(s.error());
            m_summary.invoices += s.value().taken;
            done(s.value().refused == 0 ? Result<Ok>{Ok{}} : Error{Fault::Invalid, u"demo.import"_s, {}});
        });
        return;
    }
    ports::Subject subject;
    subject.numbers << step.number;
    onReady(m_house->journal->load(subject), this, [this, step, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        if (s.value().items.empty()) return done(Error{Fault::NotFound, u"invoice.unknown"_s, step.number});
        performOn(step, s.value().items.front());
    });
}

void Demo::performOn(const Step& step, const domain::OpenItem& item)
{
    const auto done = [this, step](const Result<Ok>& ok) { stepDone(step, ok); };
    const auto verb = step.what[u"do"].toString();
    const auto text = [&](const char* key) { return step.what[QLatin1StringView{key}].toString(); };
    if (verb == u"hook") {
        // Who hangs the key has the car before them, and says that the plate on the invoice is the one on the car.
        if (item.toConfirm.empty()) return m_house->keys->hang(item.id, text("hook"), done);
        return m_house->vehicles->confirm(item.id, [this, id = item.id, hook = text("hook"), done](const Result<Ok>& confirmed) {
            if (!confirmed) return done(confirmed.error());
            m_house->keys->hang(id, hook, done);
        });
    }
    if (verb == u"request") {
        const int copies = step.what[u"copies"].toInt(1);
        return m_house->requests->issue(item.id, {}, [this, item, copies, done](const Result<services::IssuedRequest>& issued) {
            if (!issued) return done(issued.error());
            if (copies < 2) return done(Ok{});
            m_house->requests->issue(item.id, {}, [done](const Result<services::IssuedRequest>& again) { done(again ? Result<Ok>{Ok{}} : again.error()); });
        });
    }
    if (verb == u"pay") return pay(step, item, done);
    if (verb == u"online_started") return atPortal(item, Rehearsal::Hangs, {}, done);
    if (verb == u"unknown" || verb == u"age_min")
        return m_house->sync->refresh(item.id, [this, item, done](const Result<Ok>&) { atPortal(item, Rehearsal::Silent, {}, [done](const Result<Ok>&) { done(Ok{}); }); });
    if (verb == u"chargeback") return atPortal(item, Rehearsal::ChargedBack, {}, done);
    if (verb == u"owner_choice") return atPortal(item, text("choice") == u"account" ? Rehearsal::OnAccount : Rehearsal::AtCounter, {}, done);
    if (verb == u"on_account") return m_house->counter->grantOnAccount(item.id, /*byManager=*/true, done);
    if (verb == u"release")
        return m_house->keys->release(item.id, text("to"), true, text("override"), [done](const Result<services::KeyOutlook>& o) { done(o ? Result<Ok>{Ok{}} : o.error()); });
    if (verb == u"return") return m_house->keys->takeBack(item.id, ownWords(u"Kunde fährt erst morgen"_s, u"owner leaves tomorrow only"_s), done);
    if (verb == u"cancel") return item.cancelled ? done(Ok{}) : m_house->intake->cancelInvoice(item.id, ownWords(u"im Werkstattsystem storniert"_s, u"cancelled in the workshop system"_s), done);
    done(Error{Fault::Internal, u"demo.verb"_s, verb});
}

// What somebody at the desk typed, in the language of the desk that the story is told for.
QString Demo::ownWords(const QString& german, const QString& english) const
{
    return m_house->settings->value(u"ui.language"_s) == u"en" ? english : german;
}

void Demo::pay(const Step& step, const domain::OpenItem& item, services::Done<Ok> done)
{
    const auto method = step.what[u"method"].toString();
    if (method == u"online") return atPortal(item, Rehearsal::Paid, step.what[u"via"].toString(), done);
    services::CounterRequest r;
    r.invoice = item.id;
    r.payment = domain::PaymentId::fresh();
    r.method = method == u"cash" ? domain::CounterMethod::Cash : method == u"card" ? domain::CounterMethod::Card : domain::CounterMethod::Transfer;
    const auto amount = domain::parseMoney(step.what[u"amount"].toString());
    if (!amount) return done(amount.error());
    r.amount = amount.value();
    if (const auto tendered = domain::parseMoney(step.what[u"tendered"].toString())) r.tendered = tendered.value();
    r.receiptNumber = step.what[u"receipt"].toString();
    // A transfer that arrives although the invoice is paid is a fact of the bank, not of the counter: it is booked as what it is.
    if (r.method == domain::CounterMethod::Transfer && !item.open().isPositive())
        return m_house->counter->noteTransfer(item.id, r.payment, r.amount, done);
    m_house->counter->pay(r, [done](const Result<services::CounterReceipt>& receipt) { done(receipt ? Result<Ok>{Ok{}} : receipt.error()); });
}

void Demo::atPortal(const domain::OpenItem& item, Rehearsal what, const QString& method, services::Done<Ok> done)
{
    const auto* request = item.lastRequest();
    if (!request) return done(Error{Fault::NotFound, u"request.none"_s, item.number});
    onReady(m_house->training->rehearse(request->linkId, what, method), this, [this, item, what, done](const Result<Ok>& rehearsed) {
        if (!rehearsed) return done(rehearsed);
        m_house->sync->refresh(item.id, [what, done](const Result<Ok>& read) { done(what == Rehearsal::Silent ? Result<Ok>{Ok{}} : read); });
    });
}

void Demo::finish()
{
    m_clock.set(std::max(m_clock.now().plusMs(1), SystemClock{}.now()));
    m_house->sync->round([this](const Result<int>& read) {
        if (!read) return m_done(read.error());
        const auto marked = files::writeAtomically(m_profile + u"/sample.mark"_s, "sample workshop\n");
        m_house.reset();
        if (!marked) return m_done(marked.error());
        m_done(m_summary);
    });
}

} // namespace tresen::app
