// TextPiece: one edited text of a mail, its name, what is wrong with it, and the way back to the shipped text. Made by MailTextsPart.
#pragma once
#include <QPlainTextEdit>
#include <QWidget>

class QGridLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class TextPiece final : public QWidget {
    Q_OBJECT
public:
    // piece: "subject", "greeting", "intro", "closing"; lines: how many are seen at once, 1: no line break can be typed
    TextPiece(const QString& piece, const QString& label, int lines, QWidget* parent = nullptr);

    const QString& piece() const { return m_piece; }
    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString& text, bool shipped);     // shipped: it is the one that came with the program
    const QString& given() const { return m_given; }     // by setText()
    bool isEdited() const { return text() != m_given; }
    void insert(const QString& placeholder);             // where the cursor stands
    void say(const QString& text, bool bad);
    bool isBad() const { return m_bad; }
    QPlainTextEdit* input() const { return m_edit; }

Q_SIGNALS:
    void edited();
    void left();                                         // the focus has gone elsewhere
    void entered();
    void resetRequested();
    void takenBack();                                    // Esc: what was stored, please

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    const QString m_piece;
    const int m_lines;
    QString m_given;
    bool m_bad = false;
    QPlainTextEdit* m_edit;
    FigureLabel *m_label, *m_message;
    ActionButton* m_reset;
    QGridLayout* m_grid = nullptr;
};

} // namespace tresen::ui
