#include "ui/health/health_page.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/key_map.h"
#include "ui/common/paper_panel.h"
#include "ui/health/health_words.h"
#include "ui/health/peer_row.h"
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

HealthPage::HealthPage(services::Connections& connections, const Clock& clock, QWidget* parent) : QWidget{parent}, m_connections{connections}, m_clock{clock}
{
    setObjectName(u"health_page"_s);
    build();
    m_tick.setInterval(kTickMs);
    m_count.setInterval(kCountMs);
    connect(&m_tick, &QTimer::timeout, this, &HealthPage::showAll);
    connect(&m_count, &QTimer::timeout, &m_connections, &services::Connections::countWaiting);
    connect(&m_connections, &services::Connections::changed, this, &HealthPage::showAll);
    showAll();
    takeMeasures();
}

void HealthPage::build()
{
    m_panel = new PaperPanel{this};
    m_title = new FigureLabel{type::title, &Theme::text, m_panel};
    m_title->setText(tr("Connections"));
    m_sum = new FigureLabel{type::fine, &Theme::text2, m_panel};
    m_sum->setObjectName(u"health.sum"_s);
    m_sum->setElided(true);
    m_all = new ActionButton{tr("Try all"), m_panel};
    m_all->setIconName(u"refresh"_s);
    m_all->setKeyAction(u"refresh"_s);
    m_all->setObjectName(u"health.try_all"_s);
    connect(m_all, &ActionButton::clicked, this, &HealthPage::tryAll);
    connect(new ActionShortcut{u"refresh"_s, this}, &QShortcut::activated, m_all, [this] { m_all->click(); });
    m_more = new ActionButton{tr("Diagnostics"), m_panel};
    m_more->setIconName(u"file"_s);
    m_more->setKeyAction(u"page.diagnostics"_s);
    m_more->setObjectName(u"health.diagnostics"_s);
    connect(m_more, &ActionButton::clicked, this, &HealthPage::diagnosticsRequested);
    auto* head = new HeadRow{m_panel};
    head->addWords(m_title);
    head->addWords(m_sum);
    head->addControl(m_more);
    head->addControl(m_all);
    m_head = new QVBoxLayout;   // with the margin at its right
    m_head->addWidget(head);
    auto* content = new QWidget;
    m_list = new QVBoxLayout{content};
    m_list->setSpacing(0);
    for (const auto& peer : m_connections.peers()) {
        auto* row = new PeerRow{peer, content};
        connect(row, &PeerRow::tryRequested, this, [this, peer] { m_connections.tryNow(peer); });
        connect(row, &PeerRow::setUpRequested, this, [this, peer] { Q_EMIT setUpRequested(HealthWords::settingsPart(peer)); });
        m_rows.emplace_back(peer, row);
        m_list->addWidget(row);
    }
    m_list->addStretch();
    auto* scroll = new QScrollArea{m_panel};
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);   // what the scroll area has just switched on
    m_column = new QVBoxLayout{m_panel};
    m_column->addLayout(m_head);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addWidget(scroll, 1);
    fillPage(this, m_panel);
}

void HealthPage::showAll()
{
    int good = 0, bad = 0;
    bool trying = false;
    for (const auto& [peer, row] : m_rows) {
        const auto state = m_connections.state(peer);
        row->showState(state, m_clock.now());
        const auto health = HealthWords::health(state.health);
        good += health == Health::Good;
        bad += health == Health::Bad || health == Health::Notice;
        trying = trying || state.trying;
    }
    m_sum->setText(bad == 0 ? tr("%n ready, no trouble", nullptr, good) : tr("%n need(s) somebody", nullptr, bad));
    m_sum->setInk(bad == 0 ? &Theme::text2 : &Theme::text);
    m_all->setAvailable(!trying, tr("one moment"));
}

// What is not set up has nothing to be tried.
void HealthPage::tryAll()
{
    for (const auto& [peer, row] : m_rows)
        if (!row->tryButton()->isHidden()) m_connections.tryNow(peer);
}

void HealthPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(2), theme.px(8));   // what scrolls stays off the round corners
    m_column->setSpacing(theme.px(14));
    m_list->setContentsMargins(0, 0, theme.px(24), theme.px(12));
    m_head->setContentsMargins(0, 0, theme.px(24), 0);
}

void HealthPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_tick.start();
    m_count.start();
    m_connections.countWaiting();
    showAll();
}

void HealthPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    m_count.stop();
}

void HealthPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
