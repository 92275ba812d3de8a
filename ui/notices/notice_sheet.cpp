#include "ui/notices/notice_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/list_view.h"
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString timeOfNotice(Instant at)
{
    return at.isNull() ? u"–"_s : QLocale{}.toString(at.local(), u"dd.MM. HH:mm"_s);
}

} // namespace

void NoticeModel::setNotices(const std::deque<ToastText>& notices)
{
    beginResetModel();
    m_notices = notices;
    endResetModel();
}

int NoticeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

int NoticeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != ListCellRole && role != Qt::ToolTipRole)) return {};
    const auto& notice = at(index.row());
    ListCell cell;
    switch (static_cast<Column>(index.column())) {
    case When:
        cell.upper = timeOfNotice(notice.at);
        cell.quiet = true;
        break;
    case What:
        cell.kind = ListCell::Kind::Finding;
        cell.upper = wordOf(notice.look);
        cell.look = notice.look;
        break;
    case Message:
        cell.upper = notice.title;
        cell.lower = notice.text;
        cell.strong = true;
        break;
    case ColumnCount: return {};
    }
    if (role == ListCellRole) return QVariant::fromValue(cell);
    return cell.lower.isEmpty() ? cell.upper : u"%1: %2"_s.arg(cell.upper, cell.lower);
}

QVariant NoticeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case When: return tr("When");
    case What: return tr("Kind", "of a message");
    case Message: return tr("Message");
    case ColumnCount: break;
    }
    return {};
}

NoticeSheet::NoticeSheet(const ToastStack& toasts, QWidget* window)
    : Sheet{window}, m_toasts{toasts}, m_list{new ListView{m_model, {{120, 0, u"88.88. 88:88"_s}, {170, 0, wordOf(Look::Requested) + u"mmmmmm"_s}, {320, 1, {}}}}},
      m_close{new ActionButton{tr("Close")}}, m_show{new ActionButton{tr("Show the invoice")}}
{
    setObjectName(u"notices"_s);
    m_list->setObjectName(u"notices.list"_s);
    m_list->setAccessibleName(tr("Messages since the start"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumHeight(themeOf(this).px(380));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(themeOf(this).px(20), themeOf(this).px(8), themeOf(this).px(20), themeOf(this).px(8));   // their text stands under the title
    column->addWidget(m_list);
    setBody(body);
    m_close->setObjectName(u"notices.close"_s);
    m_close->setKeyHint(tr("Esc"));
    m_show->setObjectName(u"notices.show"_s);
    m_show->setKind(ActionButton::Kind::Primary);
    m_show->setKeyHint(tr("Enter"));
    addFoot(m_close);
    setPrimary(m_show);
    connect(m_close, &ActionButton::clicked, this, &Sheet::close);
    connect(m_show, &ActionButton::clicked, this, [this] { choose(m_list->currentIndex().row()); });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NoticeSheet::showButtons);
    connect(&m_toasts, &ToastStack::changed, this, &NoticeSheet::takeNotices);
    takeNotices();
}

QWidget* NoticeSheet::firstField() const { return m_list; }

// What comes while it is open stands on top; the chosen one stays chosen.
void NoticeSheet::takeNotices()
{
    const int more = static_cast<int>(m_toasts.history().size()) - m_model.rowCount(), row = m_list->currentIndex().row();
    m_model.setNotices(m_toasts.history());
    const int count = m_model.rowCount();
    setHead({}, tr("Messages"), count == 0 ? tr("Nothing has been said since the start") : tr("The last %n since the start, newest first", nullptr, count));
    if (count > 0) m_list->selectRow(qBound(0, row < 0 ? 0 : row + qMax(0, more), count - 1));
    showButtons();
}

void NoticeSheet::showButtons()
{
    const auto rows = m_list->chosenRows();
    const bool has = !rows.empty() && !m_model.at(rows.front()).invoice.isNull();
    m_show->setAvailable(has, rows.empty() ? tr("choose a message") : tr("it is about no single invoice"));
}

void NoticeSheet::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount() || !isOpen() || resting()) return;   // Enter reaches list and button
    const auto invoice = m_model.at(row).invoice;
    if (invoice.isNull()) return;
    close();
    Q_EMIT invoiceChosen(invoice);
}

} // namespace tresen::ui
