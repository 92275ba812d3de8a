#include "ui/board/board_page.h"
#include "app/core/limits.h"
#include "ui/board/board_view.h"
#include "ui/board/detail_panel.h"
#include "ui/board/empty_hint.h"
#include "ui/board/tab_strip.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/key_map.h"
#include "ui/common/measures.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/common/search_field.h"
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kTickMs = 1000;
constexpr int kDetailBeside = 760, kLeastTable = 290;   // logical pixels: width of the page, height of the table with its head and foot
constexpr int kFootHigh = 52;                           // its button of 44 keeps clear of both lines

// The white box round tabs, table and footer, with the hairlines between them.
class Panel final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        drawBox(painter, rect(), theme.px(12), theme.surface, theme.line);
        painter.fillRect(1, theme.px(56), width() - 2, 1, theme.line);
        painter.fillRect(1, height() - theme.px(kFootHigh), width() - 2, 1, theme.line);
    }
};

} // namespace

BoardPage::BoardPage(BoardModel& model, QWidget* parent) : QWidget{parent}, m_model{model}
{
    setObjectName(u"board"_s);
    build();
    connectAll();
    addShortcuts();
    takeMeasures();
    takeCounts();
}

void BoardPage::build()
{
    m_panel = new Panel{this};
    m_tabs = new TabStrip{m_panel};
    m_view = new BoardView{m_model, m_panel};
    m_view->setObjectName(u"board.table"_s);
    m_view->setAccessibleName(tr("Board"));
    m_empty = new EmptyHint{m_panel};
    m_footer = new QWidget{m_panel};
    m_viewButton = new ActionButton{{}, m_footer};
    m_viewButton->setObjectName(u"board.view"_s);
    m_viewButton->setKind(ActionButton::Kind::Ghost);
    m_viewButton->setIconName(u"filter"_s);
    m_count = new FigureLabel{type::fine, &Theme::text2, m_footer};
    m_count->setObjectName(u"board.count"_s);
    m_count->setElided(true);   // with the name of a filter it may be long
    m_sumLabel = new FigureLabel{type::fine, &Theme::text2, m_footer};
    m_sumLabel->setText(tr("Sum open"));
    m_sum = new FigureLabel{type::tableAmount, &Theme::text, m_footer};
    m_sum->setObjectName(u"board.sum"_s);
    m_detail = new DetailPanel{this};
    m_empty->first()->setObjectName(u"board.empty.first"_s);
    m_empty->second()->setObjectName(u"board.empty.second"_s);

    auto* foot = new QHBoxLayout{m_footer};
    foot->addWidget(m_viewButton);
    foot->addWidget(m_count);
    m_divider = new QWidget{m_footer};
    m_divider->setAutoFillBackground(true);
    m_divider->setBackgroundRole(QPalette::Mid);
    foot->addWidget(m_divider);
    foot->addWidget(m_sumLabel);
    foot->addWidget(m_sum);
    foot->addStretch();
    auto* stacked = new QWidget{m_panel};
    m_stack = new QStackedLayout{stacked};
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout{m_panel};
    column->setContentsMargins(1, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addSpacing(1);
    column->addWidget(stacked, 1);
    column->addSpacing(1);
    column->addWidget(m_footer);
    m_layout = new QHBoxLayout{this};
    m_layout->setContentsMargins({});
    m_layout->addWidget(m_panel, 1);
    m_layout->addWidget(m_detail);
}

void BoardPage::connectAll()
{
    connect(m_tabs, &TabStrip::chosen, this, [this](BoardTab tab) {
        m_model.setTab(tab);
        m_tabBeforeSearch = tab;
        followView();
    });
    connect(&m_model, &BoardModel::countsChanged, this, &BoardPage::takeCounts);
    connect(&m_model, &BoardModel::modelReset, this, &BoardPage::takeCounts);
    connect(&m_model, &BoardModel::touched, m_view, &BoardView::flash);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BoardPage::takeCurrent);
    connect(m_detail, &DetailPanel::payClicked, this, [this] { Q_EMIT payRequested(m_selected); });
    connect(m_detail, &DetailPanel::requestClicked, this, [this] { Q_EMIT requestRequested(m_selected); });
    connect(m_detail, &DetailPanel::keyClicked, this, [this] { Q_EMIT keyRequested(m_selected); });
    connect(m_detail, &DetailPanel::refreshClicked, this, [this] { Q_EMIT refreshRequested(m_selected); });
    connect(m_detail, &DetailPanel::historyClicked, this, [this] { Q_EMIT historyRequested(m_selected); });
    connect(m_detail, &DetailPanel::documentClicked, this, [this](int place) { Q_EMIT documentRequested(m_selected, place); });
    connect(m_detail, &DetailPanel::vehicleConfirmed, this, [this] { Q_EMIT vehicleConfirmed(m_selected); });
    connect(m_detail, &DetailPanel::vehicleClicked, this, [this] { Q_EMIT vehicleRequested(m_selected); });
    connect(m_detail, &DetailPanel::moreClicked, this, &BoardPage::askMore);
    connect(m_detail, &DetailPanel::invoiceChosen, this, &BoardPage::select);
    connect(m_empty->first(), &ActionButton::clicked, this, [this] {
        if (m_nothing == Nothing::AtAll) Q_EMIT importRequested();
        else if (m_nothing == Nothing::Found && m_search) m_search->clear();
        else showFilter({});
    });
    connect(m_empty->second(), &ActionButton::clicked, this, &BoardPage::sampleRequested);
    connect(m_viewButton, &ActionButton::clicked, this, &BoardPage::openView);
    connect(m_view, &BoardView::columnsMoved, this, &BoardPage::columnsChosen);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) { openColumns(m_view->horizontalHeader()->mapToGlobal(at)); });
    m_seconds.setInterval(kTickMs);
    connect(&m_seconds, &QTimer::timeout, this, &BoardPage::tick);
}

void BoardPage::addShortcuts()
{
    const auto onKey = [this](const QString& action, auto&& run) { connect(new ActionShortcut{action, this}, &QShortcut::activated, this, run); };
    const auto onKeyForOne = [this, onKey](const QString& action, auto&& run) {
        onKey(action, [this, run] {
            if (isMeant()) run();
        });
    };
    const auto click = [this](const QString& name) {
        if (auto* button = m_detail->findChild<ActionButton*>(name); button != nullptr && button->isVisible()) button->click();   // a disabled one stays silent
    };
    const auto focusSearch = [this] {
        if (!m_search) return;
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    };
    onKeyForOne(u"board.pay"_s, [this, click] {
        if (!m_selected.isNull() && !m_detail->advice().asksFirst) click(u"board.pay"_s);
    });
    onKey(u"refresh"_s, [this] {
        if (!m_selected.isNull()) Q_EMIT refreshRequested(m_selected);
    });
    onKeyForOne(u"print"_s, [this] {
        if (!m_selected.isNull()) Q_EMIT printRequested(m_selected);
    });
    onKeyForOne(u"board.request"_s, [click] { click(u"board.request"_s); });
    onKeyForOne(u"board.key"_s, [click] { click(u"board.key"_s); });
    onKeyForOne(u"board.more"_s, [click] { click(u"board.more"_s); });
    onKey(u"search"_s, focusSearch);
    for (int i = 0; i < limits::kFilterKeys; ++i) {
        onKey(u"filter.%1"_s.arg(i + 1), [this, i] {
            if (i < m_filters.count()) showFilter(m_filters.all()[static_cast<std::size_t>(i)].filter);
        });
    }
}

void BoardPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    keepSpacing(*m_layout, theme.px(16));
    const int wide = window()->width();
    // Large letters on a small screen: the detail stands below the table.
    const bool turned = width() < theme.px(kDetailBeside);
    if (const auto way = turned ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight; m_layout->direction() != way) m_layout->setDirection(way);
    m_panel->setMinimumHeight(turned ? theme.px(kLeastTable) : 0);
    if (turned) {
        m_detail->setMinimumWidth(0);
        m_detail->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_detail->setFixedWidth(theme.px(wide >= theme.px(1400) ? 408 : wide >= theme.px(1200) ? 376 : 304));
    }
    m_footer->setFixedHeight(theme.px(kFootHigh));
    auto* foot = static_cast<QBoxLayout*>(m_footer->layout());
    foot->setContentsMargins(theme.px(6), 0, theme.px(15), 0);
    keepSpacing(*foot, theme.px(16));
    m_divider->setFixedSize(1, theme.px(16));
}

void BoardPage::attachSearch(SearchField& field)
{
    m_search = &field;
    connect(&field, &SearchField::textChanged, this, &BoardPage::search);
    connect(&field, &SearchField::rowsWanted, m_view, &BoardView::moveCurrent);
    connect(&field, &SearchField::accepted, this, [this] {
        if (m_model.rowCount() == 0) return;
        if (!m_view->currentIndex().isValid()) m_view->moveCurrent(1);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&field, &SearchField::escaped, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

// Whoever searches wants it found wherever it stands: the tab steps aside until the search is cleared.
void BoardPage::search(const QString& text)
{
    const bool wasSearching = m_model.isSearching();
    const bool searches = !domain::foldQuery(text).isEmpty();
    if (searches && !wasSearching) {
        m_tabBeforeSearch = m_model.tab();
        m_tabs->setCurrent(BoardTab::All);
        m_model.setTab(BoardTab::All);
    }
    m_model.setQuery(text);
    if (!searches && wasSearching) {
        m_tabs->setCurrent(m_tabBeforeSearch);
        m_model.setTab(m_tabBeforeSearch);
    }
    if (m_model.rowCount() == 1) m_view->setCurrentIndex(m_model.index(0, 0));   // one hit: nothing left to choose
    else followView();
}

// Whoever has searched means one of those found, not the car whose card still stands there: the first of them is chosen, and the next stroke is for it.
bool BoardPage::isMeant()
{
    if (!m_model.isSearching() || m_model.rowOf(m_selected) >= 0) return true;
    if (m_model.rowCount() > 0) {
        m_view->moveCurrent(1);
        m_view->setFocus(Qt::OtherFocusReason);
    }
    return false;
}

// The selected invoice is framed again where tab and search show it.
void BoardPage::markSelected()
{
    const int row = m_model.rowOf(m_selected.isNull() ? m_aside : m_selected);
    if (row >= 0) m_view->setCurrentIndex(m_model.index(row, 0));
    else m_view->scrollToTop();
}

// Whoever chooses a view, or searches, wants to see what it holds: the card of a car that it does not hold would stand there as if it did.
void BoardPage::followView()
{
    if (!m_selected.isNull() && m_model.rowOf(m_selected) < 0) {
        m_aside = m_selected;
        m_selected = {};
        m_detail->setDetail(std::nullopt, m_model.now());
        Q_EMIT selectionChanged(m_selected);
    }
    markSelected();
}

void BoardPage::select(const domain::InvoiceId& invoice)
{
    if (m_model.find(invoice) == nullptr) return;
    if (m_model.rowOf(invoice) < 0) {
        showFilter({});
    }
    m_view->setCurrentIndex(m_model.index(m_model.rowOf(invoice), 0));
    m_view->scrollTo(m_view->currentIndex());
}

void BoardPage::takeCurrent()
{
    const auto current = m_view->currentIndex();
    if (!current.isValid()) return;   // the row has left the table: its detail stays until another one is chosen
    const auto invoice = m_model.rowAt(current.row()).invoice;
    if (invoice == m_selected) return;
    m_selected = invoice;
    m_aside = {};
    m_detail->setDetail(BoardDetail{m_model.rowAt(current.row()), {}, {}, {}}, m_model.now());
    Q_EMIT selectionChanged(m_selected);
}

void BoardPage::setDetail(const BoardDetail& detail)
{
    if (detail.row.invoice == m_selected) m_detail->setDetail(detail, m_model.now());
}

void BoardPage::takeCounts()
{
    m_tabs->setCounts(m_model);
    const int all = m_model.count(BoardTab::All), shown = m_model.shownCount();
    m_count->setText(shown == all ? tr("%n vehicle(s)", nullptr, all) : tr("%1 of %n vehicle(s)", nullptr, all).arg(shown));
    showView();
    const auto sums = m_model.sums();
    m_divider->setVisible(all > 0);
    m_sumLabel->setVisible(all > 0);
    m_sum->setVisible(all > 0);
    m_sum->setText(moneyText(sums.open));
    if (all == 0) showNothing(Nothing::AtAll);
    else if (shown > 0) showNothing(Nothing::Not);
    else showNothing(m_model.isSearching() ? Nothing::Found : Nothing::InTab);
    // The selected row may have changed under the detail: what the model knows is newer.
    if (const auto* row = m_model.find(m_selected); row != nullptr && m_detail->detail() && !(m_detail->detail()->row == *row)) {
        auto detail = *m_detail->detail();
        detail.row = *row;
        detail.happenedAt = {};
        m_detail->setDetail(detail, m_model.now());
        Q_EMIT selectionChanged(m_selected);   // the history has grown too
    }
}

void BoardPage::showNothing(Nothing why)
{
    m_nothing = why;
    m_stack->setCurrentWidget(why == Nothing::Not ? m_view : static_cast<QWidget*>(m_empty));
    m_empty->second()->setVisible(why == Nothing::AtAll);
    switch (why) {
    case Nothing::Not: return;
    case Nothing::AtAll:
        m_empty->say(u"car"_s, tr("No invoices yet"), tr("As soon as the workshop writes an invoice, the vehicle appears here with plate, amount and hook."));
        m_empty->first()->setText(tr("Read invoices"));
        m_empty->first()->setIconName(u"inbox"_s);
        m_empty->second()->setText(tr("Look at the sample workshop"));
        m_empty->second()->setIconName(u"flask"_s);
        return;
    case Nothing::Found:
        m_empty->say(u"search"_s, tr("Nothing found"), tr("No plate, name or invoice number holds what you typed."));
        m_empty->first()->setText(tr("Clear search"));
        m_empty->first()->setIconName(u"close"_s);
        return;
    case Nothing::InTab:
        m_empty->say(u"check"_s, tr("Nothing here right now"), tr("No vehicle belongs in this view at the moment."));
        m_empty->first()->setText(tr("Show all"));
        m_empty->first()->setIconName(u"board"_s);
        return;
    }
}

void BoardPage::askMore()
{
    const auto* button = m_detail->more();
    Q_EMIT moreRequested(m_selected, button->mapToGlobal(QPoint{0, 0}));
}

void BoardPage::tick()
{
    m_model.tick();
    m_view->repaintAges();
    m_detail->tick(m_model.now());
}

void BoardPage::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), themeOf(this).canvas);
}

void BoardPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

void BoardPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

void BoardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    takeMeasures();
    m_seconds.start();
}

void BoardPage::hideEvent(QHideEvent* event)
{
    m_seconds.stop();
    QWidget::hideEvent(event);
}

} // namespace tresen::ui
