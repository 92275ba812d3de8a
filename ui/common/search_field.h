// SearchField: the one field for plate, name, invoice or scan, in the top bar. Glyph left, scan glyph and keycap right, a clear button
// with a name while it holds text. Arrow keys and Enter belong to the table it is attached to (see BoardPage::attachSearch()).
#pragma once
#include <QLineEdit>

class QToolButton;

namespace tresen::ui {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

    void setKeyHint(const QString& key);   // "F3", shown only

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowsWanted(int rows);     // arrow and page keys: move the table's current row by so many
    void accepted();               // Enter: keep what is found, go to the table
    void escaped();                // Esc in the empty field: give the focus back

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void fitHint();                // the longest words that have room
    QToolButton* m_clear;
    QString m_key = QStringLiteral("F3");
};

} // namespace tresen::ui
