// Sheet: a dialog inside the window: scrim over everything, a 984 px wide sheet with head (plate, title, who), body and foot. Used by
// payment, hand-over and the like. It has no exec(): open() returns at once, signals say what happened. While it is open the focus stays
// in it, shortcuts of the pages below are off, Esc cancels, and Enter does nothing in the first 400 ms. In a field of several lines Enter is a new
// line, and Ctrl+Enter means the primary button.
#pragma once
#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QScrollArea;
class QShortcut;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class PlateChip;
struct Theme;

class Sheet : public QWidget {
    Q_OBJECT
public:
    static constexpr int kEnterInertMs = 400;
    static int edge(const Theme& theme);                   // pixels of the line round the sheet; what a body fills up to its sides leaves it free

    explicit Sheet(QWidget* window);                       // covers this widget; hidden until open()
    ~Sheet() override;

    void setHead(const QString& plate, const QString& title, const QString& who);
    void setBody(QWidget* body);                           // takes it over; it brings its own margins
    void addFoot(QWidget* widget);                         // left to right, before the primary button
    void addFootLeft(QWidget* widget);                     // at the far left of the foot
    void addFootStretch();
    void setPrimary(ActionButton* button);                 // the last in the foot; Enter clicks it unless another button has the focus
    void setEnterButton(ActionButton* button);             // the same for a button that stands in the body; nullptr: Enter does nothing
    void setHeadShown(bool shown);                         // without it the body begins at the sheet's upper edge
    void setFootShown(bool shown);                         // without it the body goes down to the sheet's lower edge
    // false: Esc does nothing. While the sheet is open (something is being booked) the cross rests in its place; said before open(), there is none.
    void setDismissible(bool dismissible);
    bool isDismissible() const { return m_dismissible; }
    void rest();                                           // another page of the sheet has appeared: Enter is inert once more
    bool resting() const;                                  // for clicks of the mouse that mean what stood there before
    void setWidthPx(int logical);                          // 984 unless said otherwise

    void open(QWidget* firstFocus = nullptr);
    void close();                                          // done: closed()
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    void cancelled();                                      // Esc or the cross; close() has been called before
    void closed();                                         // in every case

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int footWidth(int room);
    int leastHeight(int wide) const;
    void scrollBody(bool scrolls);
    void takeMeasures();
    void cancel();
    void keepKeys();
    ActionButton* enterTarget() const;
    bool ownsShortcut(const QKeySequence& keys) const;
    bool isInert(QKeyEvent* event) const;
    std::vector<QWidget*> focusRing() const;
    QWidget* usualFocus() const;
    void muteShortcuts();

    QWidget* m_sheet;
    QWidget *m_head, *m_foot;
    PlateChip* m_plate;
    FigureLabel *m_title, *m_who;
    ActionButton* m_cross;
    QScrollArea* m_scroll = nullptr;   // around the body, in a low window
    QVBoxLayout* m_column;
    QHBoxLayout* m_footRow;
    QPointer<ActionButton> m_primary;
    QPointer<QWidget> m_focusBefore;
    std::vector<QPointer<QShortcut>> m_muted;
    QElapsedTimer m_since;
    int m_width = 984;
    bool m_open = false, m_dismissible = true;
};

} // namespace tresen::ui
