// AboutCard: which program this is, and whose work is in it under which licence. Stands at the end of the settings page.
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class FigureLabel;

class AboutCard final : public QWidget {
    Q_OBJECT
public:
    explicit AboutCard(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    FigureLabel *m_name, *m_text, *m_parts;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
