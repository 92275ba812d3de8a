#include "app/store/wal_tidier.h"
#include "app/store/sqlite_connection.h"

namespace tresen::store {

WalTidier::WalTidier(StoreConfig config) : m_config{std::move(config)}
{
    m_thread.setMaxThreadCount(1);
}

WalTidier::~WalTidier()
{
    m_thread.waitForDone();
}

void WalTidier::start()
{
    if (m_busy.exchange(true)) return;
    m_taken = -1;
    m_thread.start([this] {
        m_taken = takeOver();
        m_busy = false;
    });
}

// What is booked during a round is left over; the next round has less to do, and less is booked meanwhile.
int WalTidier::takeOver() const
{
    constexpr int kMostRounds = 8;
    SqliteConnection own{m_config};
    if (!own.open()) return -1;
    int taken = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto before = std::exchange(taken, own.takeOverWal());
        if (taken - before <= kFewPages) break;
    }
    return taken;
}

} // namespace tresen::store
