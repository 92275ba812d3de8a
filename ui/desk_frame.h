// DeskFrame: the window's chrome as widgets: top bar with site, search, health and user; navigation rail; the band of training data.
// The main window puts its pages into it and does the navigating.
#pragma once
#include "ui/common/figures.h"
#include <QAbstractButton>
#include <QVBoxLayout>
#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace tresen::ui {

class BellButton;
class HealthBar;
class SearchField;

// One entry of the rail: icon over word, with a badge for what waits there.
class NavButton final : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(const QString& icon, const QString& text, QWidget* parent = nullptr);
    void setBadge(int count);
    void setCompact(bool compact);            // the picture alone, its word as a tool tip
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QString m_icon, m_title;
    int m_badge = 0;
    bool m_compact = false;
};

class NavRail final : public QWidget {
    Q_OBJECT
public:
    explicit NavRail(QWidget* parent = nullptr);
    // id: "board", "inbox", …; low: at the lower end. The first one added is current.
    NavButton* add(const QString& id, const QString& icon, const QString& text, bool low = false);
    void setCurrent(const QString& id);
    NavButton* button(const QString& id) const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeMeasures();
    QVBoxLayout *m_column, *m_upper, *m_lower;
};

// Who works here: initials, name and shift, which may be empty; a click asks to change it.
class UserButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit UserButton(QWidget* parent = nullptr);
    // No name: nobody has said yet who works here.
    void setUser(const QString& name, const QString& shift);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name, m_shift;
    bool m_nameless = false;
};

class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setPlace(const QString& company, const QString& site, const QString& desk);
    SearchField& search() const { return *m_search; }
    BellButton& bell() const { return *m_bell; }
    HealthBar& health() const { return *m_health; }
    UserButton& user() const { return *m_user; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeMeasures();
    QWidget* m_place;
    FigureLabel *m_company, *m_site;
    SearchField* m_search;
    BellButton* m_bell;
    HealthBar* m_health;
    UserButton* m_user;
};

class DeskFrame final : public QWidget {
    Q_OBJECT
public:
    explicit DeskFrame(QWidget* parent = nullptr);
    TopBar& top() const { return *m_top; }
    NavRail& rail() const { return *m_rail; }
    void setContent(QWidget* content);        // takes it over; it scrolls where it needs more room than there is
    void setTraining(bool training);          // shows the band; there is no way to click it away
    void setTestMode(bool test);              // the same: the portal takes no real money
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void showBand();
    QGridLayout* m_grid;
    NavRail* m_rail;
    TopBar* m_top;
    FigureLabel* m_band;
    bool m_training = false, m_test = false;
    QWidget* m_content = nullptr;
    QScrollArea* m_scroll = nullptr;
};

} // namespace tresen::ui
