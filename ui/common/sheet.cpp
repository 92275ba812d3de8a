#include "ui/common/sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/common/plate_chip.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>
#include <QWindow>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// Wants all the room its body wants; a scroll area of its own accord is content with two dozen lines.
class BodyScroll final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QScrollArea::sizeHint(); }
};

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

Sheet::Sheet(QWidget* window)
    : QWidget{window}, m_sheet{new QWidget{this}}, m_head{new QWidget{m_sheet}}, m_foot{new QWidget{m_sheet}}, m_plate{new PlateChip{40, m_head}},
      m_title{new FigureLabel{type::title, &Theme::text, m_head}}, m_who{new FigureLabel{type::fine, &Theme::text2, m_head}},
      m_cross{new ActionButton{{}, m_head}}, m_column{new QVBoxLayout{m_sheet}}, m_footRow{new QHBoxLayout{m_foot}}
{
    setObjectName(u"sheet"_s);
    setFocusPolicy(Qt::ClickFocus);   // a click beside every field must not carry the keys out of the sheet
    m_title->setObjectName(u"sheet.title"_s);
    m_title->setElided(true);
    m_who->setElided(true);
    m_cross->setObjectName(u"sheet.close"_s);
    m_cross->setIconName(u"close"_s);
    m_cross->setKind(ActionButton::Kind::Ghost);
    m_cross->setCentered(true);
    m_cross->setAccessibleName(tr("Close"));
    connect(m_cross, &ActionButton::clicked, this, &Sheet::cancel);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now == nullptr) keepKeys();
    });
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_title);
    names->addWidget(m_who);
    names->addStretch();
    auto* head = new QHBoxLayout{m_head};
    head->addWidget(m_plate);
    head->addLayout(names, 1);
    head->addWidget(m_cross);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    m_column->addWidget(m_foot);
    m_footRow->addStretch();
    if (window != nullptr) window->installEventFilter(this);
    takeMeasures();
    hide();
}

Sheet::~Sheet()
{
    qApp->disconnect(this);   // its children take the focus with them when they go
}

void Sheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_head->setFixedHeight(theme.px(88));
    m_head->layout()->setContentsMargins(theme.px(32), 0, theme.px(20), 0);
    keepSpacing(*m_head->layout(), theme.px(20));
    m_cross->setFixedSize(theme.px(44), theme.px(44));
    m_foot->setFixedHeight(theme.px(96));
    m_footRow->setContentsMargins(theme.px(32), 0, theme.px(32), 0);
    keepSpacing(*m_footRow, theme.px(12));
    if (parentWidget() == nullptr) return;
    setGeometry(parentWidget()->rect());
    // Never narrower than the buttons of its foot with all their words.
    const int foot = m_foot->isHidden() ? 0 : footWidth(width() - theme.px(32));
    const int wide = qMin(qMax(theme.px(m_width), foot), width() - theme.px(32));
    scrollBody(leastHeight(wide) > height() - theme.px(16));
    const int high = qMin(qMax(m_sheet->sizeHint().height(), m_sheet->minimumSizeHint().height()), height() - theme.px(16));
    m_sheet->setGeometry((width() - wide) / 2, qMax(theme.px(8), (height() - high) / 2), wide, high);
}

void Sheet::setHead(const QString& plate, const QString& title, const QString& who)
{
    m_plate->setPlate(plate);
    m_plate->setVisible(!plate.isEmpty());
    m_title->setText(title);
    m_who->setText(who);
    setAccessibleName(title);
}

void Sheet::setBody(QWidget* body)
{
    while (m_column->count() > 2) delete m_column->itemAt(1)->widget();
    m_scroll = nullptr;   // went with the body
    m_column->insertWidget(1, body, 1);
    if (m_open) takeMeasures();
}

// In a window too narrow for all of them the keycaps go, never the words of a button.
int Sheet::footWidth(int room)
{
    const auto buttons = m_foot->findChildren<ActionButton*>(Qt::FindDirectChildrenOnly);
    int keys = 0, left = 0;
    for (const auto* button : buttons) {
        if (button->isHidden()) continue;
        keys += button->keyRoom();
        left += button->isKeyShown() ? 0 : button->keyRoom();
    }
    const int whole = m_footRow->sizeHint().width() + left;
    for (auto* button : buttons) button->setKeyShown(whole <= room);
    return whole <= room ? whole : whole - keys;
}

// Of head, body and foot at this width: what wraps would be asked about a far smaller one by minimumSizeHint().
int Sheet::leastHeight(int wide) const
{
    int sum = 0;
    for (int i = 0; i < m_column->count(); ++i) {
        const auto* part = m_column->itemAt(i)->widget();
        if (part == nullptr || part->isHidden()) continue;
        if (part == m_scroll) part = m_scroll->widget();
        const auto* layout = part->layout();
        const int least = layout != nullptr && layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(wide) : part->minimumSizeHint().height();
        sum += qMax(least, part->minimumHeight());
    }
    return sum;
}

// In a window too low for it the body scrolls between head and foot, which stay in sight.
void Sheet::scrollBody(bool scrolls)
{
    if (scrolls == (m_scroll != nullptr) || m_column->count() <= 2) return;
    const QPointer focused{QApplication::focusWidget()};   // a widget that moves to another parent loses the keyboard
    auto* body = scrolls ? m_column->itemAt(1)->widget() : m_scroll->takeWidget();
    if (scrolls) {
        m_column->removeWidget(body);
        m_scroll = new BodyScroll{m_sheet};
        m_scroll->setObjectName(u"sheet.scroll"_s);
        m_scroll->setFrameShape(QFrame::NoFrame);
        m_scroll->setWidgetResizable(true);
        m_scroll->setFocusPolicy(Qt::NoFocus);
        m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_scroll->viewport()->setAutoFillBackground(false);
        m_scroll->setWidget(body);
        body->setAutoFillBackground(false);   // what the scroll area has just switched on
        m_column->insertWidget(1, m_scroll, 1);
        if (m_open) m_scroll->show();
    } else {
        m_column->removeWidget(m_scroll);
        m_scroll->deleteLater();
        m_scroll = nullptr;
        m_column->insertWidget(1, body, 1);
        if (m_open) body->show();
    }
    if (focused && focused != QApplication::focusWidget() && body->isAncestorOf(focused)) focused->setFocus(Qt::OtherFocusReason);
}

void Sheet::addFoot(QWidget* widget)
{
    m_footRow->insertWidget(m_footRow->count() - (m_primary ? 1 : 0), widget);
}

void Sheet::addFootStretch()
{
    m_footRow->insertStretch(m_footRow->count() - (m_primary ? 1 : 0));
}

void Sheet::setPrimary(ActionButton* button)
{
    m_primary = button;
    m_footRow->addWidget(button);
}

void Sheet::addFootLeft(QWidget* widget)
{
    m_footRow->insertWidget(0, widget);
}

void Sheet::setEnterButton(ActionButton* button)
{
    m_primary = button;
}

void Sheet::setHeadShown(bool shown)
{
    m_head->setVisible(shown);
    takeMeasures();
}

void Sheet::setFootShown(bool shown)
{
    m_foot->setVisible(shown);
    takeMeasures();
}

void Sheet::setDismissible(bool dismissible)
{
    m_dismissible = dismissible;
    m_cross->setEnabled(dismissible);
    // A sheet that is opened without a way out has no cross at all; one that is at work only keeps it in its place, resting.
    if (dismissible || !m_open) m_cross->setVisible(dismissible);
}

void Sheet::rest()
{
    m_since.start();
}

bool Sheet::resting() const
{
    return m_since.isValid() && m_since.elapsed() < kEnterInertMs;
}

void Sheet::setWidthPx(int logical)
{
    m_width = logical;
    takeMeasures();
}

void Sheet::muteShortcuts()
{
    m_muted.clear();
    for (auto* shortcut : window()->findChildren<QShortcut*>()) {
        const auto* owner = qobject_cast<QWidget*>(shortcut->parent());
        if (!shortcut->isEnabled() || owner == nullptr || owner == this || isAncestorOf(owner)) continue;
        shortcut->setEnabled(false);
        m_muted.emplace_back(shortcut);
    }
}

void Sheet::open(QWidget* firstFocus)
{
    if (m_open) return;
    m_open = true;
    m_focusBefore = QApplication::focusWidget();
    muteShortcuts();
    m_since.start();
    qApp->installEventFilter(this);
    takeMeasures();
    show();
    raise();
    takeMeasures();   // once more: only now do the children know their sizes
    (firstFocus != nullptr ? firstFocus : usualFocus())->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

// A field to write in, or else the button that Enter is said to mean; the cross comes last.
QWidget* Sheet::usualFocus() const
{
    const auto ring = focusRing();
    const auto field = std::find_if(ring.begin(), ring.end(), [](const QWidget* w) { return w->inherits("QLineEdit") || w->inherits("QPlainTextEdit"); });
    if (field != ring.end()) return *field;
    if (m_primary && m_primary->isVisibleTo(this) && m_primary->isEnabled()) return m_primary;
    return ring.empty() ? m_cross : ring.front();
}

void Sheet::close()
{
    if (!m_open) return;
    m_open = false;
    qApp->removeEventFilter(this);
    hide();
    for (const auto& shortcut : m_muted)
        if (shortcut) shortcut->setEnabled(true);
    m_muted.clear();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

// While something is being booked all that could have the focus rests, and then nothing has it: Esc and Tab would reach nobody, now and afterwards.
void Sheet::keepKeys()
{
    if (!m_open || !isActiveWindow()) return;
    const auto sheets = parentWidget()->findChildren<Sheet*>(Qt::FindDirectChildrenOnly);   // the last one lies on top
    const auto top = std::find_if(sheets.rbegin(), sheets.rend(), [](const Sheet* sheet) { return sheet->isOpen(); });
    if (top != sheets.rend() && *top == this) setFocus(Qt::OtherFocusReason);
}

void Sheet::cancel()
{
    if (!m_dismissible) return;
    close();
    Q_EMIT cancelled();
}

bool Sheet::isInert(QKeyEvent* event) const
{
    return isEnter(event->key()) && (event->isAutoRepeat() || resting());
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) takeMeasures();
    // The shadow lies outside the sheet: where it was before has to be painted anew too.
    if (watched == m_sheet && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) update();
    // The Enter that opened the sheet, or one held down, must not book anything. The window sees a key before any widget does.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (m_open && isKey && watched->isWindowType() && watched == window()->windowHandle() && isInert(static_cast<QKeyEvent*>(event))) return true;
    return QWidget::eventFilter(watched, event);
}

bool Sheet::ownsShortcut(const QKeySequence& keys) const
{
    const auto shortcuts = findChildren<QShortcut*>();
    const auto buttons = findChildren<QAbstractButton*>();
    return std::any_of(shortcuts.begin(), shortcuts.end(), [&](const auto* one) { return one->keys().contains(keys); })
        || std::any_of(buttons.begin(), buttons.end(), [&](const auto* one) { return one->shortcut() == keys; });
}

bool Sheet::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // What belongs to a menu or button below the scrim is taken away from it; the sheet's own shortcuts pass.
        auto* key = static_cast<QKeyEvent*>(event);
        if (!ownsShortcut(QKeySequence{key->keyCombination()})) event->accept();
        return true;
    }
    if (event->type() == QEvent::LayoutRequest) takeMeasures();
    return QWidget::event(event);
}

std::vector<QWidget*> Sheet::focusRing() const
{
    std::vector<QWidget*> out;
    auto* start = const_cast<Sheet*>(this);
    for (auto* at = start->nextInFocusChain(); at != start; at = at->nextInFocusChain())
        if (isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0 && at->isVisibleTo(this) && at->isEnabled()) out.push_back(at);
    // As it is read: the body, the foot from left to right, the cross. The chain itself holds them as they were made, and a body that came to scroll last.
    const auto part = [this](const QWidget* w) { return m_head->isAncestorOf(w) ? 2 : m_foot->isAncestorOf(w) ? 1 : 0; };
    std::stable_sort(out.begin(), out.end(), [&](const QWidget* a, const QWidget* b) {
        const int one = part(a), other = part(b);
        return one != other ? one < other : one == 1 && a->mapTo(m_foot, QPoint{}).x() < b->mapTo(m_foot, QPoint{}).x();
    });
    return out;
}

bool Sheet::focusNextPrevChild(bool next)
{
    const auto ring = focusRing();
    if (ring.empty()) return false;
    const auto at = std::find(ring.begin(), ring.end(), QApplication::focusWidget());
    const auto size = static_cast<std::ptrdiff_t>(ring.size());
    const auto here = at == ring.end() ? (next ? -1 : 0) : at - ring.begin();
    auto* to = ring[static_cast<std::size_t>((here + (next ? 1 : size - 1)) % size)];
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (m_scroll != nullptr && m_scroll->isAncestorOf(to)) m_scroll->ensureWidgetVisible(to, 0, themeOf(this).px(32));   // with the words above it
    return true;
}

// Enter means the button that has the focus, or else the primary one: never book while the eye is on "Cancel".
ActionButton* Sheet::enterTarget() const
{
    auto* focused = qobject_cast<ActionButton*>(QApplication::focusWidget());
    return focused != nullptr && isAncestorOf(focused) ? focused : m_primary.data();
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    const bool writing = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()) != nullptr && !event->modifiers().testFlag(Qt::ControlModifier);
    auto* target = enterTarget();
    if (isEnter(event->key()) && !writing && !isInert(event) && target != nullptr) {
        target->click();   // does nothing while it is disabled
        return;
    }
    event->accept();   // nothing below the scrim hears a key
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    event->accept();   // a click beside the sheet neither reaches the page nor throws away what was typed
}

int Sheet::edge(const Theme& theme)
{
    return theme.highContrast() ? 2 : theme.dark() ? 1 : 0;
}

void Sheet::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{m_sheet->geometry()};
    QPainter painter{this};
    painter.fillRect(rect(), theme.scrim);
    if (!theme.highContrast()) drawShadow(painter, box, theme.px(16), theme.dark() ? 1.6 : 0.6);
    drawBox(painter, box, theme.px(16), theme.surface, edge(theme) > 0 ? theme.line : QColor{}, edge(theme));
    if (!m_head->isHidden()) painter.fillRect(QRectF{box.left(), box.top() + m_head->height(), box.width(), 1}, theme.line);
    if (!m_foot->isHidden()) painter.fillRect(QRectF{box.left(), box.bottom() - m_foot->height(), box.width(), 1}, theme.line);
}

void Sheet::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
