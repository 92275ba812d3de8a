// PagesFixture: the stations behind the pages, real ones over a fresh SQLite store in a folder of its own, and the few things the tests of
// the pages do with them. Used by the tests of inbox, give back and settings, and by their gallery.
#pragma once
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/settlement/settlement_files.h"
#include "app/services/accounts.h"
#include "app/services/connections.h"
#include "app/services/intake.h"
#include "app/services/vault_keeper.h"
#include "app/services/write_back.h"
#include "app/core/async.h"
#include "app/store/sql_journal.h"
#include "tests/sim/kept_secrets.h"
#include "ui/common/theme.h"
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <algorithm>

namespace tresen::test {

template <class T> T got(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

class PagesFixture {
public:
    PagesFixture()
    {
        if (!got(journal.open()).ok()) qFatal("no store");
        journal.setOrigin({QStringLiteral("Werk Süd"), QStringLiteral("Theke 2"), QStringLiteral("Miriam Roth")});
        bool loaded = false;
        settings.load([&loaded](const Result<Ok>& done) { loaded = done.ok(); });
        if (!QTest::qWaitFor([&loaded] { return loaded; })) qFatal("no settings");
        intake.setSite(QStringLiteral("Werk Süd"), QStringLiteral("WERBAS"));
    }

    QString path(const QString& name) const { return folder.filePath(name); }
    void set(const QString& key, const QString& value, const QString& reason = {})
    {
        bool done = false;
        settings.set(key, value, reason, [&](const Result<Ok>& r) {
            if (!r) qFatal("setting %s: %s", qPrintable(key), qPrintable(r.error().code));
            done = true;
        });
        if (!QTest::qWaitFor([&done] { return done; })) qFatal("setting not stored");
    }
    QString makeFolder(const QString& name)
    {
        QDir{}.mkpath(path(name));
        return path(name);
    }
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file{path(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }
    // One of the sample workshop's invoices under another number, with another amount where it is given as text.
    static QByteArray sample(const QString& number, const QString& as = {})
    {
        QFile file{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/%1.xml").arg(number)};
        if (!file.open(QIODevice::ReadOnly)) qFatal("no sample %s", qPrintable(number));
        auto bytes = file.readAll();
        return as.isEmpty() ? bytes : bytes.replace(number.toUtf8(), as.toUtf8());
    }
    services::IntakeSummary takeIn(const QStringList& paths)
    {
        std::optional<services::IntakeSummary> out;
        intake.take(paths, false, [&out](const Result<services::IntakeSummary>& r) { out = r.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("the intake does not end");
        return *out;
    }
    std::vector<domain::BoardRow> rows() { return got(journal.board()).value(); }
    domain::InvoiceId find(const QString& number)
    {
        const auto all = rows();
        const auto row = std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.number == number; });
        return row == all.end() ? domain::InvoiceId{} : row->invoice;
    }
    // As the counter books it: the whole amount in cash.
    void payInFull(const QString& number)
    {
        const auto all = rows();
        const auto row = std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.number == number; });
        if (row == all.end()) qFatal("no invoice %s", qPrintable(number));
        domain::PaymentBooked paid;
        paid.payment = domain::PaymentId::fresh();
        paid.invoice = row->invoice;
        paid.kind = domain::PaymentKind::Cash;
        paid.amount = row->open;
        paid.sourceKey = QStringLiteral("cash:") + paid.payment.text();
        paid.method = QStringLiteral("cash");
        paid.paidAt = clock.now();
        const auto appended = got(journal.decide({}, [paid](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{paid}, {}, {}}; }));
        if (!appended) qFatal("not booked: %s", qPrintable(appended.error().code));
        feed.publish(appended.value());
    }
    std::vector<services::PendingSettlement> pending()
    {
        std::optional<std::vector<services::PendingSettlement>> out;
        writeBack.pending([&out](const Result<std::vector<services::PendingSettlement>>& r) { out = r.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); })) qFatal("no answer");
        return *out;
    }
    // The workshop system's answer to one record.
    void answer(const QString& folderName, const QString& name, const domain::SettlementId& id, bool accepted, const QString& text = {})
    {
        QJsonObject one{{QStringLiteral("id"), id.text()}, {QStringLiteral("status"), accepted ? QStringLiteral("accepted") : QStringLiteral("refused")}};
        if (!text.isEmpty()) one.insert(QStringLiteral("text"), text);
        const QJsonObject all{{QStringLiteral("schema"), QStringLiteral("tresen.settlement.ack/1")}, {QStringLiteral("answers"), QJsonArray{one}}};
        write(folderName + QLatin1Char{'/'} + name, QJsonDocument{all}.toJson());
    }

    QTemporaryDir folder;
    ManualClock clock{Instant::fromIso(QStringLiteral("2026-11-23T09:42:07.000Z"))};
    store::SqlJournal journal{config(), clock};
    services::JournalFeed feed{journal};
    services::Settings settings{journal, folder.filePath(QStringLiteral("desk.json"))};
    adapters::einvoice::EInvoiceReader reader;
    adapters::settlement::SettlementFiles sink{clock};
    services::Outbox outbox{journal, clock};
    services::Intake intake{journal, feed, reader};
    services::WriteBack writeBack{journal, feed, outbox, sink, settings, clock};
    services::VaultKeeper vault{journal};
    sim::KeptSecrets secrets;
    services::Portals portals;
    services::Mails mails{journal, feed, outbox, settings, clock, folder.filePath(QStringLiteral("documents"))};
    // What the composition root would make anew; a test that wants portals or a mail server says how.
    std::function<Result<Ok>()> connectPeers = [] { return Result<Ok>{Ok{}}; };
    std::function<services::PortalCapabilities(const QString&)> capabilitiesOf = [](const QString& id) {
        services::PortalCapabilities out;
        out.id = out.displayName = id;
        out.cancelsOpenLink = out.changeFeed = out.refunds = out.partialRefunds = out.ownReference = true;
        if (id == QStringLiteral("bezahl")) out.refunds = out.partialRefunds = false;
        if (id == QStringLiteral("bezahl")) out.notes << QStringLiteral("uncertified");
        if (id == QStringLiteral("adyen")) out.changeFeed = out.refundsByFetch = false;
        if (id == QStringLiteral("adyen")) out.notes << QStringLiteral("needs_public_address");
        return out;
    };
    services::Accounts accounts{secrets, settings, portals, mails, clock,
                                {[this](const services::Done<Ok>& done) { done(connectPeers()); }, [this](const QString& id) { return capabilitiesOf(id); }}};
    services::HealthWatch health{clock};
    services::Connections connections{journal, writeBack, health, clock};

private:
    store::StoreConfig config() const
    {
        store::StoreConfig out;
        out.file = folder.filePath(QStringLiteral("tresen.db"));
        out.flushEveryCommit = false;   // nothing here is about power cuts
        return out;
    }
};

inline QRegularExpression harmlessWarnings()
{
    return QRegularExpression{QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")};
}

template <class T> T* part(QWidget& in, const QString& name)
{
    auto* found = in.findChild<T*>(name);
    if (found == nullptr) qFatal("no widget %s", qPrintable(name));
    return found;
}

// What a hand without a mouse can reach has a name; empty when all is well.
inline QStringList namelessIn(QWidget& page)
{
    QStringList out;
    const auto all = page.findChildren<QWidget*>();
    for (auto* widget : all) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->inherits("QScrollBar")) continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) out << QLatin1StringView{widget->metaObject()->className()} + QLatin1Char{' '} + widget->objectName();
    }
    return out;
}

// Fields that can be seen and are too low for a finger: what is typed into or chosen from. 44 logical pixels at a text of 100 percent.
inline QStringList lowIn(QWidget& page, int least = 44)
{
    QStringList out;
    for (auto* w : page.findChildren<QWidget*>()) {
        const bool field = w->inherits("QLineEdit") || w->inherits("QComboBox") || w->inherits("QAbstractSpinBox") || w->inherits("QPlainTextEdit");
        const bool inner = w->parentWidget() && (w->parentWidget()->inherits("QAbstractSpinBox") || w->parentWidget()->inherits("QComboBox") || w->parentWidget()->inherits("QLineEdit"));
        if (!field || inner || (w->focusPolicy() & Qt::TabFocus) == 0 || !w->isVisibleTo(&page) || w->height() >= least) continue;
        out << QStringLiteral("%1 %2: %3").arg(QString::fromLatin1(w->metaObject()->className()), w->objectName()).arg(w->height());
    }
    return out;
}

// Everything visible lies inside its page.
inline QStringList cutIn(QWidget& page)
{
    QStringList out;
    const auto all = page.findChildren<QWidget*>();
    for (auto* widget : all) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
        const auto box = QRect{widget->mapTo(&page, QPoint{}), widget->size()};
        if (box.right() > page.rect().right() + 1) out << QLatin1StringView{widget->metaObject()->className()} + QLatin1Char{' '} + widget->objectName();
    }
    return out;
}

} // namespace tresen::test
