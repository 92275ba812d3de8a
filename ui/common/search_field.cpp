#include "ui/common/search_field.h"
#include "ui/common/icons.h"
#include "ui/common/state_look.h"
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxSearch = 200;   // characters; the folding looks at no more
constexpr int kPageRows = 10;

} // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit{parent}, m_clear{new QToolButton{this}}
{
    setObjectName(u"search"_s);
    setMaxLength(kMaxSearch);
    setAccessibleName(tr("Search"));
    m_clear->setObjectName(u"search.clear"_s);
    m_clear->setAccessibleName(tr("Clear search"));
    m_clear->setToolTip(tr("Clear search (Esc)"));
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setAutoRaise(true);
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        update();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    takeMeasures();
}

void SearchField::setKeyHint(const QString& key)
{
    if (key == m_key) return;
    m_key = key;
    update();
}

void SearchField::takeMeasures()
{
    const auto& theme = themeOf(this);
    setFont(theme.font(type::search));
    setTextMargins(theme.px(32), 0, theme.px(88), 0);
    setFixedHeight(theme.px(44));
    m_clear->setIcon(iconPixmap(u"close"_s, theme.px(20), theme.text2, devicePixelRatioF()));
    m_clear->setIconSize({theme.px(20), theme.px(20)});
    fitHint();
}

void SearchField::fitHint()
{
    const auto& theme = themeOf(this);
    const QFontMetrics metrics{font()};
    const int room = width() - textMargins().left() - textMargins().right() - theme.px(8);
    const std::array words{tr("Plate, name, invoice or scan"), tr("Plate, name or scan"), tr("Plate, name"), tr("Search")};
    const auto fits = std::find_if(words.begin(), words.end(), [&](const QString& one) { return metrics.horizontalAdvance(one) <= room; });
    setPlaceholderText(fits == words.end() ? words.back() : *fits);
}

QSize SearchField::sizeHint() const
{
    return {themeOf(this).px(520), themeOf(this).px(44)};
}

QSize SearchField::minimumSizeHint() const
{
    return {themeOf(this).px(220), themeOf(this).px(44)};
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    const int side = height();
    m_clear->setGeometry(width() - side, 0, side, side);
    fitHint();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const auto& theme = themeOf(this);
    const qreal icon = theme.px(20), middle = (height() - icon) / 2;
    QPainter painter{this};
    drawIcon(painter, u"search"_s, {static_cast<qreal>(theme.px(14)), middle, icon, icon}, theme.text2);
    if (!text().isEmpty()) return;
    const qreal cap = keycapWidth(m_key, theme), capHeight = theme.px(22), x = width() - theme.px(12) - cap;
    drawKeycap(painter, {x, (height() - capHeight) / 2, cap, capHeight}, m_key, theme.text2, theme.line, theme);
    drawIcon(painter, u"scan"_s, {x - theme.px(12) - icon, middle, icon, icon}, theme.text2);
}

// What was done a moment ago is taken back, not what was searched for before it: the window hears the key first.
bool SearchField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down: Q_EMIT rowsWanted(1); return;
    case Qt::Key_Up: Q_EMIT rowsWanted(-1); return;
    case Qt::Key_PageDown: Q_EMIT rowsWanted(kPageRows); return;
    case Qt::Key_PageUp: Q_EMIT rowsWanted(-kPageRows); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT accepted(); return;
    case Qt::Key_Escape:
        if (text().isEmpty()) Q_EMIT escaped();
        else clear();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
