// Toasts: short notes that need no answer, stacked over the right half of the board's footer; they cover no row and no button. Each stays
// 8 s, longer while the pointer rests on it; history() keeps them for the list behind the bell. Fed by the main window.
#pragma once
#include "app/core/clock.h"
#include "app/domain/ids.h"
#include "ui/common/state_look.h"
#include <QTimer>
#include <QWidget>
#include <deque>
#include <functional>
#include <vector>

class QShortcut;

namespace tresen::ui {

class FigureLabel;

struct ToastText {
    Look look = Look::Accepted;
    QString title, text;       // "M-AB 1234 has paid online" / "527,85 € · hook 17"
    domain::InvoiceId invoice{};   // what it is about; null: no single invoice
    Instant at{};              // given by the stack
    std::function<void()> undo{};   // what takes it back; empty: nothing does
};

class Toast final : public QWidget {
    Q_OBJECT
public:
    explicit Toast(const ToastText& text, QWidget* parent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void gone();
    void undone();             // its button was pressed

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    const Look m_look;
    FigureLabel *m_title, *m_text;
    QTimer m_life;
};

class ToastStack final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kLifeMs = 8000;             // what can be taken back stays limits::kUndoMs

    // anchor: the stack stands at its right end and grows upward; window: the toasts' parent.
    ToastStack(QWidget& anchor, QWidget* window, const Clock* clock = nullptr);   // clock: for the list; it lives longer
    void show(const ToastText& text);
    const std::deque<ToastText>& history() const { return m_history; }   // newest first, the last 200
    int unseen() const { return m_unseen; }          // since the list was looked at
    void markSeen();
    void setCovered(bool covered);                   // a lock lies over the window: nothing is shown, what is said stands in the list
    bool canUndo() const;                            // the newest toast that can be taken back
    void undo();                                     // takes that back, as Ctrl+Z does
    int shown() const { return static_cast<int>(m_toasts.size()); }

Q_SIGNALS:
    void changed();                                  // history or the number of unseen ones
    void said(const tresen::ui::ToastText& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void drop(Toast* toast);
    struct Way { Toast* toast; std::function<void()> back; };
    std::vector<Way> m_ways;         // newest first
    QShortcut* m_undo;
    const Clock* m_clock;
    int m_unseen = 0;
    bool m_covered = false;
    QWidget& m_anchor;
    std::deque<ToastText> m_history;
    std::deque<Toast*> m_toasts;     // newest first
};

} // namespace tresen::ui
