#include "ui/tasks/tasks_page.h"
#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/head_row.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include "ui/common/paper_panel.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStackedLayout>
#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// The longest word of a task, with room for its shape.
QString widestKind()
{
    QString widest;
    for (const auto* kind : {"payment.double", "payment.late", "payment.wrong_amount", "payment.chargeback", "payment.vanished", "payment.changed", "payment.currency", "payment.forced", "refund.failed", "refund.no_answer",
                             "mail.failed", "mail.unclear", "portal.wrong_link", "portal.test_mode", "payee.differs", "payee.factoring", "amount.changed", "invoice.corrected", "vehicle.moved",
                             "claim.two_ways", "claim.asked_twice", "order.closed", "reminder.due"}) {
        const auto word = Wording::task(QString::fromLatin1(kind));
        if (word.size() > widest.size()) widest = word;
    }
    return widest + u"mmmm"_s;
}

// What is too much of the invoice, but no more than the payment was.
domain::Money toGiveBack(const services::TaskRow& task)
{
    const bool surplus = task.open.isNegative() && (task.task.amount.isZero() || -task.open.inCents() < task.task.amount.inCents());
    return surplus ? -task.open : task.task.amount;
}

} // namespace

TasksPage::TasksPage(services::Tasks& tasks, services::JournalFeed& feed, const Clock& clock, QWidget* parent) : QWidget{parent}, m_tasks{tasks}, m_feed{feed}, m_model{clock}
{
    setObjectName(u"tasks"_s);
    m_filter.setSourceModel(&m_model);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    build();
    connectAll();
    takeMeasures();
    showAll();
}

QWidget* TasksPage::makeHead()
{
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Tasks"));
    m_search = new QLineEdit{head};
    m_search->setObjectName(u"tasks.search"_s);
    m_search->setAccessibleName(tr("Filter the tasks"));
    m_search->setPlaceholderText(tr("Plate, name or invoice"));
    m_search->setMaxLength(80);
    head->addWords(m_title);
    const QStringList names{u"tasks.all"_s, u"tasks.money"_s, u"tasks.mail"_s, u"tasks.other"_s};
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i] = new ActionButton{{}, head};
        m_groups[i]->setObjectName(names[static_cast<int>(i)]);
        head->addControl(m_groups[i]);
        connect(m_groups[i], &ActionButton::clicked, this, [this, i] { setGroup(static_cast<TaskGroup>(i)); });
    }
    head->addControl(m_search);
    return head;
}

QWidget* TasksPage::makeFoot()
{
    auto* foot = new HeadRow{m_panel};
    m_count = new FigureLabel{type::fine, &Theme::text2, foot};
    m_count->setObjectName(u"tasks.count"_s);
    m_count->setElided(true);
    m_invoice = new ActionButton{tr("Show the invoice"), foot};
    m_invoice->setObjectName(u"tasks.invoice"_s);
    m_finish = new ActionButton{tr("Done otherwise"), foot};
    m_finish->setObjectName(u"tasks.finish"_s);
    m_out = new ActionButton{tr("Give back"), foot};
    m_out->setObjectName(u"tasks.out"_s);
    m_out->setKind(ActionButton::Kind::Primary);
    m_out->setKeyHint(tr("Enter"));
    foot->addWords(m_count);
    for (auto* button : {m_invoice, m_finish, m_out}) foot->addControl(button);
    return foot;
}

void TasksPage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = makeHead();
    m_list = new ListView{m_filter, {{168, 0, widestKind()}, {220, 5, {}}, {150, 3, {}}, {110, 0, u"2026-88888"_s}, {84, 0, u"88.88."_s}, {110, 0, u"88.888,88 €"_s}}, m_panel};
    m_list->setObjectName(u"tasks.list"_s);
    m_list->setAccessibleName(tr("Open tasks"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty = new EmptyHint{m_panel};
    m_empty->first()->hide();
    m_empty->second()->hide();
    auto* stacked = new QWidget{m_panel};
    m_stack = new QStackedLayout{stacked};
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_column = new QVBoxLayout{m_panel};
    m_column->addWidget(head);
    m_column->addWidget(stacked, 1);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addWidget(makeFoot());
    fillPage(this, m_panel);
}

void TasksPage::connectAll()
{
    connect(&m_feed, &services::JournalFeed::rowsChanged, this, &TasksPage::takeRows);
    connect(&m_settle, &QTimer::timeout, this, &TasksPage::readChanged);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setWords(text);
        showAll();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TasksPage::showAll);
    // Enter and double click; on some systems a single click would activate too.
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { goOut(index.row()); });
    connect(m_out, &ActionButton::clicked, this, [this] { goOut(m_list->currentIndex().row()); });
    connect(m_finish, &ActionButton::clicked, this, [this] {
        if (const auto* task = chosen()) Q_EMIT finishChosen(*task);
    });
    connect(m_invoice, &ActionButton::clicked, this, [this] {
        if (const auto* task = chosen()) Q_EMIT invoiceChosen(task->invoice);
    });
}

void TasksPage::addBanner(QWidget* banner)
{
    m_column->insertWidget(1, banner);
}

void TasksPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12));
    m_column->setSpacing(theme.px(14));
    m_search->setFont(theme.font(type::field));
    const int words = QFontMetrics{theme.font(type::field)}.horizontalAdvance(m_search->placeholderText()) + theme.px(40);
    m_search->setFixedSize(std::clamp(words, theme.px(240), theme.px(320)), theme.px(44));
}

void TasksPage::refresh()
{
    if (m_reading) return;
    m_reading = true;
    m_tasks.list([guard = QPointer{this}, this](const Result<services::TaskList>& list) {
        if (!guard) return;
        m_reading = false;
        if (!list) return m_count->setText(Wording::failure(list.error()));
        m_left = list.value().left;
        m_model.setAll(list.value().rows);
        showAll();
        chooseFirst();
        if (!m_changed.isEmpty()) m_settle.start();
    });
}

void TasksPage::takeRows(const std::vector<domain::BoardRow>& rows)
{
    bool ours = false;
    for (const auto& row : rows) {
        if (row.openTasks == 0 && !m_model.knows(row.invoice) && !m_reading) continue;
        m_changed.insert(row.invoice.text(), row);
        ours = true;
    }
    if (ours && !m_settle.isActive()) m_settle.start();
}

void TasksPage::readChanged()
{
    if (m_reading || m_changed.isEmpty()) return;
    m_reading = true;
    const auto changed = std::exchange(m_changed, {});
    std::vector<domain::BoardRow> rows(changed.cbegin(), changed.cend());
    m_tasks.of(rows, [guard = QPointer{this}, this, rows](const Result<std::vector<services::TaskRow>>& tasks) {
        if (!guard) return;
        m_reading = false;
        if (!tasks) return m_count->setText(Wording::failure(tasks.error()));
        for (const auto& row : rows) {
            std::vector<services::TaskRow> own;
            for (const auto& task : tasks.value())
                if (task.invoice == row.invoice) own.push_back(task);
            for (const auto& task : own)
                if (!m_model.knows(task)) Q_EMIT appeared(task);
            m_model.setInvoice(row.invoice, own);
        }
        showAll();
        chooseFirst();
        if (!m_changed.isEmpty()) m_settle.start();
    });
}

void TasksPage::setGroup(TaskGroup group)
{
    m_group = group;
    m_filter.setGroup(group);
    showAll();
}

const services::TaskRow* TasksPage::chosen() const
{
    const auto rows = m_list->chosenRows();
    if (rows.empty()) return nullptr;
    return &m_model.at(m_filter.mapToSource(m_filter.index(rows.front(), 0)).row());
}

void TasksPage::showAll()
{
    const QStringList words{tr("All"), tr("Money"), tr("Mail"), tr("Others")};
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const auto group = static_cast<TaskGroup>(i);
        m_groups[i]->setText(u"%1 %2"_s.arg(words[static_cast<int>(i)]).arg(m_model.count(group)));
        m_groups[i]->setChosen(group == m_group);
    }
    const int all = m_model.rowCount(), shown = m_filter.rowCount();
    auto text = shown == all ? tr("%n task(s)", nullptr, all) : tr("%1 of %n task(s)", nullptr, all).arg(shown);
    if (m_left > 0) text += u" · "_s + tr("%n more invoice(s) with tasks", nullptr, m_left);
    m_count->setText(text);
    if (all == 0) m_empty->say(u"check"_s, tr("Nothing to look at"), tr("What needs somebody appears here: money paid twice, mails that did not arrive, refunds that failed."));
    else m_empty->say(u"search"_s, tr("Nothing found"), tr("No task fits the filter."));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    showWayOut();
    Q_EMIT openCount(all);
}

void TasksPage::showWayOut()
{
    const auto* task = chosen();
    const auto way = task ? wayOutOfTask(*task) : TaskWay::Reason;
    QString text = tr("Done"), icon = u"check"_s;
    switch (way) {
    case TaskWay::GiveBack:
        text = tr("Give back %1").arg(moneyText(toGiveBack(*task)));
        icon = u"undo"_s;
        break;
    case TaskWay::AskForRest:
        text = tr("Ask for %1").arg(moneyText(task->open));
        icon = u"send"_s;
        break;
    case TaskWay::CheckRefund:
        text = tr("Clear it up");
        icon = u"search"_s;
        break;
    case TaskWay::Mail:
        text = tr("Send again");
        icon = u"mail"_s;
        break;
    case TaskWay::Reminder:
        text = tr("Done or later …");
        icon = u"clock"_s;
        break;
    case TaskWay::Reason: break;
    }
    m_out->setText(text);
    m_out->setIconName(icon);
    m_finish->setVisible(way == TaskWay::GiveBack || way == TaskWay::AskForRest);
    for (auto* button : {m_out, m_finish, m_invoice}) button->setAvailable(task != nullptr, tr("choose a task"));
    if (way == TaskWay::GiveBack && task->goingBack.isPositive()) m_out->setAvailable(false, tr("it is on its way back"));
}

// Somebody who comes here wants to get them done: the first one, or the next one, is chosen already.
void TasksPage::chooseFirst()
{
    if (!isVisible() || !m_list->isVisible()) return;
    if (m_list->chosenRows().empty()) m_list->selectRow(0);
    if (std::exchange(m_arriving, false)) m_list->setFocus(Qt::OtherFocusReason);   // a list that is not there yet takes none
}

void TasksPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_arriving = true;
    chooseFirst();
}

void TasksPage::goOut(int row)
{
    if (row < 0 || row >= m_filter.rowCount()) return;
    const auto task = m_model.at(m_filter.mapToSource(m_filter.index(row, 0)).row());
    if (wayOutOfTask(task) == TaskWay::GiveBack && task.goingBack.isPositive()) return;
    Q_EMIT wayOutChosen(task);
}

void TasksPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
