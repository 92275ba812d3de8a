// LogModel: the newest entries of the log as a table, newest first, those of a level or worse that hold every word looked for. Filled and shown by LogPanel.
#pragma once
#include "app/core/log_reader.h"
#include <QAbstractTableModel>

namespace tresen::ui {

enum class LogLevel { All, Warnings, Errors };

class LogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Level, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setLines(std::vector<LogLine> oldestFirst);
    void setLevel(LogLevel least);
    void setWords(const QString& words);
    int known() const { return static_cast<int>(m_lines.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void choose();
    bool fits(const LogLine& line) const;
    std::vector<LogLine> m_lines;
    std::vector<std::size_t> m_shown;      // into m_lines, newest first
    LogLevel m_least = LogLevel::All;
    QStringList m_words;
};

} // namespace tresen::ui
