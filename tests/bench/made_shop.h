// A year of a workshop in a store of its own: most invoices are paid and gone, the others stand on the yard in every state. For benches.
#pragma once
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <random>

namespace tresen::bench {

using namespace Qt::Literals::StringLiterals;
using namespace tresen::store;
using namespace tresen::store::test;

struct ShopSize { int invoices = 10'000, yard = 400; };
inline constexpr int kGroup = 500;
inline constexpr qint64 kDayMs = 24 * 3'600'000LL;

inline domain::Invoice invoiceOf(int i, std::mt19937& random)
{
    static const QStringList names{u"Öztürk"_s, u"Müller"_s, u"Schmidt"_s, u"Weiß"_s, u"Bau Weidinger GmbH"_s, u"Meier"_s, u"Jäger"_s, u"Spedition Hauer KG"_s,
                                   u"Ferrari"_s, u"Petersen"_s, u"Demir"_s, u"Vogt"_s};
    static const QStringList cars{u"VW Golf VII"_s, u"Audi A4"_s, u"Opel Corsa"_s, u"BMW 320d"_s, u"Škoda Octavia"_s};
    const auto letter = [&random] { return QChar{static_cast<char16_t>('A' + random() % 26)}; };
    const auto plate = u"%1-%2%3 %4"_s.arg(QStringList{u"M"_s, u"FFB"_s, u"HH"_s}[i % 3]).arg(letter()).arg(letter()).arg(1 + random() % 9'998);
    auto invoice = sampleInvoice(u"2026-%1"_s.arg(i, 5, 10, QChar{u'0'}), 5'000 + static_cast<qint64>(random() % 200'000), plate);
    invoice.buyer.name = u"%1 %2"_s.arg(names[static_cast<qsizetype>(random() % 12)]).arg(i % 3'000);
    invoice.buyer.id = u"K-%1"_s.arg(i % 3'000);
    invoice.vehicle.model = cars[static_cast<qsizetype>(random() % 5)];
    invoice.vat = {{u"S"_s, u"19"_s, invoice.net, invoice.tax}};
    for (int n = 0; n < 6; ++n) invoice.lines.push_back({QString::number(n + 1), u"Bremsbeläge vorn erneuern"_s, {}, u"1.5"_s, u"HUR"_s, domain::Money::cents(4'200), u"S"_s, u"19"_s});
    return invoice;
}

inline std::vector<domain::Event> storyOf(int i, ShopSize size, std::mt19937& random)
{
    std::vector<domain::Event> out;
    const domain::KeyId key{u"key-%1"_s.arg(i)};
    const domain::InvoiceId id{u"inv-%1"_s.arg(i)};
    const auto record = invoiceOf(i, random);
    out.push_back(domain::KeyTaken{key, record.vehicle.plate, {}, record.vehicle.model});
    domain::InvoiceTaken taken;
    taken.invoice = id;
    taken.naturalKey = domain::naturalKeyOf(u"Haupthaus"_s, u"WERBAS"_s, record);
    taken.system = u"WERBAS"_s;
    taken.record = record;
    taken.key = key;
    out.push_back(std::move(taken));
    out.push_back(domain::KeyHung{key, QString::number(i % 99 + 1)});
    const bool gone = i < size.invoices - size.yard;
    const auto kind = gone ? 0U : random() % 4;
    if (kind == 3) return out;   // open
    if (kind == 2) {
        const domain::RequestId request{u"req-%1"_s.arg(i)};
        out.push_back(domain::RequestCreated{request, id, 1, u"mollie"_s, domain::PortalMode::Live, *record.gross, u"idem-%1"_s.arg(i), u"token-%1"_s.arg(i), u"T-%1"_s.arg(i), i + 1});
        out.push_back(domain::RequestAnswered{request, id, domain::RequestState::Open, u"pl_%1"_s.arg(i), u"https://pay.example/%1"_s.arg(i), {}, Instant{1'900'000'000'000}});
        return out;
    }
    out.push_back(cash(id.text(), kind == 1 ? record.gross->inCents() / 2 : record.gross->inCents(), QString::number(i), u"B-%1"_s.arg(i, 6, 10, QChar{u'0'})));
    if (!gone) return out;
    const domain::SettlementId settlement{u"set-%1"_s.arg(i)};
    out.push_back(domain::KeyReleased{key, id, u"Abholer"_s, true, u"paid"_s, {}});
    out.push_back(domain::SettlementWritten{settlement, id, i / 40 + 1, u"lauf-%1.csv"_s.arg(i / 40 + 1), u"settled"_s, *record.gross});
    out.push_back(domain::SettlementAnswered{settlement, id, true, {}});
    return out;
}

inline void makeShop(const QString& folder, ShopSize size)
{
    QFile desk{folder + u"/desk.json"_s};
    if (!desk.open(QIODevice::WriteOnly) || desk.write("{\"desk.user\":\"Sabine Kern\",\"ui.theme\":\"light\"}\n") < 0) qFatal("desk.json");
    StoreConfig config;
    config.file = folder + u"/tresen.db"_s;
    config.flushEveryCommit = false;   // for the making only: the program opens it as it always does
    config.origin = {u"Haupthaus"_s, u"Theke 1"_s, u"bench"_s};
    ManualClock clock{Instant{SystemClock{}.now().ms - 300 * kDayMs}};
    SqlJournal journal{config, clock};
    if (!got(journal.open())) qFatal("open");
    std::mt19937 random{7};
    for (int start = 0; start < size.invoices; start += kGroup) {
        std::vector<ports::Job> jobs;
        for (int i = start; i < start + kGroup; ++i) jobs.push_back({ports::Subject{}, always(storyOf(i, size, random))});
        const auto done = got(journal.decideAll(std::move(jobs)));
        if (!done) qFatal("making: %s", qPrintable(done.error().code));
        for (const auto& one : done.value()) if (!one) qFatal("making: %s %s", qPrintable(one.error().code), qPrintable(one.error().detail));
        clock.advance(300 * kDayMs * kGroup / size.invoices - 60'000);
    }
    const auto rows = got(journal.board());
    if (!rows || rows.value().size() != static_cast<std::size_t>(size.invoices)) qFatal("board");
}

struct Shop {
    explicit Shop(ShopSize size) { makeShop(folder.path(), size); }
    QTemporaryDir folder{QDir::currentPath() + u"/bench-XXXXXX"_s};   // on the disk of the build, not in memory
};

} // namespace tresen::bench
