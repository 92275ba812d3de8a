#include "ui/health/log_panel.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/head_row.h"
#include "ui/common/list_view.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxLogQuery = 100;   // characters

} // namespace

LogPanel::LogPanel(services::Diagnosis& diagnosis, QWidget* parent) : QWidget{parent}, m_diagnosis{diagnosis}
{
    setObjectName(u"diagnostics.log"_s);
    auto* head = makeLogHead();
    m_list = new ListView{m_model, {{96, 0, u"88:88:88mm"_s}, {118, 0, LogModel::tr("Trouble") + u"mmmm"_s}, {240, 1, {}}}, this};
    m_list->setObjectName(u"diagnostics.log.list"_s);
    m_list->setAccessibleName(tr("Entries of the log"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_count = new FigureLabel{type::fine, &Theme::text2, this};
    m_count->setObjectName(u"diagnostics.log.count"_s);
    m_count->setElided(true);
    m_column = new QVBoxLayout{this};
    m_column->addWidget(head);
    m_column->addWidget(m_list, 1);
    m_column->addWidget(m_count);
    takeMeasures();
    showCount();
}

QWidget* LogPanel::makeLogHead()
{
    auto* head = new HeadRow{this};
    m_title = new FigureLabel{type::section, &Theme::text, head};
    m_title->setText(tr("Log"));
    m_level = new CalmComboBox{head};
    m_level->addItems({tr("Everything"), tr("Notices and trouble"), tr("Trouble only")});
    m_level->setObjectName(u"diagnostics.log.level"_s);
    m_level->setAccessibleName(tr("Which entries"));
    m_search = new QLineEdit{head};
    m_search->setObjectName(u"diagnostics.log.search"_s);
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setMaxLength(kMaxLogQuery);
    m_again = new ActionButton{tr("Read again"), head};
    m_again->setIconName(u"refresh"_s);
    m_again->setObjectName(u"diagnostics.log.again"_s);
    head->addWords(m_title);
    for (auto* control : std::initializer_list<QWidget*>{m_search, m_level, m_again}) head->addControl(control);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model.setLevel(static_cast<LogLevel>(index));
        showCount();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model.setWords(words);
        showCount();
    });
    connect(m_again, &ActionButton::clicked, this, &LogPanel::readAgain);
    return head;
}

void LogPanel::readAgain()
{
    if (std::exchange(m_reading, true)) return;
    m_again->setAvailable(false, tr("one moment"));
    m_diagnosis.readLog(limits::kLogShown, [guard = QPointer{this}, this](const Result<LogTail>& tail) {
        if (!guard) return;
        m_reading = false;
        m_again->setAvailable(true);
        if (!tail) return;
        m_more = tail.value().more;
        m_model.setLines(tail.value().lines);
        showCount();
    });
}

void LogPanel::showCount()
{
    const int shown = m_model.rowCount(), known = m_model.known();
    if (known == 0) return m_count->setText(tr("The log is empty."));
    const auto all = m_more ? tr("the newest %n", nullptr, known) : tr("%n in all", nullptr, known);
    m_count->setText(tr("%1 shown, %2. Account numbers, addresses and keys are left out when it is written.").arg(QLocale{}.toString(shown), all));
}

void LogPanel::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.px(10));
    m_search->setMinimumWidth(std::max(theme.px(160), QFontMetrics{m_search->font()}.horizontalAdvance(m_search->placeholderText()) + theme.px(40)));
    m_level->setMinimumWidth(theme.px(190));
}

void LogPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
