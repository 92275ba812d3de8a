#include "app/main/receiver.h"
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/net/seal.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

net::HttpResponse answer(int status, const QByteArray& body)
{
    return {status, "text/plain; charset=utf-8", body, {}};
}

QByteArray rawOf(const ports::RawNotice& notice)
{
    QByteArray raw;
    for (const auto& [name, value] : notice.headers)
        if (name != "cookie" && name != "authorization" && name != adapters::bezahl::kPathToken) raw += name + ": " + value + '\n';
    return raw + '\n' + notice.body;
}

} // namespace

Receiver::Receiver(House& house, ReceiverConfig config) : m_house{house}, m_config{std::move(config)} {}

Receiver::~Receiver()
{
    m_server.reset();
}

QString Receiver::pathOf(const QString& portal) const
{
    return u"/notice/%1/%2"_s.arg(m_config.pathSecret, portal);
}

Result<quint16> Receiver::listen()
{
    net::HttpServerConfig config;
    config.address = m_config.address;
    config.port = m_config.port;
    config.hostNames += m_config.hostNames;
    m_server = std::make_unique<net::HttpServer>(std::move(config), [this](net::HttpRequest request, net::HttpPeer, net::HttpReply reply) {
        QMetaObject::invokeMethod(this, [this, request = std::move(request), reply = std::move(reply)] { take(request, reply); }, Qt::QueuedConnection);
    }, m_house.clock());
    return m_server->listen();
}

void Receiver::take(const net::HttpRequest& request, const net::HttpReply& reply)
{
    const auto parts = request.path.split('/');   // "", "notice", secret, portal; some portals put the secret of their notices behind
    const bool known = (parts.size() == 4 || parts.size() == 5) && parts[1] == "notice" && net::sameBytes(parts[2], m_config.pathSecret.toUtf8());
    const auto id = known ? QString::fromUtf8(parts[3]) : QString{};
    auto* portal = m_house.portals.find(id);
    if (!known || !portal) return reply(answer(404, "not here\n"));
    if (request.method != net::HttpMethod::Post) return reply(answer(405, "POST only\n"));
    ports::RawNotice notice{request.headers, request.body, m_house.clock().now()};
    // For portals that sign nothing: who knows the address is who it was given to.
    notice.headers.emplace(notice.headers.begin(), adapters::bezahl::kPathToken.toByteArray(), parts.size() == 5 ? parts[4] : parts[2]);
    const auto read = portal->readNotice(notice);
    if (!read) {
        Q_EMIT turnedAway(id, read.error());
        return reply(answer(read.error().fault == Fault::Invalid ? 400 : 401, "refused\n"));
    }
    auto events = read.value().eventIds;
    if (events.isEmpty()) events << u"at:%1:%2"_s.arg(notice.receivedAt.iso(), QString::fromLatin1(files::randomBytes(4).toHex()));   // says no id: every one counts
    const auto done = portal->noticeAnswer();
    // On disk before the portal hears that it was taken.
    onReady(m_house.journal->keepNotice(id, events, read.value().linkIds, rawOf(notice), read.value().names, notice.receivedAt), this, [this, id, reply, done, count = events.size()](const Result<int>& fresh) {
        if (!fresh) {
            Q_EMIT turnedAway(id, fresh.error());
            return reply(answer(503, "later\n"));
        }
        reply(answer(200, done));
        Q_EMIT kept(id, static_cast<int>(count), fresh.value());
    });
}

} // namespace tresen::app
