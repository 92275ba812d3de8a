// HeadRow: the words of a page's head with its controls at their right; where both have no room side by side, the controls go below the words, in as
// many rows as they need. Its least width is that of its widest control, so that no head makes its page scroll sideways. Used by the pages.
#pragma once
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace tresen::ui {

class HeadRow final : public QWidget {
    Q_OBJECT
public:
    explicit HeadRow(QWidget* parent);

    void addWords(QWidget* label);      // one below the other
    void addControl(QWidget* control);  // from left to right; a child of this row afterwards

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int controlsWidth() const;
    int wordsWanted() const;
    void place();

    QWidget* m_words;
    QVBoxLayout* m_column;
    std::vector<QWidget*> m_controls;
};

} // namespace tresen::ui
