#include "ui/people/idle_watch.h"
#include <QCoreApplication>
#include <QKeyEvent>

namespace tresen::ui {

IdleWatch::IdleWatch(QObject* parent) : QObject{parent}
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setPatienceMs(int ms)
{
    // The same patience begins anew only where it had come to its end: what other desks do, a wrong PIN there, keeps nobody busy here.
    if (ms == m_timer.interval() && m_timer.isActive() == (ms > 0)) return;
    m_timer.stop();
    m_timer.setInterval(ms);
    if (ms > 0) m_timer.start();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (watched->isWindowType() && !key->isAutoRepeat() && m_keys.contains(QKeySequence{key->keyCombination()})) {
            QMetaObject::invokeMethod(this, &IdleWatch::lockWanted, Qt::QueuedConnection);   // not from inside the delivery of a key
            return true;
        }
        [[fallthrough]];
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.interval() > 0) m_timer.start();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tresen::ui
