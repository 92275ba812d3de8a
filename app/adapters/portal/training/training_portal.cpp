#include "app/adapters/portal/training/training_portal.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include <QNetworkInterface>
#include <QPromise>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

constexpr int kLinkIdBytes = 8;
constexpr int kSecretBytes = 16;

QString randomToken()
{
    constexpr QStringView alphabet{u"0123456789ABCDEFGHJKLMNPQRSTUVWX"};   // 32 characters, so five bits of each byte
    QString out;
    const QByteArray bytes = files::randomBytes(12);
    for (const char byte : bytes) out += alphabet.at(byte & 31);
    return out;
}

bool isPrivate(const QHostAddress& address)
{
    return address.isInSubnet(QHostAddress{u"10.0.0.0"_s}, 8) || address.isInSubnet(QHostAddress{u"172.16.0.0"_s}, 12)
           || address.isInSubnet(QHostAddress{u"192.168.0.0"_s}, 16);
}

// Bridges of containers and virtual machines are up as well, but no phone is behind them.
bool isVirtual(const QString& name)
{
    static const QStringList prefixes{u"docker"_s, u"br-"_s, u"veth"_s, u"virbr"_s, u"vmnet"_s, u"tun"_s, u"tap"_s};
    return std::any_of(prefixes.begin(), prefixes.end(), [&name](const QString& prefix) { return name.startsWith(prefix); });
}

bool isUsableBase(const QString& baseUrl)
{
    const QUrl url{baseUrl, QUrl::StrictMode};
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() && !url.hasQuery()
           && !url.hasFragment() && url.userInfo().isEmpty();
}

QString withoutSlash(QString base)
{
    while (base.endsWith(u'/')) base.chop(1);
    return base;
}

QString baseFor(const TrainingConfig& config, quint16 port)
{
    if (!config.baseUrl.isEmpty()) return isUsableBase(config.baseUrl) ? withoutSlash(config.baseUrl) : QString{};
    if (port == 0) return {};
    const bool everywhere = config.listenAddress == QHostAddress::Any || config.listenAddress == QHostAddress::AnyIPv4
                            || config.listenAddress == QHostAddress::AnyIPv6;
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost((everywhere ? reachableAddress() : config.listenAddress).toString());
    url.setPort(port);
    return url.toString();
}

constexpr int kCallsPerMinute = 6'000;   // it is on this machine

} // namespace

QHostAddress reachableAddress()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const auto& interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        if (isVirtual(interface.name())) continue;
        const auto entries = interface.addressEntries();
        for (const auto& entry : entries)
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && isPrivate(entry.ip())) return entry.ip();
    }
    return QHostAddress{QHostAddress::LocalHost};
}

Result<Ok> checkOrder(const ports::LinkOrder& order)
{
    const auto invalid = [](const QString& field) { return Error{Fault::Refused, u"portal.order_invalid"_s, field}; };
    constexpr qsizetype kShort = 100, kLong = 300, kRows = 60;
    if (order.mode == domain::PortalMode::Live) return Error{Fault::Refused, u"portal.live_mode"_s, {}};
    if (order.idempotencyKey.isEmpty() || order.idempotencyKey.size() > kShort) return invalid(u"key"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalid(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalid(u"currency"_s);
    if (order.reference.size() > kShort) return invalid(u"reference"_s);
    if (!order.token.isEmpty() && normalToken(order.token) != order.token) return invalid(u"token"_s);
    if (order.invoiceNumber.size() > kShort || order.plate.size() > kShort || order.vehicle.size() > kLong) return invalid(u"text"_s);
    if (static_cast<qsizetype>(order.summary.size()) > kRows) return invalid(u"rows"_s);
    for (const auto& row : order.summary)
        if (row.label.size() > kLong || row.amount.currency() != order.amount.currency()) return invalid(u"row"_s);
    return Ok{};
}

TrainingPortal::TrainingPortal(TrainingConfig config, const Clock& clock)
    : m_config{std::move(config)}, m_clock{clock}, m_worker{new QObject}, m_file{m_config.stateFolder}
{
    m_health.reason = Error{Fault::Unreachable, u"portal.not_started"_s, {}};
    m_health.baseUrl = baseFor(m_config, m_config.port);
    m_thread.setObjectName(u"tresen-training"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

TrainingPortal::~TrainingPortal()
{
    {
        const std::scoped_lock lock{m_mutex};
        m_closing = true;
        m_nudge = nullptr;
    }
    m_file.interrupt();
    m_thread.quit();
    m_thread.wait();
    m_server.reset();     // its handler may still have posted jobs until here; they die with the worker and cancel their futures
    delete m_worker;
}

QFuture<Result<QString>> TrainingPortal::start()
{
    return inFileThread<QString>([this] { return startNow(); });
}

QFuture<Result<Ok>> TrainingPortal::stop()
{
    return inFileThread<Ok>([this]() -> Result<Ok> {
        m_server.reset();
        m_site.reset();
        const std::scoped_lock lock{m_mutex};
        m_health.serving = false;
        m_health.reason = Error{Fault::Unreachable, u"portal.not_started"_s, {}};
        return Ok{};
    });
}

Result<QString> TrainingPortal::startNow()
{
    if (m_server) return baseUrl();
    net::HttpServerConfig server;
    server.address = m_config.listenAddress;
    server.port = m_config.port;
    if (const QString host = QUrl{m_config.baseUrl}.host(); !host.isEmpty()) server.hostNames.append(host);
    auto http = std::make_unique<net::HttpServer>(std::move(server), [this](net::HttpRequest request, net::HttpPeer peer, net::HttpReply reply) {
        QMetaObject::invokeMethod(m_worker, [this, request = std::move(request), peer, reply = std::move(reply)] {
            if (m_site) reply(m_site->handle(request, peer));
        }, Qt::QueuedConnection);
    }, m_clock);
    const auto port = http->listen();
    const QString base = port ? baseFor(m_config, port.value()) : QString{};
    if (!port || base.isEmpty()) {
        const Error reason = port ? Error{Fault::Invalid, u"portal.base_url"_s, m_config.baseUrl} : port.error();
        const std::scoped_lock lock{m_mutex};
        m_health.serving = false;
        m_health.reason = reason;
        return reason;
    }
    m_site = std::make_unique<PaySite>(m_file, m_config.workshop, base, m_clock, [this](const QString& linkId) { nudge(linkId); });
    m_server = std::move(http);
    {
        const std::scoped_lock lock{m_mutex};
        m_health.serving = true;
        m_health.reason = {};
        m_health.baseUrl = base;
    }
    // So that another process on the same folder makes links that lead here. It is no harm when that cannot be noted.
    const auto noted = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
        return book.servingBase() == base ? QByteArray{} : servingLine(base, m_clock.now());
    });
    Q_UNUSED(noted)
    noteHealth();
    return base;
}

void TrainingPortal::noteHealth()
{
    const std::scoped_lock lock{m_mutex};
    m_health.damagedLines = m_file.book().damaged();
    if (!m_health.serving && !m_file.book().servingBase().isEmpty() && m_config.baseUrl.isEmpty())
        m_health.baseUrl = m_file.book().servingBase();
}

TrainingHealth TrainingPortal::health() const
{
    const std::scoped_lock lock{m_mutex};
    return m_health;
}

void TrainingPortal::onNudge(std::function<void(QString linkId)> nudge)
{
    const std::scoped_lock lock{m_mutex};
    m_nudge = std::move(nudge);
}

void TrainingPortal::nudge(const QString& linkId) const
{
    std::function<void(QString)> call;
    {
        const std::scoped_lock lock{m_mutex};
        if (m_closing) return;
        call = m_nudge;
    }
    if (call) call(linkId);
}

ports::PortalCapabilities TrainingPortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"training"_s;
    out.displayName = u"Training"_s;
    out.mode = domain::PortalMode::Test;
    out.training = out.cancelsOpenLink = out.changeFeed = out.expires = out.ownReference = out.choosesToken = out.refunds = out.partialRefunds = true;
    out.requestsPerMinute = kCallsPerMinute;
    return out;
}

QFuture<Result<ports::Link>> TrainingPortal::create(ports::LinkOrder order)
{
    return inFileThread<ports::Link>([this, order = std::move(order)] { return createNow(order); });
}

QFuture<Result<ports::CancelOutcome>> TrainingPortal::cancel(QString linkId)
{
    return inFileThread<ports::CancelOutcome>([this, linkId] { return cancelNow(linkId); });
}

QFuture<Result<domain::PortalSnapshot>> TrainingPortal::fetch(QString linkId)
{
    return inFileThread<domain::PortalSnapshot>([this, linkId] { return fetchNow(linkId); });
}

QFuture<Result<ports::PortalChanges>> TrainingPortal::changes(QString cursor)
{
    return inFileThread<ports::PortalChanges>([this, cursor] { return changesNow(cursor); });
}

QFuture<Result<Ok>> TrainingPortal::noteClosed(QString linkId, ClosedReason reason)
{
    return inFileThread<Ok>([this, linkId, reason] {
        return m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
            const auto* link = book.byId(linkId);
            if (!link) return Error{Fault::NotFound, u"portal.unknown_link"_s, linkId};
            if (link->closedReason == reason || link->isPaid()) return QByteArray{};
            const QString code = reason == ClosedReason::PaidElsewhere ? u"paid_elsewhere"_s
                                 : reason == ClosedReason::Withdrawn   ? u"withdrawn"_s
                                                                       : QString{};
            return changeLine(change::kReason, linkId, m_clock.now(), {{u"reason"_s, code}});
        });
    });
}

Result<ports::Link> TrainingPortal::createNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    const QByteArray hash = hashOf(order);
    QString id;
    const auto done = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
        if (const auto* known = book.byKey(order.idempotencyKey)) {
            if (known->orderHash != hash) return Error{Fault::Refused, u"portal.key_reused"_s, known->id};
            id = known->id;
            return QByteArray{};
        }
        if (!order.token.isEmpty() && book.byToken(order.token)) return Error{Fault::Refused, u"portal.token_taken"_s, {}};
        const auto current = health();
        const QString base =
            !current.serving && m_config.baseUrl.isEmpty() && !book.servingBase().isEmpty() ? book.servingBase() : current.baseUrl;
        if (base.isEmpty()) return Error{Fault::Unreachable, u"portal.no_address"_s, {}};
        TrainingLink link;
        link.order = order;
        if (link.order.token.isEmpty()) link.order.token = randomToken();
        link.id = id = u"trl_"_s + QString::fromLatin1(files::randomBytes(kLinkIdBytes).toHex());
        link.secret = QString::fromLatin1(files::randomBytes(kSecretBytes).toHex());
        link.url = base + u'/' + link.order.token;
        link.orderHash = hash;
        link.createdAt = m_clock.now();
        const QByteArray line = linkLine(link);
        if (line.size() > limits::kTrainingMaxLine) return Error{Fault::Refused, u"portal.order_invalid"_s, u"size"_s};
        return line;
    });
    noteHealth();
    if (!done) return done.error();
    const auto* link = m_file.book().byId(id);
    if (!link) return Error{Fault::Corrupt, u"portal.state_unreadable"_s, id};
    return ports::Link{link->id, link->url, link->order.amount, domain::PortalMode::Test, link->order.expiresAt};
}

Result<ports::CancelOutcome> TrainingPortal::cancelNow(const QString& linkId)
{
    auto outcome = ports::CancelOutcome::Cancelled;
    const auto done = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
        const auto* link = book.byId(linkId);
        if (!link) return Error{Fault::NotFound, u"portal.unknown_link"_s, linkId};
        if (link->isPaid()) outcome = ports::CancelOutcome::AlreadyPaid;
        else if (isTryActive(*link, m_clock.now()) && link->tryHangs) outcome = ports::CancelOutcome::InFlight;
        else if (!link->cancelled) return changeLine(change::kCancelled, linkId, m_clock.now());
        return QByteArray{};
    });
    if (!done) return done.error();
    return outcome;
}

Result<domain::PortalSnapshot> TrainingPortal::fetchNow(const QString& linkId)
{
    if (const auto read = m_file.refresh(); !read) return read.error();
    noteHealth();
    const auto* link = m_file.book().byId(linkId);
    if (!link) return Error{Fault::NotFound, u"portal.unknown_link"_s, linkId};
    if (link->silent) return Error{Fault::Timeout, u"portal.silent"_s, linkId};
    const auto snapshot = m_file.book().snapshot(*link, m_clock.now());
    if (link->isPaid() && !link->deskKnows) {
        // From now on the owner's page may say that the desk knows. The answer does not depend on whether that could be noted.
        const auto noted = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
            const auto* current = book.byId(linkId);
            return current && !current->deskKnows ? changeLine(change::kFetched, linkId, m_clock.now()) : QByteArray{};
        });
        Q_UNUSED(noted)
    }
    return snapshot;
}

Result<ports::PortalChanges> TrainingPortal::changesNow(const QString& cursor)
{
    if (const auto read = m_file.refresh(); !read) return read.error();
    // What time alone changed becomes a line as well, or nobody who asks by cursor would hear of it.
    const Instant now = m_clock.now();
    if (!m_file.book().overdueIds(now).isEmpty() || !m_file.book().abandonedIds(now).isEmpty()) {
        const auto done = m_file.change([now](const LinkBook& book) -> Result<QByteArray> {
            QByteArray lines;
            const auto abandoned = book.abandonedIds(now), overdue = book.overdueIds(now);
            for (const auto& id : abandoned) lines += changeLine(change::kGivenUp, id, now);
            for (const auto& id : overdue) lines += changeLine(change::kExpired, id, now);
            return lines;
        });
        if (!done) return done.error();
    }
    noteHealth();
    const auto& book = m_file.book();
    bool isNumber = false;
    const qint64 line = cursor.toLongLong(&isNumber);
    const bool known = isNumber && line >= 0 && line <= book.lines();
    ports::PortalChanges out;
    out.linkIds = known ? book.changedSince(line) : book.openIds();
    out.othersUnchanged = known;
    out.cursor = QString::number(book.lines());
    return out;
}

} // namespace tresen::adapters::training
