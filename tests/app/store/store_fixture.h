// StoreFixture: a fresh database per test function, for every dialect, and the few facts the store's tests book into it.
#pragma once
#include "app/store/sql_journal.h"
#include "tests/sim/postgres_cluster.h"
#include <QTest>

namespace tresen::store::test {

using Dialect = StoreConfig::Dialect;

// The answer of a future that another thread fulfils.
template <class T> T got(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

#define VERIFY_OK(result) do { const auto& r_ = (result); QVERIFY2(r_.ok(), r_.ok() ? "" : qPrintable(r_.error().code + u' ' + r_.error().detail)); } while (false)
#define VERIFY_REFUSED(result, code_) do { const auto& r_ = (result); QVERIFY(!r_.ok()); QCOMPARE(r_.error().code, QStringLiteral(code_)); } while (false)

class StoreFixture : public QObject {
    Q_OBJECT
public:
    // Adds the dialects this machine can test as global data; the test class calls it from initTestCase_data().
    void addDialects();
    void freshShop();                       // from init()
    bool usable() const { return m_usable; }   // false: freshShop() has skipped or failed

    Dialect dialect() const;
    StoreConfig config(const QString& desk = QStringLiteral("desk 1")) const;
    std::unique_ptr<SqlJournal> openJournal(const QString& desk = QStringLiteral("desk 1"));
    QString path(const QString& name) const { return m_folder->filePath(name); }

    // Raw SQL past the journal, for what only an intruder would do. allowChanges lifts the append-only triggers first.
    bool raw(const QByteArray& sql);
    qint64 rawInteger(const char* sql);
    bool liftTriggers();

    ManualClock clock{Instant{1'764'000'000'123}};

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sim::PostgresCluster> m_cluster;
    StoreConfig m_config;
    bool m_usable = false, m_started = false;
};

// For tests that begin with an open journal, and take every warning for a fault.
class OpenStoreFixture : public StoreFixture {
    Q_OBJECT
protected:
    virtual void fill() {}                  // what stands in it when a test function begins

    std::unique_ptr<SqlJournal> journal;

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init();
    void cleanup() { journal.reset(); }
};

domain::Invoice sampleInvoice(const QString& number, qint64 cents = 24'989, const QString& plate = QStringLiteral("M-AB 1234"));
ports::Decision takenIn(const QString& id, const QString& number, const QString& keyId = {}, qint64 cents = 24'989, const QString& plate = QStringLiteral("M-AB 1234"));
domain::PaymentBooked cash(const QString& id, qint64 cents, const QString& source, const QString& receipt = {});
ports::Decide always(ports::Decision decision);
ports::Decide always(std::vector<domain::Event> events);
QByteArray boardText(const std::vector<domain::BoardRow>& rows);

} // namespace tresen::store::test
