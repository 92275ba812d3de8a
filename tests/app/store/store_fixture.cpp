#include "tests/app/store/store_fixture.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store::test {

void StoreFixture::addDialects()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgres") << true;
}

void StoreFixture::freshShop()
{
    m_usable = false;
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    if (dialect() == Dialect::Postgres) {
        if (!m_cluster) {
            m_cluster = std::make_unique<sim::PostgresCluster>();
            m_started = m_cluster->start();
        }
        if (!m_started && m_cluster->why().startsWith(u"no ")) QSKIP(qPrintable(m_cluster->why()));
        QVERIFY2(m_started, qPrintable(m_cluster->why()));
        m_config = m_cluster->freshConfig();
    } else {
        m_config = {};
        m_config.file = m_folder->filePath(u"tresen.db"_s);
    }
    m_config.backupFolder = m_folder->path();
    clock.set(Instant{1'764'000'000'123});
    m_usable = true;
}

Dialect StoreFixture::dialect() const
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres ? Dialect::Postgres : Dialect::Sqlite;
}

StoreConfig StoreFixture::config(const QString& desk) const
{
    auto config = m_config;
    config.origin = {u"Haupthaus"_s, desk, u"Frau Kern"_s};
    return config;
}

std::unique_ptr<SqlJournal> StoreFixture::openJournal(const QString& desk)
{
    auto journal = std::make_unique<SqlJournal>(config(desk), clock);
    const auto opened = got(journal->open());
    if (!opened) {
        qCritical("%s %s", qPrintable(opened.error().code), qPrintable(opened.error().detail));
        return nullptr;
    }
    return journal;
}

void OpenStoreFixture::init()
{
    QTest::failOnWarning(QRegularExpression{u".*"_s});
    freshShop();
    if (!usable()) return;
    journal = openJournal();
    QVERIFY(journal);
    fill();
}

bool StoreFixture::raw(const QByteArray& sql)
{
    const auto db = makeConnection(m_config);
    auto done = db->open();
    if (done) done = db->script(sql);
    return done.ok();
}

qint64 StoreFixture::rawInteger(const char* sql)
{
    const auto db = makeConnection(m_config);
    if (!db->open()) return -1;
    const auto value = oneInteger(db->statement(sql).with());
    return value ? value.value().value_or(-1) : -1;
}

bool StoreFixture::liftTriggers()
{
    return dialect() == Dialect::Sqlite ? raw("DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;") : raw("ALTER TABLE journal DISABLE TRIGGER ALL;");
}

domain::Invoice sampleInvoice(const QString& number, qint64 cents, const QString& plate)
{
    domain::Invoice invoice;
    invoice.number = number;
    invoice.typeCode = u"380"_s;
    invoice.issueDate = QDate{2026, 11, 20};
    invoice.dueDate = QDate{2026, 12, 4};
    invoice.net = domain::Money::cents(cents - cents * 19 / 119);
    invoice.tax = domain::Money::cents(cents * 19 / 119);
    invoice.gross = domain::Money::cents(cents);
    invoice.amountDue = domain::Money::cents(cents);
    invoice.seller.name = u"Autohaus Lindner GmbH"_s;
    invoice.buyer.name = u"Jürgen Öztürk"_s;
    invoice.buyer.id = u"K-4711"_s;
    invoice.vehicle.plate = plate;
    invoice.vehicle.model = u"VW Golf VII"_s;
    invoice.vehicle.work = u"Inspektion 60.000 km"_s;
    return invoice;
}

ports::Decision takenIn(const QString& id, const QString& number, const QString& keyId, qint64 cents, const QString& plate)
{
    ports::Decision out;
    const domain::KeyId key{keyId};
    const auto record = sampleInvoice(number, cents, plate);
    if (!key.isNull()) out.events.push_back(domain::KeyTaken{key, plate, {}, u"VW Golf VII"_s});
    out.events.push_back(domain::InvoiceTaken{domain::InvoiceId{id}, domain::naturalKeyOf(u"Haupthaus"_s, u"WERBAS"_s, record), u"WERBAS"_s, record, number + u".xml"_s, {}, {}, {}, key, {}});
    return out;
}

domain::PaymentBooked cash(const QString& id, qint64 cents, const QString& source, const QString& receipt)
{
    domain::PaymentBooked e;
    e.payment = domain::PaymentId{u"p-"_s + source};
    e.invoice = domain::InvoiceId{id};
    e.kind = domain::PaymentKind::Cash;
    e.amount = domain::Money::cents(cents);
    e.sourceKey = u"cash:"_s + source;
    e.method = u"cash"_s;
    e.receiptNumber = receipt;
    return e;
}

ports::Decide always(ports::Decision decision)
{
    return [decision = std::move(decision)](const ports::Situation&) -> Result<ports::Decision> { return decision; };
}

ports::Decide always(std::vector<domain::Event> events)
{
    ports::Decision decision;
    decision.events = std::move(events);
    return always(std::move(decision));
}

QByteArray boardText(const std::vector<domain::BoardRow>& rows)
{
    QJsonArray out;
    for (const auto& row : rows) out.append(toJson(row));
    return QJsonDocument{out}.toJson();
}

} // namespace tresen::store::test
