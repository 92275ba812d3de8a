// TraitPanel: the properties of a table as they were recognised, each with its choices and why; what is open says so. Made by ProfileSheet.
#pragma once
#include "app/services/profiles.h"
#include <QWidget>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class CalmComboBox;
class FigureLabel;

class TraitPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TraitPanel(QWidget* parent = nullptr);
    void say(const std::vector<ports::TableTrait>& traits);

Q_SIGNALS:
    void chosen(const QString& what, const QString& value);
    void confirmed();                     // the columns are where they stand and mean what stands above them

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QString what;
        QWidget* box;
        FigureLabel *label, *why;
        CalmComboBox* choice;
    };
    void addWidths();
    void addLine(const QString& what);
    void sayLine(const Line& line, const ports::TableTrait* trait);
    void takeMeasures();
    std::vector<Line> m_lines;
    std::vector<const FigureLabel*> m_open;
    QVBoxLayout* m_column;
    FigureLabel *m_ask, *m_widthsLabel;
    QLineEdit* m_widths;
    ActionButton* m_confirm;
};

} // namespace tresen::ui
