#include "ui/board/timeline.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr std::size_t kKeptLines = 40;   // more never fit on a screen; the history page has them all
constexpr int kTextAt = 82, kShapeAt = 54, kShape = 16;   // logical pixels from the left

} // namespace

Timeline::Timeline(QWidget* parent)
    : QWidget{parent}, m_title{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_all{new ActionButton{{}, this}}, m_head{new QWidget{this}}
{
    m_title->setText(tr("History"));
    m_all->setObjectName(u"timeline.all"_s);
    m_all->setShape(ActionButton::Shape::Link);
    m_all->setFocusPolicy(Qt::TabFocus);
    connect(m_all, &ActionButton::clicked, this, &Timeline::allRequested);
    auto* head = new QHBoxLayout{m_head};
    head->setContentsMargins({});
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_all);
    setMinimumHeight(0);
    takeMeasures();
}

Timeline::Line Timeline::makeLine()
{
    auto* box = new QWidget{this};
    Line line{box, new FigureLabel{type::fine, &Theme::text2, box}, new FigureLabel{type::row, &Theme::text, box}, new FigureLabel{type::small, &Theme::text2, box}, Look::Accepted};
    line.text->setElided(true);
    line.sub->setElided(true);
    return line;
}

int Timeline::lineHeight() const
{
    return themeOf(this).px(44);
}

void Timeline::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_head->setFixedHeight(theme.px(34));
    fit();
}

void Timeline::setEntries(const std::vector<TimelineEntry>& entries, Instant now)
{
    while (m_lines.size() < qMin(entries.size(), kKeptLines)) m_lines.push_back(makeLine());
    m_used = static_cast<int>(entries.size());
    for (std::size_t i = 0; i < m_lines.size() && i < entries.size(); ++i) {
        auto& line = m_lines[i];
        line.look = entries[i].look;
        line.time->setText(AgeText::timeOrDay(entries[i].at, now));
        line.text->setText(entries[i].text);
        line.text->setRole(i == 0 ? type::rowStrong : type::row);
        line.sub->setText(entries[i].sub);
    }
    fit();
}

void Timeline::fit()
{
    const auto& theme = themeOf(this);
    m_head->setGeometry(0, 0, width(), m_head->height());
    const int room = height() - m_head->height() + theme.px(6);
    m_fitting = qBound(0, room / lineHeight(), qMin(m_used, static_cast<int>(m_lines.size())));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        auto& line = m_lines[i];
        const bool shown = static_cast<int>(i) < m_fitting;
        line.box->setVisible(shown);
        if (!shown) continue;
        line.box->setGeometry(0, m_head->height() + static_cast<int>(i) * lineHeight(), width(), lineHeight());
        line.time->setGeometry(0, 0, theme.px(kShapeAt - 4), theme.px(20));
        line.text->setGeometry(theme.px(kTextAt), 0, width() - theme.px(kTextAt), theme.px(20));
        line.sub->setGeometry(theme.px(kTextAt), theme.px(19), width() - theme.px(kTextAt), theme.px(18));
    }
    m_all->setText(tr("show all %1").arg(m_used));
    m_all->setVisible(m_fitting < m_used);
    update();
}

void Timeline::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal shape = theme.px(kShape), x = theme.px(kShapeAt), middle = x + shape / 2;
    for (int i = 0; i < m_fitting; ++i) {
        const qreal top = m_head->height() + i * lineHeight();
        if (i + 1 < m_fitting) painter.fillRect(QRectF{std::floor(middle), top + theme.px(20), 1, static_cast<qreal>(lineHeight() - theme.px(20) + theme.px(3))}, theme.line);
        if (i == 0) {
            drawGlyph(painter, m_lines[0].look, {x, top + theme.px(2), shape, shape}, theme);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.dot);
        painter.drawEllipse(QPointF{middle, top + theme.px(10)}, theme.scale * 3.5, theme.scale * 3.5);
    }
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Timeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) takeMeasures();
    QWidget::changeEvent(event);
}

} // namespace tresen::ui
