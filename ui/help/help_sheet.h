// HelpSheet: the card of keys in two columns and the day's way in five lines. Opened by the main window (F1, Ctrl+/).
#pragma once
#include "ui/common/key_map.h"
#include "ui/common/sheet.h"
#include <QCoreApplication>

namespace tresen::ui {

// The keys the desk has; the card shows nothing else.
class HelpWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::HelpWords)
public:
    struct Key { QString keys, what; };        // "F2", "Pay at the counter"
    static std::vector<Key> keys(const KeyMap& map = {});      // for the card, related ones in one line
    static std::vector<Key> allKeys(const KeyMap& map = {});   // every action, for print
    static QStringList day();                  // six lines
};

class HelpSheet final : public Sheet {
    Q_OBJECT
public:
    explicit HelpSheet(QWidget* window, const KeyMap& keys = {});
    QByteArray pdf(const QString& workshop) const;   // the card on one page, for the wall beside the desk

Q_SIGNALS:
    void printRequested();
    void manualRequested();

private:
    const KeyMap m_keys;
    QWidget* makeKeys();
    QWidget* makeDay();
};

} // namespace tresen::ui
