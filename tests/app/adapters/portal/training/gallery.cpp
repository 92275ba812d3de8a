// Serves the pay page in every state and prints "name url" lines, for looking at it and for pictures. paypage_gallery FOLDER SECONDS
#include "app/adapters/portal/training/training_portal.h"
#include "app/domain/owner_language.h"
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::training;

namespace {

ports::LinkOrder golf(const QString& key, const QString& token)
{
    ports::LinkOrder order;
    order.idempotencyKey = key;
    order.mode = domain::PortalMode::Test;
    order.token = token;
    order.amount = domain::Money::cents(100245);
    order.language = u"de"_s;
    order.invoiceNumber = u"RE-2026-00417-"_s + key;
    order.plate = u"ES-MG 417E"_s;
    order.vehicle = u"VW Golf Variant 1.5 eTSI"_s;
    order.issueDate = QDate{2026, 11, 23};
    order.dueDate = QDate{2026, 12, 7};
    order.onAccountOffered = true;
    const auto row = [&](const QString& label, qint64 cents, bool strong = false) {
        order.summary.push_back({label, domain::Money::cents(cents), strong});
    };
    row(u"Arbeitslohn"_s, 39975);
    row(u"Ersatzteile"_s, 51240);
    row(u"Kleinmaterial und Entsorgung"_s, 1890);
    row(u"Hauptuntersuchung, Gebühr der Prüfstelle"_s, 9450);
    row(u"USt 19 % auf 931,05 €"_s, 17690);
    row(u"Rechnungsbetrag"_s, 120245, true);
    row(u"Anzahlung vom 12.11.2026 (Karte)"_s, -20000);
    row(u"Noch zu zahlen"_s, 100245, true);
    return order;
}

// What the owner does is written straight into the file, as another process on the same folder would.
void note(const QString& folder, const QString& kind, const QString& id, const QJsonObject& more = {})
{
    LinkFile file{folder};
    const auto done = file.change([&](const LinkBook&) -> Result<QByteArray> { return changeLine(kind, id, SystemClock{}.now(), more); });
    if (!done) qFatal("%s", qPrintable(done.error().code));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    if (argc != 3) return 2;
    SystemClock clock;
    TrainingConfig config;
    config.stateFolder = QString::fromLocal8Bit(argv[1]);
    config.workshop = {u"Autohaus Sommer & Söhne"_s,
                       u"Esslingen am Neckar"_s,
                       u"0711 550417-12"_s,
                       {},
                       {},
                       u"Mo–Fr 7:30–18 Uhr"_s,
                       u"Autohaus Sommer & Söhne GmbH"_s,
                       u"DE89370400440532013000"_s,
                       u"Autohaus Sommer & Söhne GmbH\nNeckarstraße 1\n73728 Esslingen am Neckar"_s,
                       {}};
    if (qEnvironmentVariableIsSet("GALLERY_LONG")) {
        config.workshop.name = u"Kraftfahrzeugmeisterbetrieb Schwarzenbergsiedlung & Nachfolger Oberhausen GmbH"_s;
        config.workshop.openingHours = u"Mo–Do 7:30–18:30, Fr 7:30–17 Uhr, Sa 9–12 Uhr nur Abholung"_s;
        config.workshop.accent = u"#7a1f5c"_s;
    }
    TrainingPortal portal{config, clock};
    auto started = portal.start();
    started.waitForFinished();
    if (!started.result()) qFatal("%s", qPrintable(started.result().error().code));
    QTextStream out{stdout};
    const QStringList names{u"open"_s,    u"screen"_s,  u"checking"_s,   u"paid"_s,      u"paidsoon"_s, u"elsewhere"_s,
                            u"counter"_s, u"account"_s, u"superseded"_s, u"withdrawn"_s, u"expired"_s,  u"long"_s};
    for (const auto& name : names) {
        ports::LinkOrder order = golf(name, {});
        order.invoiceNumber = u"RE-2026-00417"_s + (name == u"open" ? QString{} : u'-' + QString::number(names.indexOf(name)));
        if (name == u"long") {
            order.plate = u"WÜRZ-AB 1234E"_s;
            order.amount = domain::Money::cents(123'456'789'01);
            order.vehicle = u"Mercedes-Benz Sprinter 519 CDI Allrad Kastenwagen Hochdach lang (Werkstattaufbau)"_s;
            order.invoiceNumber = u"FILIALE-OBERHAUSEN-2026-0000417-KORREKTUR-2"_s;
        }
        if (name == u"expired") order.expiresAt = clock.now().plusMs(-1000);
        auto made = portal.create(order);
        made.waitForFinished();
        if (!made.result()) qFatal("%s", qPrintable(made.result().error().code));
        const auto link = made.result().value();
        const QString& id = link.linkId;
        if (name == u"screen" || name == u"checking" || name.startsWith(u"paid")) note(config.stateFolder, change::kStart, id);
        if (name == u"checking") note(config.stateFolder, change::kHangs, id);
        if (name.startsWith(u"paid")) note(config.stateFolder, change::kPaid, id, {{u"payment"_s, u"tr_7c41d0a9be55"_s}});
        if (name == u"paid") portal.fetch(id).waitForFinished();
        if (name == u"counter" || name == u"account") note(config.stateFolder, change::kChoice, id, {{u"choice"_s, name}});
        if (name == u"elsewhere") portal.noteClosed(id, ClosedReason::PaidElsewhere).waitForFinished();
        if (name == u"superseded" || name == u"withdrawn") portal.cancel(id).waitForFinished();
        if (name == u"superseded") {
            order.idempotencyKey += u"2"_s;
            portal.create(order).waitForFinished();
        }
        out << name << ' ' << link.url << (name == u"screen" ? u"/pay"_s : QString{}) << '\n';
    }
    const auto open = golf(u"languages"_s, {});
    auto made = portal.create(open);
    made.waitForFinished();
    if (!made.result()) qFatal("%s", qPrintable(made.result().error().code));
    for (const auto& one : domain::ownerLanguages()) out << "open-" << one.code << ' ' << made.result().value().url << "?lang=" << one.code << '\n';
    out << "unknown " << portal.baseUrl() << "/000000000000\n"
        << "enter " << portal.baseUrl() << "/\n"
        << "imprint " << portal.baseUrl() << "/-/imprint\n"
        << "privacy " << portal.baseUrl() << "/-/privacy\n";
    out.flush();
    QTimer::singleShot(QByteArray{argv[2]}.toInt() * 1000, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
