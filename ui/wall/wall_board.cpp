#include "ui/wall/wall_board.h"
#include "ui/common/age_text.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/plate_chip.h"
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kScreensRestMs = 500;
constexpr qreal kMargin = 64;      // a television cuts its edges
constexpr qreal kHeadHeight = 92, kSideHead = 60, kLine = 104, kLineGap = 8, kSidesGap = 48;

} // namespace

WallBoard::WallBoard(const Stations& stations, QWidget* parent) : QWidget{parent, Qt::Window}, m_stations{stations}, m_awake{tr("Wall board")}
{
    setObjectName(u"wall"_s);
    setWindowTitle(tr("Wall board"));
    setAttribute(Qt::WA_DeleteOnClose);
    setCursor(Qt::BlankCursor);
    resize(1280, 720);
    connect(&m_stations.feed, &services::JournalFeed::rowsChanged, this, &WallBoard::take);
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &WallBoard::look);
    m_second.start();
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &WallBoard::load);
    m_screens.setSingleShot(true);
    m_screens.setInterval(kScreensRestMs);
    connect(&m_screens, &QTimer::timeout, this, [this] {
        if (isFullScreen()) showOnWall();
    });
    connect(qGuiApp, &QGuiApplication::screenAdded, &m_screens, qOverload<>(&QTimer::start));
    connect(qGuiApp, &QGuiApplication::screenRemoved, &m_screens, qOverload<>(&QTimer::start));
    load();
}

void WallBoard::load()
{
    m_stations.board.rows([guard = QPointer{this}, this](const Result<std::vector<domain::BoardRow>>& rows) {
        if (!guard) return;
        m_failed = !rows.ok();
        if (!rows) {
            m_again.start(m_pauseMs);
            m_pauseMs = std::min(2 * m_pauseMs, kMostPauseMs);
            return look();
        }
        m_read = true;
        m_pauseMs = kFirstPauseMs;
        take(rows.value());
    });
}

void WallBoard::take(const std::vector<domain::BoardRow>& rows)
{
    for (const auto& row : rows) {
        const auto known = m_rows.find(row.invoice);
        if (known == m_rows.end() || known->second.seq <= row.seq) m_rows[row.invoice] = row;
    }
    look();
}

void WallBoard::look()
{
    m_turn = static_cast<int>(m_stations.clock.now().ms / kTurnMs % 1'000'000);
    m_shown = wallRows(m_rows, m_stations.clock.now());
    QStringList go;
    for (const auto& entry : m_shown.goes) go << entry.plate;
    setAccessibleName(tr("Wall board"));
    setAccessibleDescription(m_stations.health.peer(u"store"_s).code == u"store.stopped" ? tr("The stored data are damaged: nothing is recorded") : isSilent() ? tr("The data are old") : tr("May leave: %1").arg(go.join(u", "_s)));
    update();
}

bool WallBoard::isSilent() const
{
    const auto store = m_stations.health.peer(u"store"_s);
    return m_failed || store.state == services::PeerHealth::State::Bad || m_stations.clock.now().ms - store.lastGood.ms > kSilentMs;
}

void WallBoard::showOnWall()
{
    const auto screens = QGuiApplication::screens();
    const auto wanted = m_stations.settings.value(u"desk.wall_screen"_s);
    const QScreen* chosen = nullptr;
    for (const auto* screen : screens)
        if (screen != QGuiApplication::primaryScreen()) chosen = screen;
    for (const auto* screen : screens)
        if (!wanted.isEmpty() && screen->name() == wanted) chosen = screen;
    if (chosen == nullptr) chosen = QGuiApplication::primaryScreen();
    if (chosen != nullptr) setGeometry(chosen->geometry());
    showFullScreen();
}

Theme WallBoard::theme() const
{
    const bool contrast = themeOf(this).highContrast();
    return Theme::make(contrast ? ThemeKind::HighContrast : ThemeKind::Dark, u(1));
}

void WallBoard::paintEvent(QPaintEvent*)
{
    const auto look = theme();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), look.canvas);
    paintHead(painter, look);
    const qreal left = u(kMargin), top = u(kMargin + kHeadHeight), wide = (width() - 2 * left - u(kSidesGap)) / 2;
    paintSide(painter, look, {left, top, wide, height() - top - left / 2}, true);
    paintSide(painter, look, {left + wide + u(kSidesGap), top, wide, height() - top - left / 2}, false);
    if (!isSilent()) return;
    painter.setPen(QPen{look.red.solid, u(10)});
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF{rect()}.adjusted(u(5), u(5), -u(5), -u(5)));
}

QFont WallBoard::fontOf(const Theme& look, qreal logical, QFont::Weight weight) const
{
    constexpr int kLeast = 8;   // pixels
    auto out = look.font(type::title);
    out.setPixelSize(std::max(kLeast, qRound(u(logical))));
    out.setWeight(weight);
    return out;
}

void WallBoard::paintHead(QPainter& painter, const Theme& look) const
{
    const auto now = m_stations.clock.now();
    const QRectF head{u(kMargin), u(40), width() - 2 * u(kMargin), u(kHeadHeight)};
    painter.setPen(look.text);
    painter.setFont(fontOf(look, 34, QFont::DemiBold));
    const auto& s = m_stations.settings;
    const auto site = s.siteHere();
    const auto place = site.isEmpty() ? s.value(u"company.name"_s) : u"%1 · %2"_s.arg(s.value(u"company.name"_s), site);
    drawLine(painter, {head.left(), head.top(), head.width() * 0.55, u(48)}, Qt::AlignLeft | Qt::AlignVCenter, place);
    painter.setFont(fontOf(look, 24, QFont::Normal));
    painter.setPen(look.text2);
    const QLocale locale;
    drawLine(painter, {head.left(), head.top() + u(48), head.width() * 0.55, u(36)}, Qt::AlignLeft | Qt::AlignVCenter, locale.toString(now.local().date(), tr("dddd, d MMMM")));
    painter.setFont(fontOf(look, 88, QFont::DemiBold));
    painter.setPen(look.text);
    const auto clock = AgeText::clock(now);
    const qreal clockWide = painter.fontMetrics().horizontalAdvance(clock);
    painter.drawText(QRectF{head.right() - clockWide - u(2), head.top() - u(8), clockWide + u(2), u(104)}, Qt::AlignRight | Qt::AlignVCenter, clock);
    const auto lastGood = m_stations.health.peer(u"store"_s).lastGood;
    const bool stopped = m_stations.health.peer(u"store"_s).code == u"store.stopped";
    const auto age = stopped ? tr("The stored data are damaged: nothing is recorded") : m_failed ? tr("Cannot be read, it is tried again") : lastGood.isNull() ? tr("No data yet") : tr("As of %1").arg(AgeText::age(lastGood, now));
    painter.setFont(fontOf(look, 24, isSilent() ? QFont::DemiBold : QFont::Normal));
    const qreal ageWide = painter.fontMetrics().horizontalAdvance(age), ageRight = head.right() - clockWide - u(56);
    painter.setPen(isSilent() ? look.red.word : look.text2);
    painter.drawText(QRectF{ageRight - ageWide - u(2), head.top() + u(20), ageWide + u(2), u(48)}, Qt::AlignRight | Qt::AlignVCenter, age);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSilent() ? look.red.solid : look.green.solid);
    painter.drawEllipse(QPointF{ageRight - ageWide - u(20), head.top() + u(44)}, u(8), u(8));
}

void WallBoard::paintSide(QPainter& painter, const Theme& look, const QRectF& box, bool goes) const
{
    const auto& all = goes ? m_shown.goes : m_shown.stays;
    const int count = static_cast<int>(all.size()), turns = std::max(1, (count + kLinesShown - 1) / kLinesShown), turn = m_turn % turns;
    const bool green = goes && !isSilent();
    const QRectF head{box.left(), box.top(), box.width(), u(kSideHead)};
    drawBox(painter, head, u(12), green ? look.verdictGo : look.verdictStay);
    painter.setPen(look.onVerdict);
    painter.setFont(fontOf(look, 30, QFont::DemiBold));
    drawIcon(painter, goes ? u"key"_s : u"lock"_s, {head.left() + u(24), head.center().y() - u(16), u(32), u(32)}, look.onVerdict);
    const auto title = isSilent() && goes ? tr("Ask at the counter first") : goes ? tr("Key may leave") : tr("Key stays here");
    drawLine(painter, head.adjusted(u(78), 0, -u(160), 0), Qt::AlignLeft | Qt::AlignVCenter, title);
    const auto total = turns > 1 ? tr("%1 · %2 of %3").arg(count).arg(turn + 1).arg(turns) : QString::number(count);
    drawLine(painter, head.adjusted(u(78), 0, -u(28), 0), Qt::AlignRight | Qt::AlignVCenter, total);
    qreal y = head.bottom() + u(16);
    for (int i = turn * kLinesShown; i < std::min(count, (turn + 1) * kLinesShown); ++i, y += u(kLine + kLineGap))
        paintLine(painter, look, {box.left(), y, box.width(), u(kLine)}, all[static_cast<std::size_t>(i)], goes);
    if (!goes) return;
    painter.setPen(look.text2);
    painter.setFont(fontOf(look, 22, QFont::Normal));
    if (y + u(40) < box.bottom()) drawLine(painter, {box.left(), y + u(8), box.width(), u(40)}, Qt::AlignLeft | Qt::AlignVCenter, count == 0 ? tr("Nothing is ready to be handed over") : tr("Number on the left: key hook"));
}

void WallBoard::paintLine(QPainter& painter, const Theme& look, const QRectF& box, const WallEntry& entry, bool goes) const
{
    const auto now = m_stations.clock.now();
    const bool silent = isSilent(), justNow = goes && !silent && now.ms - entry.at.ms < kJustNowMs;
    drawBox(painter, box, u(14), look.surface, justNow ? look.green.solid : look.highContrast() ? look.line : QColor{}, u(3));
    painter.setFont(fontOf(look, 52, QFont::Bold));
    painter.setPen(look.text);
    drawLine(painter, {box.left() + u(12), box.top(), u(108), box.height()}, Qt::AlignCenter, entry.hook.isEmpty() ? u"\u2013"_s : entry.hook);
    painter.fillRect(QRectF{box.left() + u(128), box.top() + u(20), u(2), box.height() - u(40)}, look.rowLine);
    const int plateHeight = qRound(u(64));
    drawPlate(painter, {box.left() + u(156), box.center().y() - plateHeight / 2.0}, plateHeight, entry.plate.isEmpty() ? u"\u2013"_s : entry.plate, false, look);
    const qreal wordLeft = box.left() + std::max(u(500), u(180) + plateWidth(entry.plate, plateHeight, look));
    const auto& tone = silent ? look.grey : toneOf(entry.look, look);
    drawGlyph(painter, entry.look, {wordLeft, box.center().y() - u(21), u(42), u(42)}, silent ? look.text3 : tone.solid, look.surface);
    const auto sub = entry.look == Look::Overpaid ? tr("Ask at the counter") : justNow ? tr("just now") : QString{};
    const QRectF words{wordLeft + u(62), box.top(), box.right() - wordLeft - u(74), box.height()};
    // A long word gets smaller before it is cut: it is the one that says whether the key may go.
    constexpr int kWord = 32, kLeastWord = 22;
    int size = kWord;
    do painter.setFont(fontOf(look, size, QFont::DemiBold));
    while (painter.fontMetrics().horizontalAdvance(wordOf(entry.look)) > words.width() && --size >= kLeastWord);
    painter.setPen(silent ? look.text3 : tone.word);
    drawLine(painter, sub.isEmpty() ? words : words.adjusted(0, u(14), 0, -u(44)), Qt::AlignLeft | Qt::AlignVCenter, wordOf(entry.look));
    if (sub.isEmpty()) return;
    painter.setFont(fontOf(look, 20, QFont::Normal));
    painter.setPen(look.text2);
    drawLine(painter, words.adjusted(0, u(56), 0, -u(12)), Qt::AlignLeft | Qt::AlignVCenter, sub);
}

void WallBoard::keyPressEvent(QKeyEvent* event)
{
    const bool again = m_keys.keys(u"wall"_s).contains(QKeySequence{event->keyCombination()});   // the key that opened it closes it, too
    if (event->key() == Qt::Key_Escape || again) close();
    else QWidget::keyPressEvent(event);
}

void WallBoard::mouseDoubleClickEvent(QMouseEvent*) { close(); }

} // namespace tresen::ui
