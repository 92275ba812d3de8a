// EmptyHint: what stands in the table's place when there is nothing to show: a picture, a sentence and the way on. Made by BoardPage.
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class EmptyHint final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyHint(QWidget* parent = nullptr);
    void say(const QString& icon, const QString& title, const QString& text);
    ActionButton* first() const { return m_first; }
    ActionButton* second() const { return m_second; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    QString m_icon;
    QWidget* m_picture;
    FigureLabel *m_title, *m_text;
    ActionButton *m_first, *m_second;
    QVBoxLayout* m_column;
};

} // namespace tresen::ui
