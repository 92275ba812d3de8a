// SecretField: one key or password on the settings page: whether one is kept and where, entering it unseen, taking it away. What is kept is never shown
// again. Made by SettingsPage; works on Accounts.
#pragma once
#include "app/services/accounts.h"
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class SecretField final : public QWidget {
    Q_OBJECT
public:
    enum class Change { Replace, Beside };           // Beside: the one before stays valid, too

    // name: of the objects on the page, "portal"; which secret it is says setSecret().
    SecretField(services::Accounts& accounts, const QString& name, Change change, QWidget* parent = nullptr);

    void setSecret(const QString& secret, const QString& label, const QString& help);
    void reload();                                   // asks the keyring; what was being entered is thrown away

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Mode { Looking, None, Kept, Silent, Entering, Asking, Working };
    QWidget* makeButtons();
    void become(Mode mode);
    void take(const Result<bool>& kept);
    void keep();
    void remove();
    void ended(const Result<Ok>& done);
    void say(const QString& text, bool bad);
    QString placeWords() const;
    void takeMeasures();

    services::Accounts& m_accounts;
    const Change m_change;
    QString m_secret;
    Mode m_mode = Mode::Looking;
    int m_question = 0;                              // the answer to an older one is not shown
    bool m_bad = false, m_kept = false;
    FigureLabel *m_label, *m_help, *m_state, *m_place, *m_message;
    QLineEdit* m_line;
    QWidget* m_buttons;
    ActionButton *m_enter, *m_keep, *m_cancel, *m_remove, *m_confirm;
    QHBoxLayout* m_row = nullptr;
    QVBoxLayout *m_left = nullptr, *m_right = nullptr;
};

} // namespace tresen::ui
