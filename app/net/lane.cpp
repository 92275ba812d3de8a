#include "app/net/lane.h"
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

thread_local int callsOfJob = 0;   // a job has its thread for itself until it ends

} // namespace

struct Lane::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    bool closing = false;
};

Lane::Lane(HttpClient& client, int threads) : m_client{client}, m_shared{std::make_shared<Shared>()}
{
    m_pool.setMaxThreadCount(threads);
}

Lane::~Lane()
{
    {
        const std::scoped_lock lock{m_shared->mutex};
        m_shared->closing = true;
    }
    m_shared->changed.notify_all();
    m_pool.clear();
    m_pool.waitForDone();
}

void Lane::beginJob() { callsOfJob = 0; }
int Lane::askedByJob() { return callsOfJob; }

Result<HttpAnswer> Lane::ask(HttpCall call)
{
    struct Slot {
        std::optional<Result<HttpAnswer>> answer;
        bool gone = false;
    };
    auto slot = std::make_shared<Slot>();
    {
        const std::scoped_lock lock{m_shared->mutex};
        if (m_shared->closing) return Error{Fault::Unreachable, u"net.closing"_s, {}};   // not sent
    }
    ++callsOfJob;
    // The continuation runs in the client's thread and may outlive this call: it holds on to what it touches.
    m_client.send(std::move(call))
        .then([slot, shared = m_shared](const Result<HttpAnswer>& answer) {
            const std::scoped_lock lock{shared->mutex};
            slot->answer = answer;
            shared->changed.notify_all();
        })
        .onCanceled([slot, shared = m_shared] {
            const std::scoped_lock lock{shared->mutex};
            slot->gone = true;
            shared->changed.notify_all();
        });
    std::unique_lock lock{m_shared->mutex};
    m_shared->changed.wait(lock, [&] { return slot->answer || slot->gone || m_shared->closing; });
    if (slot->answer) return *slot->answer;
    return Error{Fault::Timeout, u"net.closing"_s, {}};
}

} // namespace tresen::net
