// Hundreds of invoices may hang on one key. What is decided about one that arrives is the same whether all of them were looked at or only those it may move; and
// what the board keeps of a stay is the same as if every row of it had been made anew.
#include "app/services/intake.h"
#include "app/services/vehicles.h"
#include "tests/app/store/store_fixture.h"
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;

namespace {

const QStringList kPlates{{}, u"M-AB 1"_s, u"M-AB 2"_s, u"M-AB 3"_s};
const QStringList kVins{{}, u"WVWZZZ1KZ8W123456"_s, u"WVWZZZ1KZ8W654321"_s, u"WVWZZZ1KZ8W111111"_s};

// "number|plate|vin|cents|further plate|further VIN|type|preceding|claim|payment means"
class LineSource final : public ports::WorkshopSource {
public:
    Result<ports::InvoiceDocument> read(const QByteArray& bytes, const QString& name) const override
    {
        Q_UNUSED(name)
        const auto parts = QString::fromUtf8(bytes).split(u'|');
        ports::InvoiceDocument out;
        auto& invoice = out.invoice = sampleInvoice(parts.value(0), parts.value(3).toLongLong(), parts.value(1));
        invoice.vehicle.vin = parts.value(2);
        if (!parts.value(4).isEmpty() || !parts.value(5).isEmpty()) {
            invoice.furtherVehicles.emplace_back();
            invoice.furtherVehicles.back().plate = parts.value(4);
            invoice.furtherVehicles.back().vin = parts.value(5);
        }
        if (!parts.value(6).isEmpty()) invoice.typeCode = parts.value(6);
        if (!parts.value(7).isEmpty()) invoice.preceding.push_back({parts.value(7), {}});
        out.claim = parts.value(8);
        if (!parts.value(9).isEmpty()) invoice.paymentMeans = {parts.value(9)};
        return out;
    }
};

QByteArray textOf(const Result<ports::Decision>& decision)
{
    if (!decision) return decision.error().code.toUtf8() + ' ' + decision.error().detail.toUtf8();
    QByteArray out;
    for (const auto& event : decision.value().events) out += kindOf(event).toUtf8() + ' ' + domain::compact(toJson(event)) + '\n';
    for (const auto& task : decision.value().outbox) out += task.key.toUtf8() + ' ' + task.payload + '\n';
    return out;
}

// Asks everything that looks at moving stays twice: first with the whole stays, of which nothing is kept, then as it was asked.
class AskedTwice final : public ports::Journal {
public:
    explicit AskedTwice(ports::Journal& real) : m_real{real} {}

    QStringList differences;         // filled on the database's thread, read when it is done
    std::size_t asked = 0, looked = 0, wholeLooked = 0;

    QFuture<Result<std::vector<Result<ports::Appended>>>> decideAll(std::vector<ports::Job> jobs) override
    {
        std::vector<ports::Job> twice;
        std::vector<bool> kept;
        for (auto& job : jobs) {
            if (job.subject.stays == ports::Stays::Moving) {
                const auto whole = std::make_shared<QByteArray>();
                auto first = job;
                first.subject.stays = ports::Stays::Whole;
                first.decide = [this, whole, decide = job.decide](const ports::Situation& s) -> Result<ports::Decision> {
                    *whole = textOf(decide(s));
                    wholeLooked += s.items.size();
                    return Error{Fault::Refused, u"test.asked"_s, {}};
                };
                twice.push_back(std::move(first));
                kept.push_back(false);
                job.decide = [this, whole, decide = job.decide](const ports::Situation& s) {
                    auto decision = decide(s);
                    ++asked;
                    looked += s.items.size();
                    if (const auto text = textOf(decision); text != *whole) differences << QString::fromUtf8("whole:\n" + *whole + "moving:\n" + text);
                    return decision;
                };
            }
            twice.push_back(std::move(job));
            kept.push_back(true);
        }
        return m_real.decideAll(std::move(twice)).then([kept](Result<std::vector<Result<ports::Appended>>> answers) {
            if (!answers) return answers;
            std::vector<Result<ports::Appended>> out;
            for (std::size_t i = 0; i < kept.size(); ++i)
                if (kept[i]) out.push_back(std::move(answers.value()[i]));
            return Result<std::vector<Result<ports::Appended>>>{std::move(out)};
        });
    }

    void setActing(domain::UserId user, QString otherwise) override { m_real.setActing(user, otherwise); }
    QFuture<Result<ports::Appended>> decide(ports::Subject subject, ports::Decide decide) override { return m_real.decide(subject, decide); }
    QFuture<Result<ports::Situation>> load(ports::Subject subject) override { return m_real.load(subject); }
    QFuture<Result<std::vector<domain::BoardRow>>> board() override { return m_real.board(); }
    QFuture<Result<ports::BoardStart>> boardStart() override { return m_real.boardStart(); }
    QFuture<Result<std::vector<domain::BoardRow>>> boardSince(qint64 seq) override { return m_real.boardSince(seq); }
    QFuture<Result<ports::ItemDetail>> detail(domain::InvoiceId invoice) override { return m_real.detail(invoice); }
    QFuture<Result<std::vector<domain::Recorded>>> entries(qint64 afterSeq, int limit) override { return m_real.entries(afterSeq, limit); }
    QFuture<Result<std::vector<domain::Recorded>>> entriesBetween(Instant from, Instant until, qint64 afterSeq, int limit) override { return m_real.entriesBetween(from, until, afterSeq, limit); }
    QFuture<Result<std::vector<domain::Recorded>>> arrivals(Instant from, qint64 afterSeq) override { return m_real.arrivals(from, afterSeq); }
    QFuture<Result<std::vector<domain::OpenItem>>> watched() override { return m_real.watched(); }
    QFuture<Result<std::vector<domain::OpenItem>>> ofLinks(QString portal, QStringList links) override { return m_real.ofLinks(portal, links); }
    QFuture<Result<std::vector<domain::InvoiceId>>> takenBy(domain::BatchId batch) override { return m_real.takenBy(batch); }
    QFuture<Result<std::vector<domain::OpenItem>>> toWriteBack() override { return m_real.toWriteBack(); }
    QFuture<Result<QHash<QString, QString>>> settings() override { return m_real.settings(); }
    QFuture<Result<ports::SiteSettings>> settingsSince(qint64 seq) override { return m_real.settingsSince(seq); }
    QFuture<Result<std::vector<ports::OutboxEntry>>> outboxDue(Instant now, int limit) override { return m_real.outboxDue(now, limit); }
    QFuture<Result<Ok>> outboxFailed(QString key, QString error, Instant retryAt) override { return m_real.outboxFailed(key, error, retryAt); }
    QFuture<Result<std::vector<domain::BoardRow>>> refreshed(std::vector<domain::InvoiceId> invoices, Instant at) override { return m_real.refreshed(invoices, at); }
    void onForeignChange(std::function<void(qint64)> changed) override { m_real.onForeignChange(changed); }

private:
    ports::Journal& m_real;
};

struct Shop {
    explicit Shop(StoreFixture& test) : journal{test.openJournal()}, twice{*journal}, feed{twice}, intake{twice, feed, source}, vehicles{twice, feed} { intake.setSite(u"Haupthaus"_s, u"WERBAS"_s); }

    void take(const QStringList& lines)
    {
        std::vector<services::IntakeInput> inputs;
        for (const auto& line : lines) inputs.push_back({u"a.txt"_s, [line]() -> Result<QByteArray> { return line.toUtf8(); }});
        bool done = false;
        batches.push_back(intake.take(std::move(inputs), [&done](const Result<services::IntakeSummary>&) { done = true; }));
        wait(done);
    }
    static void wait(const bool& done)
    {
        if (!QTest::qWaitFor([&done] { return done; }, 60'000)) qFatal("no answer");
    }
    std::vector<domain::BoardRow> rows() { return got(journal->board()).value(); }
    void append(const domain::Event& event) { (void)got(journal->decide({}, always({event}))); }   // what contradicts the books is refused
    QString problems() { return got(journal->verify()).value().problems.join(u'\n'); }

    LineSource source;
    std::unique_ptr<store::SqlJournal> journal;
    AskedTwice twice;
    services::JournalFeed feed;
    services::Intake intake;
    services::Vehicles vehicles;
    std::vector<domain::BatchId> batches;
};

// One desk through some days, all chosen by the seed: few cars, few numbers, so that things meet.
class History {
public:
    History(Shop& shop, ManualClock& clock, unsigned seed) : m_shop{shop}, m_clock{clock}, m_random{seed} {}

    void step()
    {
        m_clock.advance(1'000 + below(100'000'000));
        switch (below(16)) {
        case 0: case 1: case 2: case 3: case 4: case 5: return m_shop.take({line(), line(), line()});
        case 6: return m_shop.take({line({}, {}, u"U%1"_s.arg(below(3)))});
        case 7: return m_shop.take({line(u"381"_s, number())});
        case 8: return m_shop.take({line(u"384"_s, number())});
        case 9: case 10: return pay();
        case 11: return cancelOrRestore();
        case 12: return m_shop.append(domain::KeyReleased{some().key, some().invoice, u"Erika"_s, false, u"paid"_s, {}});
        case 13: return m_shop.append(domain::KeyReturned{some().key, {}});
        case 14: return correct();
        default: return undo();
        }
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    QString number() { return u"R%1"_s.arg(below(14)); }
    QString plate() { return kPlates[below(4)]; }
    QString vin() { return kVins[below(4)]; }
    QString line(const QString& type = {}, const QString& preceding = {}, const QString& claim = {})
    {
        const bool several = below(5) == 0;
        const QStringList parts{type == u"381" ? u"G%1"_s.arg(below(9)) : number(), plate(), vin(), QString::number(100 + 4'900 * below(3)), several ? plate() : QString{}, several ? vin() : QString{},
                                type, preceding, claim, below(4) == 0 ? u"59"_s : QString{}};
        return parts.join(u'|');
    }
    domain::BoardRow some()
    {
        const auto rows = m_shop.rows();
        return rows.empty() ? domain::BoardRow{} : rows[m_random() % rows.size()];
    }
    void pay()
    {
        const auto row = some();
        if (row.open.isPositive()) m_shop.append(cash(row.invoice.text(), below(3) == 0 ? 50 : row.open.inCents(), u"c%1"_s.arg(++m_paid)));
    }
    void cancelOrRestore()
    {
        const auto row = some();
        bool done = false;
        const auto end = [&done](const Result<Ok>&) { done = true; };
        if (row.state == domain::BoardState::Cancelled) m_shop.intake.restoreInvoice(row.invoice, u"it was a mistake"_s, end);
        else m_shop.intake.cancelInvoice(row.invoice, u"written twice, I am told"_s, end);
        Shop::wait(done);
    }
    void correct()
    {
        const auto row = some();
        const auto detail = got(m_shop.journal->detail(row.invoice));
        if (!detail) return;
        auto entry = domain::vehicleEntryOf(detail.value().item);
        entry.plate = plate();
        entry.vin = vin();
        if (below(3) == 0) entry.further = plate();
        bool done = false;
        m_shop.vehicles.correct(row.invoice, entry, [&done](const Result<Ok>&) { done = true; });
        Shop::wait(done);
    }
    void undo()
    {
        if (m_shop.batches.empty()) return;
        bool done = false;
        m_shop.intake.undo(m_shop.batches[m_random() % m_shop.batches.size()], [&done](const Result<services::UndoSummary>&) { done = true; });
        Shop::wait(done);
    }

    Shop& m_shop;
    ManualClock& m_clock;
    std::mt19937 m_random;
    int m_paid = 0;
};

} // namespace

class TstStays final : public StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }

    void movingDecidesAsWhole_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void movingDecidesAsWhole()
    {
        QFETCH(unsigned, seed);
        if (!usable()) return;
        Shop shop{*this};
        History history{shop, clock, seed};
        for (int i = 0; i < 60; ++i) {
            history.step();
            if (i % 10 == 9) QCOMPARE(shop.problems(), QString{});   // every row is what boardRow() makes of the whole stay
        }
        QVERIFY2(shop.twice.differences.isEmpty(), qPrintable(shop.twice.differences.value(0)));
        QVERIFY(shop.twice.asked > 40);
        QVERIFY(shop.twice.looked < shop.twice.wholeLooked);
    }
    void oneThatArrivesLooksAtNoOther()
    {
        if (!usable()) return;
        Shop shop{*this};
        QStringList lines;
        for (int i = 0; i < 40; ++i) lines << u"R%1|%2|%3|100"_s.arg(i).arg(kPlates[1 + i % 3], kVins[1]);
        std::size_t rows = 0;
        QObject::connect(&shop.feed, &services::JournalFeed::rowsChanged, &shop.intake, [&](const std::vector<domain::BoardRow>& changed) { rows += changed.size(); });
        shop.take(lines);
        QCOMPARE(shop.rows().size(), 40u);
        for (const auto all = shop.rows(); const auto& row : all) QCOMPARE(row.key, all.front().key);
        QCOMPARE(shop.twice.looked, 0u);
        QCOMPARE(shop.twice.wholeLooked, 39u * 40u / 2u);
        QCOMPARE(rows, 40u);
        shop.take(lines);   // known, and unchanged: each looks at itself
        QCOMPARE(shop.twice.looked, 40u);
        QCOMPARE(shop.problems(), QString{});
    }
    void theOtherWayIsFoundWithoutTheStay()
    {
        if (!usable()) return;
        Shop shop{*this};
        shop.take({u"R1|M-AB 1||5000"_s});
        shop.take({u"R1|M-AB 1||5000|||||U1"_s});   // as an order too
        shop.take({u"R2|M-AB 3||900"_s});
        QCOMPARE(shop.rows().size(), 2u);
        const auto looked = shop.twice.looked;
        shop.take({u"R9|M-AB 1||5000|||||U1"_s});   // the sender's key, under another number
        QCOMPARE(shop.twice.looked, looked + 1);
        QCOMPARE(shop.rows().size(), 2u);
        QVERIFY2(shop.twice.differences.isEmpty(), qPrintable(shop.twice.differences.value(0)));
        QCOMPARE(shop.problems(), QString{});
    }
    void aLaterInvoiceReplacesTheCancelledOne()
    {
        if (!usable()) return;
        Shop shop{*this};
        shop.take({u"R1|M-AB 1||5000"_s});
        bool done = false;
        shop.intake.cancelInvoice(shop.rows().front().invoice, u"written twice, I am told"_s, [&done](const Result<Ok>&) { done = true; });
        Shop::wait(done);
        QVERIFY(!shop.rows().front().mayGo);   // money was owed, and nothing stands in its place
        clock.advance(60'000);
        shop.take({u"R2|M-AB 1||5000||||||59"_s});
        QCOMPARE(shop.rows().size(), 2u);
        for (const auto rows = shop.rows(); const auto& row : rows) QVERIFY(row.mayGo);
        QCOMPARE(shop.problems(), QString{});
    }
    void theStayTurnsWithTheOneThatHoldsIt()
    {
        if (!usable()) return;
        Shop shop{*this};
        shop.take({u"R1|M-AB 1||5000||||||59"_s, u"R2|M-AB 1||5000||||||59"_s});
        for (const auto rows = shop.rows(); const auto& row : rows) QVERIFY(row.mayGo);
        const auto newest = [&] { return got(shop.journal->entries(0, 1'000)).value().back().seq; };
        auto seq = newest();
        shop.take({u"R3|M-AB 1||5000"_s});
        QCOMPARE(got(shop.journal->boardSince(seq)).value().size(), 3u);   // other desks hear of it
        for (const auto rows = shop.rows(); const auto& row : rows) QVERIFY(!row.mayGo);
        seq = newest();
        shop.take({u"R4|M-AB 1||5000"_s});
        QCOMPARE(got(shop.journal->boardSince(seq)).value().size(), 1u);
        for (const auto rows = shop.rows(); const auto& row : rows)
            if (row.open.isPositive() && row.state == domain::BoardState::Open) shop.append(cash(row.invoice.text(), 5'000, row.number));
        for (const auto rows = shop.rows(); const auto& row : rows) QVERIFY(row.mayGo);
        QCOMPARE(shop.problems(), QString{});
    }
};

QTEST_GUILESS_MAIN(TstStays)
#include "tst_stays.moc"
