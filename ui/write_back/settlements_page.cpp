#include "ui/write_back/settlements_page.h"
#include "app/domain/settlement_rules.h"
#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/head_row.h"
#include "ui/common/key_map.h"
#include "ui/common/list_view.h"
#include "ui/common/paper_panel.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPointer>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString outFolderKey()
{
    return u"writeback.folder"_s;
}

} // namespace

SettlementsPage::SettlementsPage(services::WriteBack& writeBack, services::JournalFeed& feed, services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_writeBack{writeBack}, m_settings{settings}, m_feed{feed}
{
    setObjectName(u"settlements"_s);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    build();
    connectAll();
    takeMeasures();
    showButtons();
}

QWidget* SettlementsPage::makeHead()
{
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Give back"));
    m_where = new FigureLabel{type::fine, &Theme::text2, head};
    m_where->setObjectName(u"settlements.where"_s);
    m_where->setElided(true);
    m_answers = new ActionButton{tr("Read answers")};
    m_answers->setIconName(u"refresh"_s);
    m_answers->setObjectName(u"settlements.answers"_s);
    m_run = new ActionButton{tr("Give back now")};
    m_run->setIconName(u"send"_s);
    m_run->setKind(ActionButton::Kind::Primary);
    m_run->setObjectName(u"settlements.run"_s);
    head->addWords(m_title);
    head->addWords(m_where);
    head->addControl(m_answers);
    head->addControl(m_run);
    return head;
}

QHBoxLayout* SettlementsPage::makeFoot()
{
    m_count = new FigureLabel{type::fine, &Theme::text2, m_panel};
    m_count->setObjectName(u"settlements.count"_s);
    m_count->setElided(true);
    m_resend = new ActionButton{tr("Send again")};
    m_resend->setIconName(u"undo"_s);
    m_resend->setObjectName(u"settlements.resend"_s);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_resend);
    return foot;
}

void SettlementsPage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = makeHead();
    m_result = new FigureLabel{type::rowStrong, &Theme::text, m_panel};
    m_result->setObjectName(u"settlements.result"_s);
    m_result->setWrapped();
    m_result->hide();
    m_list = new ListView{m_model, {{150, 0, tr("Refused") + kFindingRoom}, {170, 3, {}}, {130, 2, {}}, {96, 0, u"Lauf 8888"_s}, {180, 4, {}}, {110, 0, u"88.888,88 €"_s}}, m_panel};
    m_list->setObjectName(u"settlements.list"_s);
    m_list->setAccessibleName(tr("Not taken over yet"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_empty = new EmptyHint{m_panel};
    m_empty->first()->hide();
    m_empty->second()->hide();
    m_empty->say(u"check"_s, tr("Everything has been taken over"), tr("Payments appear here as soon as they are to be given back to the workshop system."));
    auto* stacked = new QWidget{m_panel};
    m_stack = new QStackedLayout{stacked};
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_column = new QVBoxLayout{m_panel};
    m_column->addWidget(head);
    m_column->addWidget(m_result);
    m_column->addWidget(stacked, 1);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addLayout(makeFoot());
    fillPage(this, m_panel);
    setTabOrder(m_answers, m_run);
    setTabOrder(m_run, m_list);
    setTabOrder(m_list, m_resend);
}

void SettlementsPage::connectAll()
{
    connect(&m_feed, &services::JournalFeed::rowsChanged, this, [this](const std::vector<domain::BoardRow>& rows) {
        if (std::any_of(rows.begin(), rows.end(), [this](const domain::BoardRow& row) { return domain::mayBeOwed(row) || m_model.knows(row.invoice); })) m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, &SettlementsPage::refresh);
    connect(&m_settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == outFolderKey()) showButtons();
    });
    connect(m_run, &ActionButton::clicked, this, &SettlementsPage::run);
    connect(m_answers, &ActionButton::clicked, this, &SettlementsPage::readAnswers);
    connect(m_resend, &ActionButton::clicked, this, &SettlementsPage::resend);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SettlementsPage::showButtons);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SettlementsPage::showButtons);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { Q_EMIT invoiceChosen(m_model.at(index.row()).invoice); });
    connect(new ActionShortcut{u"refresh"_s, this}, &QShortcut::activated, m_answers, [this] { m_answers->click(); });
}

void SettlementsPage::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12));
    m_column->setSpacing(theme.px(14));
    m_result->setInk(m_bad ? theme.red.word : theme.text);
}

void SettlementsPage::refresh()
{
    if (!m_reading.begin()) return;
    m_writeBack.pending([guard = QPointer{this}, this](const Result<std::vector<services::PendingSettlement>>& rows) {
        if (!guard) return;
        const bool again = m_reading.end();
        if (rows) takeRows(rows.value());
        else sayFailure(rows.error());
        if (again) refresh();
    });
}

void SettlementsPage::takeRows(std::vector<services::PendingSettlement> rows)
{
    m_model.setRows(std::move(rows));
    const int due = m_model.count(u"due"_s), refused = m_model.count(u"refused"_s), written = m_model.count(u"written"_s);
    m_count->setText(tr("%L1 due · %L2 without an answer · %L3 refused").arg(due).arg(written).arg(refused));
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    showButtons();
    Q_EMIT pendingCount(due + refused);
}

void SettlementsPage::setBusy(bool busy)
{
    m_busy = busy;
    showButtons();
}

std::vector<services::PendingSettlement> SettlementsPage::chosen() const
{
    std::vector<services::PendingSettlement> out;
    for (const int row : m_list->chosenRows())
        if (!m_model.at(row).settlement.isNull()) out.push_back(m_model.at(row));
    return out;
}

void SettlementsPage::showButtons()
{
    const auto folder = m_settings.value(outFolderKey());
    m_where->setText(folder.isEmpty() ? tr("No folder is set up for giving back") : QDir::toNativeSeparators(folder));
    const auto why = m_busy ? tr("one moment") : tr("no folder is set up");
    const bool ready = !m_busy && !folder.isEmpty();
    m_run->setAvailable(ready, why);
    m_answers->setAvailable(ready, why);
    const auto which = chosen().size();
    m_resend->setAvailable(ready && which > 0, ready ? tr("choose one that has been written") : why);
    m_resend->setHint(tr("Safe: a record keeps its id and is booked only once"));
}

void SettlementsPage::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    takeMeasures();
    speak(m_result);
}

void SettlementsPage::sayFailure(const Error& error)
{
    say(Wording::failure(error), true);
}

QString SettlementsPage::answersText(const services::WriteBackResult& result) const
{
    if (result.accepted == 0 && result.refused == 0) return {};
    return tr("Answers: %L1 accepted, %L2 refused.").arg(result.accepted).arg(result.refused);
}

void SettlementsPage::run()
{
    setBusy(true);
    m_writeBack.run({}, [guard = QPointer{this}, this](const Result<services::WriteBackResult>& result) {
        if (!guard) return;
        setBusy(false);
        refresh();
        if (!result) return sayFailure(result.error());
        const auto& r = result.value();
        const auto file = r.files.isEmpty() ? QString{} : QFileInfo{r.files.front()}.fileName();
        const auto done = r.records == 0 ? tr("Nothing is due, so no file was written.") : tr("Run %1: %n record(s) in %2", nullptr, r.records).arg(r.run).arg(file);
        say((done + u' ' + answersText(r)).trimmed());
    });
}

void SettlementsPage::readAnswers()
{
    setBusy(true);
    m_writeBack.readAnswers({}, [guard = QPointer{this}, this](const Result<services::WriteBackResult>& result) {
        if (!guard) return;
        setBusy(false);
        refresh();
        if (!result) return sayFailure(result.error());
        const auto text = answersText(result.value());
        say(text.isEmpty() ? tr("There is no new answer of the workshop system.") : text);
    });
}

void SettlementsPage::resend()
{
    const auto which = chosen();
    if (which.empty()) return;
    setBusy(true);
    m_writeBack.resend(which, {}, [guard = QPointer{this}, this](const Result<services::WriteBackResult>& result) {
        if (!guard) return;
        setBusy(false);
        refresh();
        if (!result) return sayFailure(result.error());
        const auto& r = result.value();
        say(tr("Sent again in run %1: %n record(s), each with its old id.", nullptr, r.records).arg(r.run));
    });
}

void SettlementsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void SettlementsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
