#include "ui/desk_frame.h"
#include "ui/common/health_bar.h"
#include "ui/common/icons.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/common/search_field.h"
#include "ui/common/window_place.h"
#include "ui/notices/bell_button.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kRailTop = 80, kRailBottom = 12, kNavHigh = 60, kNavLow = 44, kNavGap = 8, kNavLowGap = 4;

// "SAMPLE DATA" or "TEST MODE" over the whole width, so that nobody hands out a key by it.
class TrainingBand final : public FigureLabel {
public:
    explicit TrainingBand(QWidget* parent) : FigureLabel{type::fineStrong, &Theme::text, parent} {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        painter.fillRect(rect(), theme.amber.tint);
        auto stripes = theme.amber.solid;
        stripes.setAlphaF(0.16f);
        QPainterPath path;
        path.addRect(rect());
        drawHatch(painter, path, stripes, theme.px(6), theme.px(20));
        if (theme.highContrast()) drawBox(painter, rect(), 0, {}, theme.text, 2);
        painter.end();
        setInk(theme.amber.word);
        FigureLabel::paintEvent(event);
    }
};

// The page as high as it must be, not as it would like to be: a wrapped line somewhere in it would otherwise make the whole page scroll, and its
// footer go out of sight, though its lists can do with less.
class PageBox final : public QWidget {
public:
    explicit PageBox(QWidget* page)
    {
        auto* whole = new QVBoxLayout{this};
        whole->setContentsMargins({});
        whole->addWidget(page);
    }
    bool hasHeightForWidth() const override { return false; }
};

QString initialsOf(const QString& name)
{
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    QString out;
    if (!words.isEmpty()) out += words.first().left(1);
    if (words.size() > 1) out += words.last().left(1);
    return out.toUpper();
}

} // namespace

NavButton::NavButton(const QString& icon, const QString& text, QWidget* parent) : QAbstractButton{parent}, m_icon{icon}, m_title{text}
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
}

void NavButton::setBadge(int count)
{
    if (count == m_badge) return;
    m_badge = count;
    setText(count > 0 ? tr("%1, %n new", nullptr, count).arg(m_title) : m_title);
    update();
}

void NavButton::setCompact(bool compact)
{
    if (compact == m_compact) return;
    m_compact = compact;
    setToolTip(compact ? m_title : QString{});
    updateGeometry();
    update();
}

QSize NavButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(64), theme.px(m_compact ? kNavLow : kNavHigh)};
}

void NavButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    const qreal icon = theme.px(24);
    QPainter painter{this};
    if (isChecked()) drawBox(painter, box, theme.px(10), theme.surface, theme.line);
    else if (underMouse()) drawBox(painter, box, theme.px(10), theme.hover);
    const QRectF picture{box.center().x() - icon / 2, m_compact ? box.center().y() - icon / 2 : static_cast<qreal>(theme.px(9)), icon, icon};
    drawIcon(painter, m_icon, picture, isChecked() ? theme.accentText : theme.text2, isChecked() ? 2 : 1.75);
    painter.setFont(theme.font(isChecked() ? type::smallStrong : type::smallMedium));
    painter.setPen(isChecked() ? theme.text : theme.text2);
    if (!m_compact) drawLine(painter, {0, static_cast<qreal>(theme.px(35)), box.width(), static_cast<qreal>(theme.px(18))}, Qt::AlignCenter, m_title);
    if (m_badge > 0) {
        const FigureFont figures{theme.font(type::smallStrong)};
        const auto count = m_badge > 99 ? u"99+"_s : QString::number(m_badge);
        const qreal height = theme.px(16), width = qMax(height, figures.width(count) + theme.px(8));
        // In a low button the corner of the picture is nearer to the edge than the badge is high: it stays inside, with its outline.
        const QRectF badge{picture.right() - theme.px(6), qMax(1.0, picture.top() - theme.px(4)), width, height};
        drawBox(painter, badge, height / 2, theme.text, theme.canvas, 1);
        painter.setPen(theme.surface);
        figures.draw(painter, badge, Qt::AlignCenter, count);
    }
    if (hasFocus()) drawFocus(painter, box, theme.px(10), theme.accentText);
}

NavRail::NavRail(QWidget* parent) : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_upper{new QVBoxLayout}, m_lower{new QVBoxLayout}
{
    m_column->setSpacing(0);
    m_column->addLayout(m_upper);
    m_column->addStretch(1);
    m_column->addLayout(m_lower);
    takeMeasures();
}

void NavRail::takeMeasures()
{
    const auto& theme = themeOf(this);
    setFixedWidth(theme.px(80));
    m_column->setContentsMargins(theme.px(8), theme.px(kRailTop), theme.px(8), theme.px(kRailBottom));
    const auto buttons = findChildren<NavButton*>();
    const int count = static_cast<int>(buttons.size());
    const bool compact = count > 0 && height() < theme.px(kRailTop + kRailBottom + count * kNavHigh + (count - 1) * kNavGap);
    for (auto* button : buttons) button->setCompact(compact);
    keepSpacing(*m_upper, theme.px(compact ? kNavLowGap : kNavGap));
    keepSpacing(*m_lower, theme.px(compact ? kNavLowGap : kNavGap));
}

void NavRail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

NavButton* NavRail::add(const QString& id, const QString& icon, const QString& text, bool low)
{
    auto* made = new NavButton{icon, text, this};
    made->setObjectName(u"nav."_s + id);
    made->setChecked(findChildren<NavButton*>().size() == 1);
    (low ? m_lower : m_upper)->addWidget(made);
    connect(made, &NavButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    return made;
}

NavButton* NavRail::button(const QString& id) const
{
    return findChild<NavButton*>(u"nav."_s + id);
}

void NavRail::setCurrent(const QString& id)
{
    if (auto* known = button(id)) known->setChecked(true);
}

void NavRail::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF mark{static_cast<qreal>(theme.px(22)), static_cast<qreal>(theme.px(14)), static_cast<qreal>(theme.px(36)), static_cast<qreal>(theme.px(36))};
    QPainter painter{this};
    drawBox(painter, mark, theme.px(9), theme.accent);
    // The program's mark: a T with a coin beside it.
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal u = mark.width() / 36;
    painter.setPen(QPen{theme.onAccent, 4 * u, Qt::SolidLine, Qt::FlatCap});
    painter.drawLine(mark.topLeft() + QPointF{8 * u, 12 * u}, mark.topLeft() + QPointF{25 * u, 12 * u});
    painter.drawLine(mark.topLeft() + QPointF{16.5 * u, 11 * u}, mark.topLeft() + QPointF{16.5 * u, 27 * u});
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.onAccent);
    painter.drawEllipse(mark.topLeft() + QPointF{25 * u, 24.5 * u}, 2.6 * u, 2.6 * u);
}

void NavRail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

UserButton::UserButton(QWidget* parent) : QAbstractButton{parent}
{
    setObjectName(u"user"_s);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(tr("User"));
}

void UserButton::setUser(const QString& name, const QString& shift)
{
    m_nameless = name.isEmpty();
    m_name = m_nameless ? tr("Who is here?") : name;
    m_shift = shift;
    setText(shift.isEmpty() ? m_name : m_name + u", "_s + shift);
    setToolTip(text());
    updateGeometry();
    update();
}

QSize UserButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    const FigureFont name{theme.font(type::rowStrong)}, shift{theme.font(type::small)};
    const qreal text = qBound<qreal>(theme.px(60), std::ceil(qMax(name.width(m_name), shift.width(m_shift))), theme.px(150));
    return {theme.px(16 + 36 + 10 + 8) + static_cast<int>(text), theme.px(44)};
}

void UserButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const qreal middle = height() / 2.0, side = theme.px(36), left = theme.px(16), text = left + side + theme.px(10);
    const FigureFont initials{theme.font(type::fineStrong)}, name{theme.font(type::rowStrong)}, shift{theme.font(type::small)};
    QPainter painter{this};
    painter.fillRect(QRectF{0, middle - theme.px(16), 1, static_cast<qreal>(theme.px(32))}, theme.line);
    if (underMouse()) drawBox(painter, QRectF{rect()}.adjusted(theme.px(8), 0, 0, 0), theme.px(8), theme.hover);
    const QRectF badge{left, middle - side / 2, side, side};
    drawBox(painter, badge, side / 2, theme.sunken, theme.highContrast() ? theme.text : QColor{});
    painter.setPen(theme.text);
    if (m_nameless) drawIcon(painter, u"user"_s, badge.adjusted(side / 4, side / 4, -side / 4, -side / 4), theme.text2);
    else initials.draw(painter, badge, Qt::AlignCenter, initialsOf(m_name));
    const qreal nameTop = m_shift.isEmpty() ? middle - theme.px(10) : middle - theme.px(20);
    name.draw(painter, {text, nameTop, width() - text, static_cast<qreal>(theme.px(20))}, Qt::AlignLeft | Qt::AlignVCenter, m_name);
    painter.setPen(theme.text2);
    shift.draw(painter, {text, middle + theme.px(1), width() - text, static_cast<qreal>(theme.px(18))}, Qt::AlignLeft | Qt::AlignVCenter, m_shift);
    if (hasFocus()) drawFocus(painter, QRectF{rect()}.adjusted(theme.px(8), 0, 0, 0), theme.px(8), theme.accentText);
}

TopBar::TopBar(QWidget* parent)
    : QWidget{parent}, m_place{new QWidget{this}}, m_company{new FigureLabel{type::rowStrong, &Theme::text, m_place}}, m_site{new FigureLabel{type::small, &Theme::text2, m_place}},
      m_search{new SearchField{this}}, m_bell{new BellButton{this}}, m_health{new HealthBar{this}}, m_user{new UserButton{this}}
{
    m_company->setElided(true);
    m_site->setElided(true);
    auto* place = new QVBoxLayout{m_place};
    place->setContentsMargins({});
    place->addStretch();
    place->addWidget(m_company);
    place->addWidget(m_site);
    place->addStretch();
    auto* row = new QHBoxLayout{this};
    row->addWidget(m_place);
    row->addWidget(m_search, 1);
    row->addWidget(m_bell);
    row->addWidget(m_health);
    row->addWidget(m_user);
    takeMeasures();
}

void TopBar::takeMeasures()
{
    const auto& theme = themeOf(this);
    setFixedHeight(theme.px(72));
    const bool wide = width() >= theme.px(1300), narrow = width() < theme.px(1080);
    m_place->setFixedWidth(theme.px(wide ? 208 : narrow ? 136 : 176));
    // The health items stand side by side only where search and place keep their room.
    const int left = width() - m_place->width() - m_user->sizeHint().width() - m_bell->sizeHint().width() - theme.px(16 + 4 * 16);
    const int full = m_health->sizeHint().width();
    // The worst one alone is said whole as long as the search keeps its least width.
    const int worst = qBound(theme.px(narrow ? 138 : 160), m_health->worstWidth(), qMax(theme.px(160), left - m_search->minimumSizeHint().width()));
    m_health->setFixedWidth(left - full >= theme.px(340) ? full : worst);
    m_search->setMaximumWidth(theme.px(720));
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->setContentsMargins(0, 0, theme.px(16), 0);
    keepSpacing(*row, theme.px(16));
    keepSpacing(*m_place->layout(), theme.px(2));
}

void TopBar::setPlace(const QString& company, const QString& site, const QString& desk)
{
    m_company->setText(company);
    m_site->setText(site.isEmpty() || desk.isEmpty() ? site + desk : site + u" · "_s + desk);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

bool TopBar::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutRequest) takeMeasures();   // health and user know their width only when told
    return done;
}

DeskFrame::DeskFrame(QWidget* parent) : QWidget{parent}, m_grid{new QGridLayout{this}}, m_rail{new NavRail{this}}, m_top{new TopBar{this}}
{
    auto* band = new TrainingBand{this};
    band->setObjectName(u"training"_s);
    band->setAlignment(Qt::AlignCenter);
    band->hide();
    m_band = band;
    m_grid->setSpacing(0);
    m_grid->addWidget(m_rail, 0, 0, 3, 1);
    m_grid->addWidget(m_top, 0, 1);
    m_grid->addWidget(m_band, 1, 1);
    m_grid->setRowStretch(2, 1);
    m_grid->setColumnStretch(1, 1);
    takeMeasures();
}

void DeskFrame::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_band->setFixedHeight(theme.px(28));
    if (m_content != nullptr) m_content->setContentsMargins(0, m_band->isHidden() ? 0 : theme.px(8), theme.px(16), theme.px(16));
}

void DeskFrame::setContent(QWidget* content)
{
    delete m_scroll;
    m_content = new QWidget;
    auto* inner = new QVBoxLayout{m_content};
    inner->setContentsMargins({});
    inner->addWidget(new PageBox{content});
    m_scroll = new QScrollArea{this};
    m_scroll->setObjectName(u"frame.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);   // what the scroll area has just switched on
    m_grid->addWidget(m_scroll, 2, 1);
    takeMeasures();
}

void DeskFrame::setTraining(bool training)
{
    m_training = training;
    showBand();
}

void DeskFrame::setTestMode(bool test)
{
    m_test = test;
    showBand();
}

void DeskFrame::showBand()
{
    m_band->setText(m_training ? tr("SAMPLE DATA · nothing here is real, no key may leave by it")
                               : tr("TEST MODE OF THE PORTAL · its links take no real money, no key may leave by them"));
    m_band->setVisible(m_training || m_test);
    takeMeasures();
}

QSize DeskFrame::minimumSizeHint() const
{
    return kVeryLeast;
}

void DeskFrame::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), themeOf(this).canvas);
}

void DeskFrame::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
