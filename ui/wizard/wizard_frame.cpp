#include "ui/wizard/wizard_frame.h"
#include "app/domain/setup_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/wizard/wizard_page.h"
#include "ui/wizard/wizard_steps.h"
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kFrameWidth = 936, kFrameHeight = 704, kStepsWidth = 268, kRoomForSide = 820, kFootHeight = 88;

class BrandSign final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        QIcon{u":/icons/tresen.svg"_s}.paint(&painter, rect());
    }
};

} // namespace

WizardFrame::WizardFrame(QWidget* parent)
    : QWidget{parent}, m_content{new QWidget}, m_where{new FigureLabel{type::fineMedium, &Theme::text2, this}}, m_title{new FigureLabel{type::headline, &Theme::text, m_content}},
      m_text{new FigureLabel{type::body, &Theme::text2, m_content}}, m_scroll{new QScrollArea{this}}, m_contentColumn{new QVBoxLayout{m_content}}
{
    m_side = makeSide();
    m_where->setObjectName(u"wizard.where"_s);
    m_title->setObjectName(u"wizard.title"_s);
    m_title->setWrapped();
    m_text->setWrapped();
    m_content->setAutoFillBackground(false);
    m_contentColumn->addWidget(m_title);
    m_contentColumn->addWidget(m_text);
    m_contentColumn->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_foot = makeFoot();
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    auto* where = new QHBoxLayout;   // a label of figures has no margins of its own
    where->addWidget(m_where);
    m_column->addLayout(where);
    m_column->addWidget(m_scroll, 1);
    m_column->addWidget(m_foot);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addLayout(m_column, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { showFocused(now); });
    takeMeasures();
}

QWidget* WizardFrame::makeSide()
{
    auto* side = new QWidget{this};
    m_sign = new BrandSign{side};
    m_brand = new FigureLabel{type::title, &Theme::text, side};
    m_brand->setText(u"Tresen"_s);
    m_steps = new WizardSteps{side};
    auto* brand = new QHBoxLayout;
    brand->addWidget(m_sign);
    brand->addWidget(m_brand, 1);
    auto* column = new QVBoxLayout{side};
    column->addLayout(brand);
    column->addWidget(m_steps);
    column->addStretch();
    return side;
}

QWidget* WizardFrame::makeFoot()
{
    auto* foot = new QWidget{this};
    m_back = new ActionButton{tr("Back"), foot};
    m_back->setObjectName(u"wizard.back"_s);
    m_back->setIconName(u"arrow-left"_s);
    m_later = new ActionButton{tr("Later"), foot};
    m_later->setObjectName(u"wizard.later"_s);
    m_later->setKeyHint(tr("Esc"));
    m_later->setAccessibleDescription(tr("Goes on with it some other time; what is answered is kept"));
    m_next = new ActionButton{tr("Next"), foot};
    m_next->setObjectName(u"wizard.next"_s);
    m_next->setKind(ActionButton::Kind::Primary);
    auto* row = new QHBoxLayout{foot};
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_later);
    row->addWidget(m_next);
    return foot;
}

void WizardFrame::ask(int question, WizardPage* page)
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater();
    }
    m_question = question;
    m_page = page;
    m_contentColumn->insertWidget(2, page);
    // Once the part has its place; by then the page may have taken it away again.
    connect(page, &WizardPage::partShown, this, [this](QWidget* part) {
        QMetaObject::invokeMethod(part, [this, part] { m_scroll->ensureWidgetVisible(part, 0, themeOf(this).px(12)); }, Qt::QueuedConnection);
    });
    page->show();
    m_steps->setCurrent(question);
    m_where->setText(tr("%1 of %2", "question").arg(question).arg(domain::kSetupQuestions));
    m_title->setText(page->title());
    m_text->setText(page->text());
    m_scroll->verticalScrollBar()->setValue(0);
    setBusy(false);
    // Tab walks through the page first, then through the foot.
    setTabOrder(m_back, m_later);
    setTabOrder(m_later, m_next);
}

void WizardFrame::setBusy(bool busy)
{
    const auto words = m_page ? m_page->nextWords() : QString{};
    m_next->setText(words.isEmpty() ? tr("Next") : words);
    m_next->setKeyHint(tr("Enter"));
    m_next->setAvailable(!busy, tr("one moment"));
    m_back->setAvailable(!busy && m_question > 1, busy ? tr("one moment") : tr("this is the first question"));
}

void WizardFrame::showFocused(QWidget* focused)
{
    if (focused && m_content->isAncestorOf(focused)) m_scroll->ensureWidgetVisible(focused, 0, themeOf(this).px(24));
}

QSize WizardFrame::sizeHint() const
{
    return {themeOf(this).px(kFrameWidth), themeOf(this).px(kFrameHeight)};
}

QSize WizardFrame::minimumSizeHint() const
{
    return {themeOf(this).px(320), themeOf(this).px(360)};
}

void WizardFrame::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_sign->setFixedSize(theme.px(40), theme.px(40));
    m_side->setFixedWidth(theme.px(kStepsWidth));
    m_side->layout()->setContentsMargins(theme.px(16), theme.px(28), theme.px(16), theme.px(20));
    keepSpacing(*m_side->layout(), theme.px(28));
    keepSpacing(*m_side->layout()->itemAt(0)->layout(), theme.px(14));
    m_side->layout()->itemAt(0)->layout()->setContentsMargins(theme.px(14), 0, 0, 0);
    m_column->itemAt(0)->layout()->setContentsMargins(theme.px(32), theme.px(28), theme.px(32), 0);
    m_contentColumn->setContentsMargins(theme.px(32), theme.px(6), theme.px(32), theme.px(20));
    keepSpacing(*m_contentColumn, theme.px(8));
    m_foot->setFixedHeight(theme.px(kFootHeight));
    m_foot->layout()->setContentsMargins(theme.px(32), 0, theme.px(32), 0);
    keepSpacing(*m_foot->layout(), theme.px(12));
    m_scroll->verticalScrollBar()->setSingleStep(theme.px(24));
}

void WizardFrame::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    const int from = m_side->isHidden() ? 0 : m_side->width();
    if (from > 0) {
        const qreal radius = theme.px(16), edge = theme.highContrast() ? 2 : theme.dark() ? 1 : 0;   // the sheet's own line stays
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(QRect{0, 0, from, height()});
        painter.fillPath(roundedPath(QRectF{edge, edge, from + radius, height() - 2 * edge}, radius - edge), theme.side);
        painter.restore();
        painter.fillRect(QRect{from - 1, 0, 1, height()}, theme.line);
    }
    painter.fillRect(QRect{from, height() - m_foot->height(), width() - from, 1}, theme.line);
}

void WizardFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(width() >= themeOf(this).px(kRoomForSide));
}

void WizardFrame::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
