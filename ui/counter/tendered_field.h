// TenderedField: the big figure "given". Digits write euros, the decimal key of either kind starts the cents, notes add up, Backspace takes the
// last of it back. Made by PaymentInput. Its text is the amount as the locale writes it; text set from outside is read as an amount.
#pragma once
#include "app/domain/money.h"
#include <QLineEdit>
#include <optional>
#include <vector>

namespace tresen::ui {

class TenderedField final : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int kMaxDigits = 6;           // before the decimal mark

    explicit TenderedField(QWidget* parent = nullptr);

    void reset();
    void addNote(qint64 cents);
    void setExact(domain::Money amount);
    std::optional<domain::Money> amount() const;   // none: nothing entered
    QString notesText() const;                     // "2 × 100 €, 2 × 50 €"
    bool takeKey(const QKeyEvent& event);          // true: it was a digit, a decimal key or Backspace
    void setLow(bool low);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void amountChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void typeDigit(QChar digit);
    bool takeBack();
    void readText(const QString& text);
    void present();
    qint64 typedCents() const;

    std::optional<domain::Money> m_exact;
    std::vector<qint64> m_notes;
    QString m_whole, m_cents;
    bool m_point = false, m_writing = false, m_low = false;
};

} // namespace tresen::ui
