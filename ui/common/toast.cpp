#include "ui/common/toast.h"
#include "app/core/limits.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr std::size_t kMostShown = 4, kHistory = 200;
constexpr int kShadow = 28;   // room for the shadow round the box, logical pixels
constexpr int kLeastWidth = 376, kMostWidth = 680, kBesideWords = 116;   // beside: the shape, the cross and what lies between

// The cross on a toast: dark ground in every theme, so it paints itself.
class Cross final : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        const qreal icon = theme.px(18);
        QPainter painter{this};
        drawIcon(painter, u"close"_s, {(width() - icon) / 2, (height() - icon) / 2, icon, icon}, theme.onToast, 2);
        if (hasFocus()) drawFocus(painter, QRectF{rect()}.adjusted(4, 4, -4, -4), theme.px(6), theme.onToast);
    }
};

// "Undo" on a toast, in the toast's own colours.
class UndoButton final : public QToolButton {
public:
    using QToolButton::QToolButton;
    QSize sizeHint() const override
    {
        const auto& theme = themeOf(this);
        return {fontMetrics().horizontalAdvance(text()) + theme.px(28), theme.px(44)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        auto strong = font();
        strong.setUnderline(true);
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(theme.onToast);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) drawFocus(painter, QRectF{rect()}.adjusted(4, 4, -4, -4), theme.px(6), theme.onToast);
    }
};

} // namespace

Toast::Toast(const ToastText& text, QWidget* parent)
    : QWidget{parent}, m_look{text.look}, m_title{new FigureLabel{{15, 600}, &Theme::onToast, this}}, m_text{new FigureLabel{type::fine, &Theme::onToast, this}}
{
    setObjectName(u"toast"_s);
    m_title->setText(text.title);
    m_text->setText(text.text);
    m_title->setElided(true);
    m_text->setElided(true);
    auto* cross = new Cross{this};
    cross->setObjectName(u"toast.close"_s);
    cross->setAccessibleName(tr("Close message"));
    cross->setFocusPolicy(Qt::TabFocus);
    connect(cross, &QToolButton::clicked, this, &Toast::gone);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addStretch();
    lines->addWidget(m_title);
    lines->addWidget(m_text);
    lines->addStretch();
    auto* row = new QHBoxLayout{this};
    row->addLayout(lines, 1);
    if (text.undo) {
        auto* undo = new UndoButton{this};
        undo->setObjectName(u"toast.undo"_s);
        undo->setText(tr("Undo"));
        undo->setToolTip(QKeySequence{QKeySequence::Undo}.toString(QKeySequence::NativeText));
        undo->setAccessibleName(tr("Undo: %1").arg(text.title));
        undo->setFocusPolicy(Qt::TabFocus);
        connect(undo, &QToolButton::clicked, this, &Toast::undone);
        row->addWidget(undo);
    }
    row->addWidget(cross);
    m_life.setSingleShot(true);
    m_life.setInterval(text.undo ? limits::kUndoMs : ToastStack::kLifeMs);
    connect(&m_life, &QTimer::timeout, this, &Toast::gone);
    m_life.start();
    takeMeasures();
    if (QAccessible::isActive()) {
        QAccessibleEvent alert{m_title, QAccessible::Alert};
        QAccessible::updateAccessibility(&alert);
    }
}

void Toast::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int margin = theme.px(kShadow);
    layout()->setContentsMargins(margin + theme.px(58), margin, margin + theme.px(4), margin);
    layout()->setSpacing(theme.px(4));
    if (auto* cross = findChild<QToolButton*>()) cross->setFixedSize(theme.px(44), theme.px(44));
    auto second = theme.onToast;
    second.setAlphaF(theme.highContrast() ? 1.0F : 0.8F);
    m_text->setInk(second);
    resize(sizeHint());
}

QSize Toast::sizeHint() const
{
    const auto& theme = themeOf(this);
    const auto* undo = findChild<QToolButton*>(u"toast.undo"_s);
    const int words = qMax(m_title->sizeHint().width(), m_text->sizeHint().width()) + (undo ? undo->sizeHint().width() + theme.px(4) : 0);
    return {qBound(theme.px(kLeastWidth), words + theme.px(kBesideWords), theme.px(kMostWidth)) + 2 * theme.px(kShadow), theme.px(52 + 2 * kShadow)};
}

void Toast::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const qreal margin = theme.px(kShadow), glyph = theme.px(28);
    const auto box = QRectF{rect()}.adjusted(margin, margin, -margin, -margin);
    QPainter painter{this};
    drawShadow(painter, box, theme.px(10), theme.dark() ? 1.6 : 0.6);
    drawBox(painter, box, theme.px(10), theme.toast, theme.toastBorder);
    // The ground is dark in every theme: the shapes wear the dark theme's colours.
    drawGlyph(painter, m_look, {box.left() + theme.px(16), box.center().y() - glyph / 2, glyph, glyph}, Theme::make(ThemeKind::Dark));
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_life.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    m_life.start();
    QWidget::leaveEvent(event);
}

void Toast::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

ToastStack::ToastStack(QWidget& anchor, QWidget* window, const Clock* clock) : QWidget{window}, m_clock{clock}, m_anchor{anchor}
{
    hide();   // it only keeps the toasts together; they are children of the window
    m_undo = new QShortcut{QKeySequence{QKeySequence::Undo}, window};
    m_undo->setAutoRepeat(false);
    m_undo->setEnabled(false);   // only while there is something; a field that is being written in has its own
    connect(m_undo, &QShortcut::activated, this, &ToastStack::undo);
    anchor.installEventFilter(this);
    window->installEventFilter(this);
}

void ToastStack::show(const ToastText& text)
{
    m_history.push_front(text);
    m_history.front().undo = nullptr;   // the list behind the bell tells, it takes nothing back
    if (m_clock != nullptr) m_history.front().at = m_clock->now();
    if (m_history.size() > kHistory) m_history.pop_back();
    m_unseen = qMin(m_unseen + 1, static_cast<int>(kHistory));
    auto* toast = new Toast{text, parentWidget()};
    m_toasts.push_front(toast);
    connect(toast, &Toast::gone, this, [this, toast] { drop(toast); });
    if (text.undo) {
        m_ways.insert(m_ways.begin(), {toast, text.undo});
        m_undo->setEnabled(true);
        connect(toast, &Toast::undone, this, [this, toast, back = text.undo] {
            drop(toast);
            back();
        });
    }
    while (m_toasts.size() > kMostShown) drop(m_toasts.back());
    arrange();
    if (!m_covered) toast->QWidget::show();
    Q_EMIT changed();
    Q_EMIT said(text);
}

void ToastStack::drop(Toast* toast)
{
    std::erase(m_toasts, toast);
    std::erase_if(m_ways, [toast](const Way& way) { return way.toast == toast; });
    m_undo->setEnabled(canUndo());
    toast->hide();
    toast->deleteLater();
    arrange();
}

bool ToastStack::canUndo() const { return !m_ways.empty(); }

void ToastStack::undo()
{
    if (m_ways.empty()) return;
    const auto way = m_ways.front();
    drop(way.toast);
    way.back();
}

void ToastStack::markSeen()
{
    if (m_unseen == 0) return;
    m_unseen = 0;
    Q_EMIT changed();
}

void ToastStack::setCovered(bool covered)
{
    m_covered = covered;
    arrange();
}

void ToastStack::arrange()
{
    const auto& theme = themeOf(this);
    const int margin = theme.px(kShadow);
    const auto corner = m_anchor.mapTo(parentWidget(), QPoint{m_anchor.width(), m_anchor.height()});
    int bottom = corner.y() + theme.px(4);
    for (auto* toast : m_toasts) {
        toast->move(corner.x() - theme.px(4) - toast->width() + margin, bottom - toast->height() + margin);
        toast->setVisible(!m_covered && m_anchor.isVisible());
        toast->raise();
        bottom -= toast->height() - 2 * margin + theme.px(8);
    }
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide: arrange(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tresen::ui
