// WallBoard: which key may go, on a screen everybody in the workshop can read: full screen, sizes by its height, no names, no amounts, no pointer.
// Lives from the feed like the desk; when the store no longer answers it says so in red and believes nothing. Opened by the main window (F11).
#pragma once
#include "app/core/screen_awake.h"
#include "app/services/board_reader.h"
#include "app/services/health.h"
#include "app/services/journal_feed.h"
#include "app/services/settings.h"
#include "ui/common/key_map.h"
#include "ui/wall/wall_rows.h"
#include <QTimer>
#include <QWidget>

namespace tresen::ui {

class WallBoard final : public QWidget {
    Q_OBJECT
public:
    struct Stations {
        services::BoardReader& board;
        services::JournalFeed& feed;
        services::HealthWatch& health;
        services::Settings& settings;
        const Clock& clock;
    };
    static constexpr int kLinesShown = 7;        // of one side at once; more are shown in turns
    static constexpr int kTurnMs = 10'000;
    static constexpr qint64 kSilentMs = 20'000;  // the store has not answered for so long
    static constexpr int kFirstPauseMs = 1'000, kMostPauseMs = 60'000;   // before the rows are asked for again after a failure; doubles
    static constexpr qint64 kJustNowMs = 2 * 60'000;

    explicit WallBoard(const Stations& stations, QWidget* parent = nullptr);

    void setKeys(const KeyMap& keys) { m_keys = keys; }   // the one that opens it closes it, too
    void showOnWall();                           // on the screen the setting names, else on the second one where there is one
    const WallRows& rows() const { return m_shown; }
    bool isSilent() const;                       // what it shows is not to be believed
    bool isUnread() const { return !m_read; }    // the rows could not be read yet

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    KeyMap m_keys;
    void load();
    void take(const std::vector<domain::BoardRow>& rows);
    void look();
    Theme theme() const;
    void paintHead(QPainter& painter, const Theme& theme) const;
    void paintSide(QPainter& painter, const Theme& theme, const QRectF& box, bool goes) const;
    void paintLine(QPainter& painter, const Theme& theme, const QRectF& box, const WallEntry& entry, bool goes) const;
    QFont fontOf(const Theme& theme, qreal logical, QFont::Weight weight) const;
    qreal u(qreal logical) const { return logical * height() / 1080; }

    const Stations m_stations;
    std::map<domain::InvoiceId, domain::BoardRow> m_rows;
    WallRows m_shown;
    QTimer m_second, m_again, m_screens;
    ScreenAwake m_awake;
    int m_turn = 0, m_pauseMs = kFirstPauseMs;
    bool m_read = false, m_failed = false;
};

} // namespace tresen::ui
