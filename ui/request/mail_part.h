// MailPart: the request sheet's lower right: to whom the request goes by mail, and what became of the last mails of this invoice. Made by
// RequestSheet, which does the sending.
#pragma once
#include "app/domain/open_item.h"
#include "ui/common/state_look.h"
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

// One mail: shape, "to · sent 10:41", the server's words where it did not get through, and a button to send it once more.
class MailRow final : public QWidget {
    Q_OBJECT
public:
    explicit MailRow(QWidget* parent = nullptr);
    void say(const domain::Mail& mail, Instant now);
    void setAvailable(bool available, const QString& why);
    const domain::MailId& mail() const { return m_mail; }

Q_SIGNALS:
    void againClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    domain::MailId m_mail;
    Look m_look = Look::Accepted;
    bool m_waits = false;
    FigureLabel *m_to, *m_what;
    ActionButton* m_again;
};

class MailPart final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kShown = 2;                        // mails

    explicit MailPart(QWidget* parent = nullptr);
    void setAddress(const QString& address);                // prefilled; typing it over is allowed
    void setMails(const std::vector<domain::Mail>& mails, Instant now);   // oldest first, as the item has them
    void setAvailable(bool available, const QString& why);  // why: there is no mail server, or one moment
    QString address() const;
    QWidget* field() const;
    ActionButton* button() const { return m_send; }

Q_SIGNALS:
    void sendClicked();
    void fieldFocused(bool focused);
    void againClicked(const tresen::domain::MailId& mail);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeMeasures();
    void showButton();
    QString whyNot() const;
    bool m_available = false;
    QString m_why;
    FigureLabel *m_label, *m_last;
    QLineEdit* m_address;
    ActionButton* m_send;
    std::vector<MailRow*> m_rows;
    QVBoxLayout* m_column;
    QHBoxLayout* m_line = nullptr;
};

} // namespace tresen::ui
