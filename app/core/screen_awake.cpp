#include "app/core/screen_awake.h"
#ifdef TRESEN_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QObject>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tresen {

#ifdef TRESEN_HAS_DBUS

namespace {

QDBusMessage saverCall(const QString& method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, method);
}

void giveUpCookie(quint32 cookie)
{
    auto call = saverCall(u"UnInhibit"_s);
    call << cookie;
    QDBusConnection::sessionBus().asyncCall(call);
}

} // namespace

struct ScreenAwake::Asked {
    quint32 cookie = 0;
    bool given = false, over = false;
};

ScreenAwake::ScreenAwake(const QString& reason) : m_asked{std::make_shared<Asked>()}
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    auto call = saverCall(u"Inhibit"_s);
    call << u"Tresen"_s << reason;
    auto* watcher = new QDBusPendingCallWatcher{bus.asyncCall(call)};
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, asked = m_asked] {
        const QDBusPendingReply<quint32> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) return;
        if (asked->over) return giveUpCookie(reply.value());
        asked->cookie = reply.value();
        asked->given = true;
    });
}

ScreenAwake::~ScreenAwake()
{
    m_asked->over = true;
    if (m_asked->given) giveUpCookie(m_asked->cookie);
}

#else

struct ScreenAwake::Asked {};
ScreenAwake::ScreenAwake(const QString&) {}
ScreenAwake::~ScreenAwake() = default;

#endif

} // namespace tresen
