// PortOffer: the lines that are plugged in now, each to be chosen by a click. Stands on the settings page below the scanner's line.
#pragma once
#include "app/services/scan_line.h"
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class FlowLayout;

class PortOffer final : public QWidget {
    Q_OBJECT
public:
    PortOffer(services::ScanLine& scanLine, services::Settings& settings, QWidget* parent = nullptr);
    void look();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void offer(const std::vector<services::ScannerPlace>& places);
    void takeMeasures();
    services::ScanLine& m_scanLine;
    services::Settings& m_settings;
    FigureLabel* m_words;
    QWidget* m_box;
    FlowLayout* m_flow;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
