// DeskFixture: a desk with everything behind it for the tests of the sheets: a real store in a temporary folder, the real services, a scripted
// portal. Vehicles come in through domain events, as an import would have written them.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/counter.h"
#include "app/services/keys.h"
#include "app/services/mails.h"
#include "app/services/pickup_codes.h"
#include "app/services/portal_effects.h"
#include "app/services/refunds.h"
#include "app/services/requests.h"
#include "app/services/tasks.h"
#include "app/store/sql_journal.h"
#include "tests/sim/kept_secrets.h"
#include "tests/sim/scripted_portal.h"
#include <QAbstractButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace tresen::test {

inline constexpr int kPatienceMs = 30'000;   // every booking is a real fsync, and other tests may run beside this one

template <class T> T got(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

class DeskFixture {
public:
    DeskFixture()
    {
        store::StoreConfig config;
        config.file = folder.filePath(QStringLiteral("tresen.db"));
        config.origin = {QStringLiteral("Haupthaus"), QStringLiteral("Theke 1"), QStringLiteral("Frau Roth")};
        journal = std::make_unique<store::SqlJournal>(config, clock);
        if (const auto opened = got(journal->open()); !opened) qFatal("%s", qPrintable(opened.error().code));
        feed = std::make_unique<services::JournalFeed>(*journal);
        settings = std::make_unique<services::Settings>(*journal, folder.filePath(QStringLiteral("desk.json")));
        outbox = std::make_unique<services::Outbox>(*journal, clock);
        portals.add(portal);
        sync = std::make_unique<services::PortalSync>(*journal, *journal, *feed, *outbox, portals, clock);
        effects = std::make_unique<services::PortalEffects>(*journal, *feed, *outbox, *sync, portals, clock);
        mails = std::make_unique<services::Mails>(*journal, *feed, *outbox, *settings, clock, documents());
        mails->setSecrets(secrets);
        requests = std::make_unique<services::Requests>(*journal, *feed, *outbox, portals, paper, *settings, clock, documents());
        refunds = std::make_unique<services::Refunds>(*journal, *feed, *outbox, portals, paper, *settings, clock, documents());
        refunds->setUser(QStringLiteral("Frau Roth"));
        tasks = std::make_unique<services::Tasks>(*journal, *feed);
        reader = std::make_unique<services::BoardReader>(*journal);
        counter = makeCounter(QStringLiteral("Theke 1"));
        keys = std::make_unique<services::Keys>(*journal, *feed, *sync, clock);
        keys->setDocumentFolder(documents());
        pickups = std::make_unique<services::PickupCodes>(*journal, *feed, *outbox, *mails, *settings, clock);
    }

    std::unique_ptr<services::Counter> makeCounter(const QString& desk)
    {
        auto out = std::make_unique<services::Counter>(*journal, *feed, *outbox, *sync, paper, *settings, clock, documents());
        out->setDesk(desk);
        return out;
    }
    QString documents() const { return folder.filePath(QStringLiteral("documents")); }
    void becomeTraining() { set({{QStringLiteral("profile.kind"), QStringLiteral("sample")}}); }
    // As another desk would have set them.
    void set(const QList<std::pair<QString, QString>>& values)
    {
        std::vector<domain::Event> events;
        for (const auto& [key, value] : values) events.push_back(domain::SettingChanged{key, value, {}});
        append(events);
        bool loaded = false;
        settings->load([&loaded](const Result<Ok>& ok) { loaded = ok.ok(); });
        if (!QTest::qWaitFor([&loaded] { return loaded; }, kPatienceMs)) qFatal("settings not loaded");
    }

    static domain::InvoiceId id(const QString& number) { return domain::InvoiceId{QStringLiteral("i-") + number}; }

    void append(std::vector<domain::Event> events)
    {
        const auto decide = [events](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{events, {}, {}}; };
        const auto done = got(journal->decide({}, decide));
        if (!done) qFatal("%s %s", qPrintable(done.error().code), qPrintable(done.error().detail));
        feed->publish(done.value());
    }
    // One invoice; several with the same plate are one stay with one key.
    void take(const QString& number, qint64 cents, const QString& plate = QStringLiteral("FFB-ME 118"), const QString& hook = QStringLiteral("12"), const QString& email = {})
    {
        domain::Invoice invoice;
        invoice.number = number;
        invoice.typeCode = QStringLiteral("380");
        invoice.issueDate = QDate{2026, 11, 23};
        invoice.dueDate = QDate{2026, 12, 7};
        invoice.gross = invoice.amountDue = domain::Money::cents(cents);
        invoice.buyer.name = QStringLiteral("Dr. Helene Vogt");
        invoice.buyer.id = QStringLiteral("20418");
        invoice.buyer.email = email;
        invoice.vehicle.plate = plate;
        invoice.vehicle.model = QStringLiteral("Audi Q3");
        invoice.vehicle.work = QStringLiteral("Bremsen vorn");
        const domain::KeyId key{QStringLiteral("k-") + plate};
        std::vector<domain::Event> events;
        if (!m_plates.contains(plate)) {
            events.push_back(domain::KeyTaken{key, plate, {}, invoice.vehicle.model});
            if (!hook.isEmpty()) events.push_back(domain::KeyHung{key, hook});
            m_plates << plate;
        }
        events.push_back(domain::InvoiceTaken{id(number), domain::naturalKeyOf(QStringLiteral("Haupthaus"), QStringLiteral("WERBAS"), invoice), QStringLiteral("WERBAS"), invoice,
                                              number + QStringLiteral(".xml"), {}, {}, {}, key, {}});
        append(events);
    }
    // A payment link over what is open, at the portal and in the journal.
    QString link(const QString& number)
    {
        const auto open = item(number).open();
        const auto linkId = portal.openLink(open);
        const domain::RequestId request{QStringLiteral("r-") + number};
        domain::RequestCreated made;
        made.request = request;
        made.invoice = id(number);
        made.portal = QStringLiteral("scripted");
        made.amount = open;
        made.idempotencyKey = QStringLiteral("key-") + number;
        made.token = QStringLiteral("TOKEN") + number;
        append({made, domain::RequestAnswered{request, id(number), domain::RequestState::Open, linkId, QStringLiteral("https://pay.example/x"), {}, {}}});
        return linkId;
    }
    // Paid over the link, and read by the desk. Answers the link.
    QString payOnline(const QString& number)
    {
        const auto linkId = link(number);
        portal.pay(linkId);
        refresh(number);
        return linkId;
    }
    // Paid over the link and in cash before anybody asked the portal: too much by the whole amount, and a task.
    QString payTwice(const QString& number)
    {
        const auto open = item(number).open();
        const auto linkId = link(number);
        domain::PaymentBooked cash;
        cash.payment = domain::PaymentId::fresh();
        cash.invoice = id(number);
        cash.kind = domain::PaymentKind::Cash;
        cash.amount = open;
        cash.stage = domain::MoneyStage::Confirmed;
        cash.sourceKey = QStringLiteral("cash:") + cash.payment.text();
        cash.method = QStringLiteral("cash");
        append({cash});
        portal.pay(linkId);
        refresh(number);
        return linkId;
    }
    // The desk asks the portal, as the poller does.
    void refresh(const QString& number)
    {
        bool done = false;
        sync->refresh(id(number), [&done](const Result<Ok>&) { done = true; });
        if (!QTest::qWaitFor([&done] { return done; }, kPatienceMs)) qFatal("no answer");
    }

    domain::OpenItem item(const QString& number)
    {
        ports::Subject subject;
        subject.invoices.push_back(id(number));
        const auto s = got(journal->load(subject));
        if (!s || s.value().items.empty()) qFatal("no such invoice");
        return s.value().items.front();
    }
    domain::VehicleKey key(const QString& number)
    {
        ports::Subject subject;
        subject.invoices.push_back(id(number));
        subject.stays = ports::Stays::Whole;
        const auto s = got(journal->load(subject));
        if (!s || s.value().keys.empty()) qFatal("no such key");
        return s.value().keys.front();
    }
    services::InvoiceView view(const QString& number)
    {
        std::optional<services::InvoiceView> out;
        reader->invoice(id(number), [&out](const Result<services::InvoiceView>& answer) { out = answer.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs)) qFatal("no view");
        return *out;
    }
    domain::BoardRow row(const QString& number)
    {
        const auto rows = got(journal->board());
        for (const auto& row : rows.value())
            if (row.number == number) return row;
        qFatal("no such row");
    }

    QTemporaryDir folder;
    ManualClock clock{Instant{QDateTime{QDate{2026, 11, 23}, QTime{10, 42, 11}}.toMSecsSinceEpoch()}};
    sim::ScriptedPortal portal{clock};
    sim::ScriptedPaper paper;
    sim::KeptSecrets secrets;
    services::Portals portals;
    std::unique_ptr<store::SqlJournal> journal;
    std::unique_ptr<services::JournalFeed> feed;
    std::unique_ptr<services::Settings> settings;
    std::unique_ptr<services::Outbox> outbox;
    std::unique_ptr<services::PortalSync> sync;
    std::unique_ptr<services::PortalEffects> effects;
    std::unique_ptr<services::Mails> mails;
    std::unique_ptr<services::Requests> requests;
    std::unique_ptr<services::Refunds> refunds;
    std::unique_ptr<services::Tasks> tasks;
    std::unique_ptr<services::BoardReader> reader;
    std::unique_ptr<services::Counter> counter;
    std::unique_ptr<services::Keys> keys;
    std::unique_ptr<services::PickupCodes> pickups;

private:
    QStringList m_plates;
};

// What hands and eyes can find on a sheet, by its name; of several the one that can be seen.
template <class W> W* find(QWidget& sheet, const char* name)
{
    const auto found = sheet.findChildren<W*>(QString::fromLatin1(name));
    if (found.isEmpty()) qFatal("no %s", name);
    const auto seen = std::find_if(found.begin(), found.end(), [](const W* w) { return w->isVisible(); });
    return seen == found.end() ? found.front() : *seen;
}

inline QAbstractButton* button(QWidget& sheet, const char* name) { return find<QAbstractButton>(sheet, name); }

inline bool press(QWidget& sheet, const char* name)
{
    auto* b = button(sheet, name);
    if (!b->isVisibleTo(&sheet) || !b->isEnabled()) return false;
    QTest::mouseClick(b, Qt::LeftButton);
    return true;
}

// Every place the keyboard can go to has a name, is high enough for a finger and lies inside the sheet's window.
inline QString complaintsAbout(QWidget& sheet, int least = 44)
{
    QStringList out;
    for (auto* w : sheet.findChildren<QWidget*>()) {
        if ((w->focusPolicy() & Qt::TabFocus) == 0 || !w->isVisibleTo(&sheet)) continue;
        const auto* named = qobject_cast<QAbstractButton*>(w);
        const auto name = w->accessibleName().isEmpty() && named ? named->text() : w->accessibleName();
        const auto what = w->objectName() + u' ' + name;
        if (name.isEmpty()) out << what + QStringLiteral(": no name");
        if (w->height() < least) out << what + QStringLiteral(": low, %1").arg(w->height());
        const QRect place{w->mapTo(&sheet, QPoint{}), w->size()};
        if (!sheet.rect().contains(place)) out << what + QStringLiteral(": outside");
        if (!w->parentWidget()->rect().contains(w->geometry())) out << what + QStringLiteral(": cut off");
    }
    return out.join(u'\n');
}

} // namespace tresen::test
