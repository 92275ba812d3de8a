// ListView: a quiet table for findings and open records: shape and word, two-line cells, figures at the right, one frame round each chosen
// row. Its model answers a ListCell per cell in ListCellRole, and plain text in DisplayRole for who cannot see it. Used by the intake and the
// write-back page.
#pragma once
#include "ui/common/figures.h"
#include "ui/common/row_table.h"
#include "ui/common/state_look.h"
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace tresen::ui {

struct ListCell {
    enum class Kind { Finding, Lines, Figure };
    Kind kind = Kind::Lines;
    QString upper, lower;            // Finding: the word; Figure: upper only
    Look look = Look::Accepted;      // Finding: shape and tone
    bool tinted = false;             // Finding: on its tint, for what wants to be looked at
    bool strong = false;
    bool quiet = false;              // finished or nothing
};

inline constexpr int ListCellRole = Qt::UserRole + 20;

inline constexpr QLatin1StringView kFindingRoom{"mmm"};   // after the widest word of a finding: its shape and the edges of its tint

struct ListColumn {
    int least = 0;                   // logical pixels
    int stretch = 0;                 // share of the room that is left; 0: no wider than needed
    QString widest;                  // a text that must fit
};

class ListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Kit;
    const Kit& kit(const Theme& theme) const;
    void paintFinding(QPainter& painter, const QRectF& box, const ListCell& cell, const Theme& theme) const;
    mutable std::shared_ptr<const Kit> m_kit;
};

class ListHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit ListHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
};

class ListView final : public RowTable {
    Q_OBJECT
public:
    explicit ListView(QAbstractItemModel& model, std::vector<ListColumn> columns, QWidget* parent = nullptr);
    std::vector<int> chosenRows() const;      // in the order of the table

protected:
    void takeMeasures() override;
    void layOutColumns() override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    const std::vector<ListColumn> m_columns;
};

} // namespace tresen::ui

Q_DECLARE_METATYPE(tresen::ui::ListCell)
