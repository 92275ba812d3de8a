#include "ui/health/log_model.h"
#include "ui/common/age_text.h"
#include "ui/common/list_view.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

LogLevel levelOfEntry(const LogLine& line)
{
    if (line.level == u"error" || line.level == u"fatal") return LogLevel::Errors;
    return line.level == u"warning" ? LogLevel::Warnings : LogLevel::All;
}

} // namespace

void LogModel::setLines(std::vector<LogLine> oldestFirst)
{
    m_lines = std::move(oldestFirst);
    choose();
}

void LogModel::setLevel(LogLevel least)
{
    m_least = least;
    choose();
}

void LogModel::setWords(const QString& words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    choose();
}

bool LogModel::fits(const LogLine& line) const
{
    if (levelOfEntry(line) < m_least) return false;
    return std::all_of(m_words.begin(), m_words.end(), [&line](const QString& word) {
        return line.text.contains(word, Qt::CaseInsensitive) || line.category.contains(word, Qt::CaseInsensitive);
    });
}

// A log is read anew as a whole, so the table is too.
void LogModel::choose()
{
    beginResetModel();
    m_shown.clear();
    for (auto i = m_lines.size(); i-- > 0;)
        if (fits(m_lines[i])) m_shown.push_back(i);
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    const auto level = levelOfEntry(line);
    const auto word = level == LogLevel::Errors ? tr("Trouble") : level == LogLevel::Warnings ? tr("Notice") : tr("Note");
    const auto day = QLocale{}.toString(line.at.local().date(), QLocale::ShortFormat), time = AgeText::clockSeconds(line.at);
    if (role == Qt::DisplayRole) return index.column() == When ? day + u' ' + time : index.column() == Level ? word : line.text;
    if (role == Qt::ToolTipRole && index.column() == Text) return u"<span>%1</span>"_s.arg(line.text.toHtmlEscaped());   // broken into lines
    if (role != ListCellRole) return {};
    ListCell cell;
    if (index.column() == Level) {
        cell.kind = ListCell::Kind::Finding;
        cell.upper = word;
        cell.look = level == LogLevel::Errors ? Look::Refused : level == LogLevel::Warnings ? Look::Notice : Look::Accepted;
        cell.tinted = level != LogLevel::All;
        cell.quiet = level == LogLevel::All;
    } else {
        cell.upper = index.column() == When ? time : line.text;
        cell.lower = index.column() == When ? day : line.category;
    }
    return QVariant::fromValue(cell);
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case When: return tr("When");
    case Level: return tr("Kind");
    case Text: return tr("What happened");
    default: return {};
    }
}

} // namespace tresen::ui
