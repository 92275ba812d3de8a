// PinPad: a PIN by keyboard or by finger: a field that shows only dots, and ten digits to press. Stands in the sheet of the lock and of the second person.
#pragma once
#include "app/core/secret.h"
#include <QWidget>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace tresen::ui {

class ActionButton;

class PinPad final : public QWidget {
    Q_OBJECT
public:
    explicit PinPad(QWidget* parent = nullptr);
    Secret pin() const;
    bool isLongEnough() const;
    void clear();
    void setBusy(bool busy);                  // being looked at: nothing can be typed
    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void press(int digit);
    void takeMeasures();

    QLineEdit* m_field;
    std::vector<ActionButton*> m_keys;        // 1 … 9, clear, 0, back
    QGridLayout* m_grid = nullptr;
};

} // namespace tresen::ui
