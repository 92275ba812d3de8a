// BoardView: the board's table. Selection and focus are one frame round the whole row, drawn over the cells; a row that got news
// flashes. Lays out its columns by measured widths and by what this desk has chosen, see BoardWidths: below a limit the invoice number folds
// into the customer's cell. Made by BoardPage.
#pragma once
#include "app/domain/ids.h"
#include "ui/common/row_table.h"
#include "ui/models/board_widths.h"

class QVariantAnimation;

namespace tresen::ui {

class BoardDelegate;
class BoardModel;
struct Theme;

class BoardView final : public RowTable {
    Q_OBJECT
public:
    explicit BoardView(BoardModel& model, QWidget* parent = nullptr);

    void setColumns(const BoardColumns& columns);      // which, in what order, how wide
    const BoardColumns& columns() const { return m_columns; }
    void flash(const domain::InvoiceId& invoice);
    void repaintAges();                                // the age column only
    bool isNarrow() const { return m_narrow; }
    void moveCurrent(int rows);                        // from the search field's arrow keys

Q_SIGNALS:
    void columnsMoved(const tresen::ui::BoardColumns& columns);   // with the mouse: to another place (not set yet), wider or narrower

protected:
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void takeMeasures() override;
    void layOutColumns() override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    BoardMeasures measures();
    void takeMoved();
    void moveBorder(int left, int right, int by);
    void resetBorder(int left, int right);
    void drawRowLines(QPainter& painter, const Theme& theme) const;
    void drawFrame(QPainter& painter, const Theme& theme) const;
    void drawFlash(QPainter& painter, const Theme& theme) const;

    BoardModel& m_model;
    BoardDelegate* m_delegate;
    QVariantAnimation* m_fade;
    domain::InvoiceId m_flashing;
    BoardColumns m_columns, m_beforeDrag;
    bool m_arranging = false;
    bool m_narrow = false;
};

} // namespace tresen::ui
