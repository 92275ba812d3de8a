// WalTidier: takes what SQLite's WAL holds over into the database file, on a thread and a connection of its own, while bookings go on. SqliteConnection
// starts it: where bookings follow each other without a pause none of them waits for the pages of all those before. What is durable is the same either way.
#pragma once
#include "app/store/config.h"
#include <QThreadPool>
#include <atomic>

namespace tresen::store {

class WalTidier {
public:
    explicit WalTidier(StoreConfig config);
    ~WalTidier();                          // waits for what is under way
    WalTidier(const WalTidier&) = delete;
    WalTidier& operator=(const WalTidier&) = delete;

    void start();                          // unless it is under way
    int taken() const { return m_taken; }  // pages of the WAL, from its first one, that were in the database when it ended; -1: under way, or it never was
    void forget() { m_taken = -1; }        // the WAL begins anew

    static constexpr int kFewPages = 40;   // so few that came meanwhile are not worth another round

private:
    int takeOver() const;

    const StoreConfig m_config;
    std::atomic<bool> m_busy = false;
    std::atomic<int> m_taken = -1;
    QThreadPool m_thread;                  // one
};

} // namespace tresen::store
