// PeerOf: a simulated portal on 127.0.0.1. A World is the portal's memory and rules; calls of the web and an owner's actions reach it one at a time.
// World: constructed from (const Clock&); WebAnswer answer(const WebRequest&); bool act(action, link, argument).
#pragma once
#include "app/core/clock.h"
#include "tests/sim/web_peer.h"
#include <QUrlQuery>
#include <mutex>

namespace tresen::sim {

template <class World> class PeerOf {
public:
    explicit PeerOf(const Clock& clock) : m_world{clock}, m_web{[this](const WebRequest& request) { return answer(request); }} {}

    WebPeer& web() { return m_web; }
    QString base() const { return m_web.base(); }
    // What an owner, a clerk at the portal or a bank does. False: it cannot be done in this state. The actions are named in the world's header.
    bool act(const QString& action, const QString& link = {}, const QString& argument = {})
    {
        const std::scoped_lock lock{m_mutex};
        return m_world.act(action, link, argument);
    }
    template <class F> auto with(F&& look)
    {
        const std::scoped_lock lock{m_mutex};
        return look(m_world);
    }

private:
    // GET /owner/ACTION?link=…&argument=… is act(), for an owner in another process. The portal itself has no such path.
    WebAnswer answer(const WebRequest& request)
    {
        const std::scoped_lock lock{m_mutex};
        const QByteArray door = "/owner/";
        if (!request.path.startsWith(door)) return m_world.answer(request);
        const QUrlQuery query{QString::fromLatin1(request.query)};
        const bool done = m_world.act(QString::fromLatin1(request.path.mid(door.size())), query.queryItemValue(QStringLiteral("link")),
                                      query.queryItemValue(QStringLiteral("argument"), QUrl::FullyDecoded));
        return {done ? 200 : 409, {}, "{}"};
    }

    std::mutex m_mutex;
    World m_world;
    WebPeer m_web;   // last: its thread ends before the world does
};

} // namespace tresen::sim
