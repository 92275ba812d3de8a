// ScanFilter: tells a scanner that types (a "keyboard wedge") from a person, and takes its keys before any field sees them. Install it on the
// application. Two rules: keys after the prefix key belong to the scanner until its end; without a prefix, keys that follow each other faster than any
// hand, at least six of them and then the end. The end is Return or Tab, or a short silence where the scanner sends neither; none of them ever reaches a
// field, so the focus stays. What turns out to be a person's typing is handed on unchanged, at most kHoldMs late (kIdleMs after a prefix).
#pragma once
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPointer>
#include <QTimer>
#include <QWindow>
#include <memory>
#include <vector>

namespace tresen::ui {

class ScanFilter final : public QObject {
    Q_OBJECT
public:
    static constexpr int kKeyMs = 35;           // two keys of a scanner are not further apart, by the time the system gave them
    static constexpr int kHoldMs = 50;          // a key is held back no longer when no other follows
    static constexpr int kIdleMs = 500;         // a scan that began with the prefix and goes no further is given up
    static constexpr int kLineMs = 120;         // a code of several lines goes on within this after a Return
    static constexpr int kMinKeys = 6;          // without a prefix
    static constexpr int kTailMs = 60;          // a second Return or Tab of the scanner comes within this after its first

    // What the scanner sends last. Enter: a Tab ends as well. Tab: a Return only parts lines. None: a silence of kHoldMs ends as well (of kLineMs after a prefix).
    enum class Suffix { Enter, Tab, None };

    explicit ScanFilter(QObject* parent = nullptr);
    void setPrefix(QKeyCombination keys) { m_prefix = keys; }   // Key_unknown: none
    void setSuffix(Suffix suffix) { m_suffix = suffix; }
    void setSpeedRule(bool on) { m_bySpeed = on; }

Q_SIGNALS:
    void scanned(const QString& text);          // lines are parted by LF; at most domain::kMaxScan + 1 characters are kept

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Mode { Person, Perhaps, Scan };  // Perhaps: keys are held back until it is known whose they are
    bool takePress(QWindow* window, const QKeyEvent& key);
    bool takeOfScan(QWindow* window, const QKeyEvent& key);
    bool hold(QWindow* window, const QKeyEvent& key);
    bool isTail(const QKeyEvent& key) const;
    int silenceMs() const;
    void lineEnds();
    void finish();
    void giveBack();
    void late();
    void keep(QWindow* window, const QKeyEvent& key);
    bool isPrefix(const QKeyEvent& key) const;
    bool isTooLate(const QKeyEvent& key) const;
    bool isSecretFocused() const;

    QKeyCombination m_prefix{Qt::Key_unknown};
    Suffix m_suffix = Suffix::Enter;
    bool m_bySpeed = true, m_replaying = false;
    Mode m_mode = Mode::Person;
    QString m_text;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;   // presses and releases, in their order
    QPointer<QWindow> m_window;
    QElapsedTimer m_sinceKey, m_sinceScan;      // m_sinceScan: since one was handed out
    quint64 m_stamp = 0;                        // of the last key; 0: the system gives none
    QTimer m_late;
};

} // namespace tresen::ui
