#include "ui/health/diagnostics_page.h"
#include "ui/common/key_map.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/paper_panel.h"
#include "ui/health/backup_card.h"
#include "ui/health/log_panel.h"
#include "ui/health/report_sheet.h"
#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kBackupCardWidth = 320, kLeastLog = 430, kLeastLogHeight = 300;   // logical pixels

} // namespace

DiagnosticsPage::DiagnosticsPage(const DiagnosticsStations& stations, QWidget* parent) : QWidget{parent}, m_stations{stations}
{
    setObjectName(u"diagnostics"_s);
    m_panel = new PaperPanel{this};
    auto* head = makeDiagnosticsHead();
    m_backup = new BackupCard{stations.vault, stations.backups, m_panel};
    m_log = new LogPanel{stations.diagnosis, m_panel};
    m_side = new QVBoxLayout;
    m_side->addWidget(m_backup);
    m_side->addStretch();
    m_row = new QHBoxLayout;
    m_row->addLayout(m_side);
    m_row->addWidget(m_log, 1);
    m_column = framePage(this, m_panel, head, m_row);
    auto* again = new ActionShortcut{u"refresh"_s, this};
    again->setAutoRepeat(false);
    connect(again, &QShortcut::activated, m_log, &LogPanel::readAgain);
    takeMeasures();
}

QWidget* DiagnosticsPage::makeDiagnosticsHead()
{
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Diagnostics"));
    m_sum = new FigureLabel{type::fine, &Theme::text2, head};
    m_sum->setText(tr("Backups, the log, and a report for support"));
    m_sum->setElided(true);
    m_connections = new ActionButton{tr("Connections and self-tests"), head};
    m_connections->setObjectName(u"diagnostics.connections"_s);
    m_connections->setIconName(u"pulse"_s);
    m_report = new ActionButton{tr("Report for support …"), head};
    m_report->setObjectName(u"diagnostics.report"_s);
    m_report->setIconName(u"file"_s);
    head->addWords(m_title);
    head->addWords(m_sum);
    head->addControl(m_connections);
    head->addControl(m_report);
    connect(m_connections, &ActionButton::clicked, this, &DiagnosticsPage::connectionsRequested);
    connect(m_report, &ActionButton::clicked, this, &DiagnosticsPage::prepareReport);
    return head;
}

void DiagnosticsPage::prepareReport()
{
    if (m_sheet || std::exchange(m_preparing, true)) return;
    m_report->setAvailable(false, tr("one moment"));
    m_stations.diagnosis.collect([guard = QPointer{this}, this](const Result<services::BugReportParts>& collected) {
        if (!guard) return;
        m_preparing = false;
        m_report->setAvailable(true);
        if (!collected || !isVisible()) return;
        auto parts = collected.value();
        parts.integrity = m_stations.vault.lastReport();
        for (const auto& peer : m_stations.connections.peers()) parts.peers.emplace_back(peer, m_stations.connections.state(peer).health);
        m_sheet = new ReportSheet{std::move(parts), m_picture, window()};
        connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
        connect(m_sheet, &ReportSheet::saved, this, &DiagnosticsPage::reportSaved);
        m_sheet->open();
    });
}

void DiagnosticsPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    m_column->setSpacing(theme.px(14));
    m_row->setSpacing(theme.px(20));
    // Where the log would have too little beside the backups it stands below them.
    // Before it has a place its width says nothing, and what the turned page asks for would make the whole desk scroll.
    const bool turned = testAttribute(Qt::WA_Resized) && width() < theme.px(kBackupCardWidth + kLeastLog);
    m_row->setDirection(turned ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_backup->setMinimumWidth(turned ? 0 : theme.px(kBackupCardWidth));
    m_backup->setMaximumWidth(turned ? QWIDGETSIZE_MAX : theme.px(kBackupCardWidth));
    m_log->setMinimumHeight(turned ? theme.px(kLeastLogHeight) : 0);
}

void DiagnosticsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

void DiagnosticsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_log->readAgain();
    m_backup->lookAgain();
}

void DiagnosticsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
