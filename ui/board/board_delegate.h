// BoardDelegate: paints the board's cells: pill, plate, two-line text, figures, key chip. Made and owned by BoardView. It never draws
// the selection (a frame round the whole row is the view's business) and keeps pills, plates and shaped text between repaints.
#pragma once
#include "app/core/limits.h"
#include "ui/common/figures.h"
#include "ui/common/state_look.h"
#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace tresen::ui {

class BoardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setNarrow(bool narrow) { m_narrow = narrow; }   // the invoice number stands in the customer's second line
    qsizetype keptPictures() const { return m_kept.totalCost(); }   // bytes; never more than limits::kKeptCellPictures

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Kit;
    struct Cell;
    const Kit& kit(const Theme& theme) const;
    void paintPill(const Cell& cell) const;
    void paintPlate(const Cell& cell) const;
    void paintCustomer(const Cell& cell) const;
    void paintNumber(const Cell& cell) const;
    void paintSite(const Cell& cell, const QString& site) const;
    void paintOpen(const Cell& cell) const;
    void paintHook(const Cell& cell) const;
    void paintAge(const Cell& cell) const;
    template <class Draw> void paintKept(const Cell& cell, const QString& key, const QSizeF& size, const QPointF& corner, Draw&& draw) const;

    bool m_narrow = false;
    mutable std::shared_ptr<const Kit> m_kit;
    mutable QCache<QString, QPixmap> m_kept{limits::kKeptCellPictures};
};

} // namespace tresen::ui
