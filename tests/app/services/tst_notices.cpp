// Notices of the portals on their way from the store to a look: none of them may be overlooked.
#include "app/core/clock.h"
#include "app/services/portal_sync.h"
#include "tests/app/store/store_fixture.h"
#include <QPromise>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;

namespace {

using Notices = Result<std::vector<ports::KeptNotice>>;

// Answers when the test says so.
class SlowMemory final : public ports::PortalMemory {
public:
    QFuture<Result<QString>> place(QString) override { return QtFuture::makeReadyFuture(Result<QString>{QString{}}); }
    QFuture<Result<Ok>> keepPlace(QString, QString, Instant) override { return QtFuture::makeReadyFuture(Result<Ok>{Ok{}}); }
    QFuture<Result<int>> keepNotice(QString, QStringList, QStringList, QByteArray, std::vector<ports::PaymentName>, Instant) override { return QtFuture::makeReadyFuture(Result<int>{1}); }
    QFuture<Result<QString>> paymentName(QString, QString) override { return QtFuture::makeReadyFuture(Result<QString>{QString{}}); }
    QFuture<Result<qint64>> lastNotice() override { return QtFuture::makeReadyFuture(Result<qint64>{0}); }
    void onForeignNotice(std::function<void()> then) override { kept = std::move(then); }
    QFuture<Notices> noticesAfter(qint64 id) override
    {
        after.push_back(id);
        asked.emplace_back();
        asked.back().start();
        return asked.back().future();
    }
    void answer(std::vector<ports::KeptNotice> notices)
    {
        asked.back().addResult(Notices{std::move(notices)});
        asked.back().finish();
    }

    std::function<void()> kept;
    std::vector<QPromise<Notices>> asked;
    std::vector<qint64> after;
};

} // namespace

class TstNotices final : public StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }
    void oneThatComesDuringALookIsReadToo()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        SlowMemory memory;
        services::JournalFeed feed{*journal};
        services::Outbox outbox{*journal, clock};
        services::Portals portals;
        services::PortalSync sync{*journal, memory, feed, outbox, portals, clock};
        sync.start();
        QVERIFY(memory.kept);
        memory.kept();
        QTRY_COMPARE(memory.asked.size(), 1U);
        memory.kept();                     // kept after that question was answered in the store, told before the answer is here
        QCoreApplication::processEvents();
        QCOMPARE(memory.asked.size(), 1U);
        memory.answer({});
        QTRY_COMPARE_WITH_TIMEOUT(memory.asked.size(), 2U, 1'000);
        memory.answer({{7, u"nobody"_s, u"e7"_s, {}, clock.now()}});
        QTRY_COMPARE(memory.asked.size(), 3U);   // there may be more than one answer holds
        QCOMPARE(memory.after, (std::vector<qint64>{0, 0, 7}));
        memory.answer({});
        QTest::qWait(50);
        QCOMPARE(memory.asked.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TstNotices)
#include "tst_notices.moc"
