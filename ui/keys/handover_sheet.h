// HandoverSheet: may this key go, and to whom? Opened by the main window with handOver(); asks services::Keys, which fetches once more, shows every
// rule with its result, and records the hand-over, the override with its reason, or the return of a key that is gone. Sheet::closed() in every case.
//   auto* sheet = new HandoverSheet{keys, clock, window};
//   connect(sheet, &HandoverSheet::payRequested, window, [=](const auto& invoice) { … open the payment sheet … });
//   sheet->handOver(row);
#pragma once
#include "app/services/keys.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"
#include <QTimer>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QScrollArea;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ReasonForm;
class RuleRow;
class SignatureField;
class StayRow;
class VerdictBlock;

class HandoverSheet final : public Sheet {
    Q_OBJECT
public:
    enum class State { Asking, Go, Stay, Gone, NoKey, Working, Failed };
    enum class Signing { Off, Optional, Required };
    static constexpr int kMaxName = 80, kMaxCode = 20, kMaxWhyUnsigned = 200;

    // Both live longer than the sheet.
    HandoverSheet(services::Keys& keys, const Clock& clock, QWidget* window);

    void setSigning(const QString& mode);      // "off", "optional", "required", as the setting says; before handOver()
    void handOver(const domain::BoardRow& row);
    void setSecond(AskSecond ask) { m_second = std::move(ask); }   // who may agree to an override of somebody who may not
    State state() const { return m_state; }
    domain::InvoiceId invoice() const { return m_row.invoice; }

public Q_SLOTS:
    void itemChanged(const tresen::domain::BoardRow& row);   // what the feed says, of any invoice

Q_SIGNALS:
    void released(const tresen::services::KeyOutlook& outlook);   // the sheet has closed itself before
    void takenBack();                                             // likewise
    void payRequested(const tresen::domain::InvoiceId& invoice);  // likewise; the one that is open
    void tagRequested(const tresen::domain::InvoiceId& invoice);  // the label for the key

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildLeft();
    void buildRight();
    void layOutRight();
    void buildFields();
    void buildSigning();
    void showSigning();
    void connectAll();
    void takeMeasures();
    void ask();
    void asked(const Result<services::KeyOutlook>& answer);
    void showRules();
    void showForm();
    void showButtons();
    void enter(State state);
    void leftClicked();
    void releaseClicked();
    void release(const services::Agreement& agreed);
    void takeBack(const services::Agreement& agreed);
    void askSecond(const Error& error);
    void failed(const Error& error);
    bool mayPay() const;
    domain::InvoiceId openInvoice() const;

    services::Keys& m_keys;
    AskSecond m_second;
    const Clock& m_clock;
    State m_state = State::Asking;
    domain::BoardRow m_row;
    services::KeyOutlook m_outlook;
    qint64 m_seq = 0, m_newest = 0;   // newest entry the shown verdict knows; that the feed has named
    int m_run = 0;
    QTimer m_fresh;
    bool m_asking = false;
    Signing m_mode = Signing::Off;
    bool m_codeRefused = false;        // only an override helps now, or another code
    bool m_signing = false;            // the person who takes the key has the pen
    QWidget *m_body, *m_left, *m_right;
    VerdictBlock* m_verdict;
    QScrollArea* m_scroll;
    QBoxLayout *m_leftColumn, *m_lists, *m_rightColumn, *m_stayList, *m_ruleList;
    FigureLabel *m_stayTitle, *m_ruleTitle, *m_payHint, *m_title, *m_sub, *m_hook, *m_toLabel, *m_whyLabel, *m_error;
    std::vector<RuleRow*> m_rules;
    std::vector<StayRow*> m_stay;
    ReasonForm* m_reason;
    QWidget *m_toBox, *m_whyBox, *m_signBox;
    QLineEdit *m_to, *m_why, *m_code, *m_unsigned;
    QCheckBox *m_id, *m_other;
    SignatureField* m_signature;
    FigureLabel *m_signLabel, *m_unsignedLabel;
    ActionButton *m_signBack, *m_signClear;
    ActionButton *m_pay, *m_tag, *m_cancel, *m_release;
};

} // namespace tresen::ui
