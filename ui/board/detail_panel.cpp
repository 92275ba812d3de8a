#include "ui/board/detail_panel.h"
#include "app/core/limits.h"
#include "ui/board/linked_list.h"
#include "ui/board/status_card.h"
#include "ui/board/timeline.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kLowPanel = 700;      // logical pixels of height
constexpr int kLeastSeen = 240;     // of what is known, beside the buttons
constexpr int kMostLinked = 3;

} // namespace

AgeLine::AgeLine(QWidget* parent) : QAbstractButton{parent}
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("Ask again (F5)"));
}

void AgeLine::say(const QString& text, bool old)
{
    if (text == this->text() && old == m_old) return;
    setText(text);
    m_old = old;
    update();
}

QSize AgeLine::sizeHint() const
{
    return {0, themeOf(this).px(32)};
}

void AgeLine::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const auto ink = m_old ? theme.amber.word : underMouse() ? theme.text : theme.text2;
    const FigureFont words{theme.font(m_old ? type::fineStrong : type::fine)};
    const qreal icon = theme.px(14), x = theme.px(2);
    QPainter painter{this};
    drawIcon(painter, u"refresh"_s, {x, (height() - icon) / 2, icon, icon}, ink, 2);
    painter.setPen(ink);
    words.draw(painter, {x + icon + theme.px(6), 0, width() - x - icon - theme.px(6), static_cast<qreal>(height())}, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus()) drawFocus(painter, rect(), theme.px(6), theme.accentText);
}

DetailPanel::DetailPanel(QWidget* parent) : QWidget{parent}
{
    build();
    takeMeasures();
}

QWidget* DetailPanel::makeLine()
{
    auto* line = new QWidget{m_full};
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    m_lines.push_back(line);
    return line;
}

void DetailPanel::makeDocuments()
{
    constexpr int kMost = static_cast<int>(limits::kMaxOrderDocuments) + 1;   // with the one it was typed in from
    for (int place = 0; place < kMost; ++place) {
        auto* link = new ActionButton{{}, m_full};
        link->setObjectName(place == 0 ? u"board.document"_s : u"board.document%1"_s.arg(place + 1));
        link->setShape(ActionButton::Shape::Link);
        link->setIconName(u"file"_s);
        link->hide();
        connect(link, &ActionButton::clicked, this, [this, place] { Q_EMIT documentClicked(place); });
        m_documents.push_back(link);
    }
}

void DetailPanel::showDocuments()
{
    constexpr qsizetype kMostName = 40;
    for (std::size_t place = 0; place < m_documents.size(); ++place) {
        const auto name = m_detail->documents.value(static_cast<qsizetype>(place));
        auto* link = m_documents[place];
        link->setVisible(!name.isEmpty());
        if (const auto text = tr("Document: %1").arg(name.left(kMostName)); link->text() != text) link->setText(text);
    }
}

QWidget* DetailPanel::makeFound()
{
    m_found = new QWidget{m_full};
    m_foundText = new FigureLabel{type::small, &Theme::text, m_found};
    m_foundText->setObjectName(u"board.found"_s);
    m_foundText->setElided(true);
    const auto link = [this](const QString& name, const QString& text, const QString& icon) {
        auto* made = new ActionButton{text, m_found};
        made->setObjectName(name);
        made->setShape(ActionButton::Shape::Link);
        made->setIconName(icon);
        return made;
    };
    m_confirm = link(u"board.confirm"_s, tr("Confirm"), u"check"_s);
    m_correct = link(u"board.correct"_s, tr("Put right …"), u"edit"_s);
    auto* line = new QHBoxLayout{m_found};
    line->setContentsMargins({});
    line->addWidget(m_foundText, 1);
    line->addWidget(m_confirm);
    line->addWidget(m_correct);
    m_found->hide();
    connect(m_confirm, &ActionButton::clicked, this, &DetailPanel::vehicleConfirmed);
    connect(m_correct, &ActionButton::clicked, this, &DetailPanel::vehicleClicked);
    return m_found;
}

void DetailPanel::showFound()
{
    m_found->setVisible(!m_detail->found.isEmpty());
    if (m_detail->found.isEmpty()) return;
    m_foundText->setInk(themeOf(this).amber.word);
    m_foundText->setText(tr("To confirm: %1").arg(m_detail->found.join(u"; "_s)));
    for (auto* button : {m_confirm, m_correct}) button->setAvailable(m_detail->noVehicle.isEmpty(), m_detail->noVehicle);
}

void DetailPanel::makeHint()
{
    m_hint = new FigureLabel{type::body, &Theme::text2, this};
    m_hint->setWrapped();
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setText(tr("Here you see at once whether the key may be handed over."));
}

void DetailPanel::makeNotices()
{
    m_notices = new FigureLabel{type::fineMedium, &Theme::text, m_full};
    m_notices->setObjectName(u"board.notices"_s);
    m_notices->setElided(true);
    m_notices->hide();
}

// What is known scrolls where it is too low for it; the buttons stay.
void DetailPanel::makeFrame()
{
    auto* middle = new QWidget;
    m_column = new QVBoxLayout{middle};
    m_column->setSpacing(0);
    m_scroll = new QScrollArea{m_full};
    m_scroll->setObjectName(u"board.detail.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(middle);
    middle->setAutoFillBackground(false);   // what the scroll area has just switched on
    auto* frame = new QVBoxLayout{m_full};
    frame->setContentsMargins({});
    frame->setSpacing(0);
    frame->addWidget(m_scroll, 1);
    frame->addLayout(m_buttons);
}

void DetailPanel::build()
{
    makeHint();
    m_full = new QWidget{this};
    m_card = new StatusCard{m_full};
    m_age = new AgeLine{m_full};
    m_customer = new FigureLabel{type::fineStrong, &Theme::text, m_full};
    m_vehicle = new FigureLabel{type::small, &Theme::text2, m_full};
    m_linked = new LinkedList{m_full};
    makeNotices();
    m_timeline = new Timeline{m_full};
    const auto button = [this](const QString& name) {
        auto* made = new ActionButton{{}, m_full};
        made->setObjectName(name);
        made->setShape(ActionButton::Shape::Big);
        return made;
    };
    m_pay = button(u"board.pay"_s);
    m_request = button(u"board.request"_s);
    m_key = button(u"board.key"_s);
    m_more = button(u"board.more"_s);
    makeDocuments();
    m_age->setObjectName(u"board.age"_s);
    m_customer->setElided(true);
    m_vehicle->setElided(true);
    m_vehicle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* head = new QHBoxLayout;
    head->addWidget(m_customer, 3);
    head->addWidget(m_vehicle, 2);
    m_buttons = new QGridLayout;
    m_buttons->addWidget(m_pay, 0, 0);
    m_buttons->addWidget(m_request, 0, 1);
    m_buttons->addWidget(m_key, 1, 0);
    m_buttons->addWidget(m_more, 1, 1);
    m_buttons->setColumnStretch(0, 1);
    m_buttons->setColumnStretch(1, 1);
    makeFrame();
    m_column->addWidget(m_card);
    m_column->addWidget(m_age);
    m_column->addWidget(makeLine());
    m_column->addLayout(head);
    m_column->addWidget(m_linked);
    m_column->addWidget(m_notices);
    for (auto* link : m_documents) m_column->addWidget(link, 0, Qt::AlignLeft);
    m_column->addWidget(makeFound());
    m_column->addWidget(makeLine());
    m_column->addWidget(m_timeline, 1);
    m_stack = new QStackedLayout{this};
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_full);

    // The first button is "ask again" as long as nobody knows what became of the last payment.
    connect(m_pay, &ActionButton::clicked, this, [this] {
        if (m_advice.asksFirst) Q_EMIT refreshClicked();
        else Q_EMIT payClicked();
    });
    connect(m_request, &ActionButton::clicked, this, &DetailPanel::requestClicked);
    connect(m_key, &ActionButton::clicked, this, &DetailPanel::keyClicked);
    connect(m_more, &ActionButton::clicked, this, &DetailPanel::moreClicked);
    connect(m_age, &AgeLine::clicked, this, &DetailPanel::refreshClicked);
    connect(m_timeline, &Timeline::allRequested, this, &DetailPanel::historyClicked);
    connect(m_linked, &LinkedList::invoiceChosen, this, &DetailPanel::invoiceChosen);
}

void DetailPanel::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int side = theme.px(16);
    const bool low = height() < theme.px(kLowPanel);
    m_column->setContentsMargins(side, side, side, 0);
    m_hint->setContentsMargins(3 * side, 0, 3 * side, 0);
    keepSpacing(*m_buttons, theme.px(8));
    m_buttons->setContentsMargins(side, theme.px(8), side, side);
    m_scroll->setMinimumHeight(theme.px(kLeastSeen));
    m_column->itemAt(3)->layout()->setContentsMargins(0, theme.px(low ? 8 : 14), 0, theme.px(low ? 2 : 6));
    m_linked->setContentsMargins(0, 0, 0, theme.px(low ? 4 : 8));
    m_timeline->setContentsMargins(0, 0, 0, 0);
    m_timeline->setMinimumHeight(theme.px(72));   // its head and the newest
    m_age->setContentsMargins(0, 0, 0, 0);
    m_column->itemAt(1)->widget()->setFixedHeight(theme.px(low ? 34 : 38));
    m_card->setLow(low);
}

void DetailPanel::setDetail(std::optional<BoardDetail> detail, Instant now)
{
    m_detail = std::move(detail);
    show(now);
}

void DetailPanel::tick(Instant now)
{
    if (m_detail) show(now);
}

void DetailPanel::forbid(Offer& offer, const QString& why)
{
    if (why.isEmpty() || !offer.available) return;
    offer.available = offer.primary = false;
    offer.reason = why;
}

void DetailPanel::offer(ActionButton& button, const Offer& offer)
{
    if (button.text() != offer.label) button.setText(offer.label);
    button.setIconName(offer.icon);
    button.setKeyAction(offer.key);
    button.setHint(offer.hint);
    button.setAvailable(offer.available, offer.reason);
    button.setKind(offer.primary ? ActionButton::Kind::Primary : ActionButton::Kind::Plain);
}

void DetailPanel::show(Instant now)
{
    m_now = now;
    m_stack->setCurrentWidget(m_detail ? m_full : static_cast<QWidget*>(m_hint));
    if (!m_detail) return;
    const auto& row = m_detail->row;
    m_advice = Advisor::on(row, now, m_detail->mail);
    if (!m_advice.asksFirst) forbid(m_advice.pay, m_detail->noPay);   // asking again is open to everybody
    forbid(m_advice.request, m_detail->noRequest);
    forbid(m_advice.key, m_detail->noKey);
    m_card->setDetail(*m_detail, m_advice, lookOf(row, now), now);
    const auto clock = AgeText::clockSeconds(row.truthAt), age = AgeText::age(row.truthAt, now), source = Wording::source(row.source);
    // Once the age is itself a clock it would only say the same again.
    m_age->say(clock.startsWith(age) ? tr("As of %1 · %2").arg(clock, source) : tr("As of %1, %2 · %3").arg(clock, age, source),
               m_advice.outdated || domain::isStale(row, now) || row.state == domain::BoardState::Unknown);
    m_customer->setText(row.payer.isEmpty() ? row.customer : tr("%1 · %2 pays", "keeper · payer").arg(row.customer, row.payer));
    m_vehicle->setText(row.also.isEmpty() ? row.vehicle : tr("%1 · also %2", "vehicle · other plates").arg(row.vehicle, row.also));
    showFound();
    m_linked->setInvoices(m_detail->linked, height() < themeOf(this).px(kLowPanel) ? 1 : kMostLinked);
    m_notices->setVisible(!m_detail->notices.isEmpty());
    m_notices->setInk(themeOf(this).amber.word);
    m_notices->setText(m_detail->notices.isEmpty() ? QString{} : tr("Notice: %1").arg(m_detail->notices.join(u" · "_s)));
    showDocuments();
    m_timeline->setEntries(m_detail->timeline, now);
    offer(*m_pay, m_advice.pay);
    offer(*m_request, m_advice.request);
    offer(*m_key, m_advice.key);
    offer(*m_more, m_advice.more);
}

void DetailPanel::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(12), theme.surface, theme.line);
}

void DetailPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
    if (m_detail) show(m_now);
}

void DetailPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) takeMeasures();
    QWidget::changeEvent(event);
}

} // namespace tresen::ui
