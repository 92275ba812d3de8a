// HelpSheet: the card of keys in two columns and the day's way in five lines. Opened by the main window (F1, Ctrl+/).
#pragma once
#include "ui/common/sheet.h"
#include <QCoreApplication>

namespace tresen::ui {

// The keys the desk has; the card shows nothing else.
class HelpWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::HelpWords)
public:
    struct Key { QString keys, what; };        // "F2", "Pay at the counter"
    static std::vector<Key> keys();
    static QStringList day();                  // six lines
};

class HelpSheet final : public Sheet {
    Q_OBJECT
public:
    explicit HelpSheet(QWidget* window);

Q_SIGNALS:
    void manualRequested();

private:
    QWidget* makeKeys();
    QWidget* makeDay();
};

} // namespace tresen::ui
