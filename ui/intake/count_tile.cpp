#include "ui/intake/count_tile.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace tresen::ui {

CountTile::CountTile(Look look, const QString& word, QWidget* parent)
    : QWidget{parent}, m_look{look}, m_number{new FigureLabel{type::figure, &Theme::text, this}}, m_word{new FigureLabel{type::fineMedium, &Theme::text, this}},
      m_row{new QHBoxLayout{this}}
{
    m_word->setText(word);
    m_word->setElided(true);
    m_row->addWidget(m_number);
    m_row->addWidget(m_word, 1);
    m_number->setText(QLocale{}.toString(0));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    takeMeasures();
}

void CountTile::takeMeasures()
{
    const auto& theme = themeOf(this);
    setFixedHeight(theme.px(56));
    m_row->setContentsMargins(theme.px(48), 0, theme.px(12), 0);
    m_row->setSpacing(theme.px(10));
    const auto ink = m_count > 0 ? toneOf(m_look, theme).word : theme.text2;
    m_number->setInk(ink);
    m_word->setInk(ink);
}

void CountTile::setCount(int count)
{
    m_count = count;
    m_number->setText(QLocale{}.toString(count));
    takeMeasures();
    update();
}

void CountTile::setWord(const QString& word) { m_word->setText(word); }

void CountTile::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const auto& tone = toneOf(m_look, theme);
    const qreal side = theme.px(20);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(8), m_count > 0 ? tone.tint : theme.sunken, theme.highContrast() ? theme.text : QColor{});
    drawGlyph(painter, m_look, {static_cast<qreal>(theme.px(16)), (height() - side) / 2, side, side}, theme);
}

void CountTile::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
