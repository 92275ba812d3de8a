// IdleWatch: tells when nobody has touched the desk for a while, and when somebody asks to lock it with its key, whatever sheet is open. Made by the main window.
#pragma once
#include <QKeySequence>
#include <QObject>
#include <QTimer>

namespace tresen::ui {

class IdleWatch final : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject* parent = nullptr);
    void setPatienceMs(int ms);               // 0: never idle; the same once more prolongs nothing
    void setLockKeys(const QList<QKeySequence>& keys) { m_keys = keys; }

Q_SIGNALS:
    void idle();
    void lockWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
    QList<QKeySequence> m_keys{QKeySequence{Qt::CTRL | Qt::Key_L}};
};

} // namespace tresen::ui
