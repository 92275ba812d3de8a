#include "ui/counter/payment_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/check_line.h"
#include "ui/common/key_map.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/common/two_parts.h"
#include "ui/common/wording.h"
#include "ui/counter/payment_input.h"
#include "ui/counter/payment_pages.h"
#include "ui/counter/payment_side.h"
#include "ui/counter/taken_form.h"
#include <QKeyEvent>
#include <QPointer>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {
namespace {

constexpr int kLowWindow = 780;   // logical pixels: below, the sheet is built lower

} // namespace

PaymentSheet::PaymentSheet(services::Counter& counter, const Clock& clock, QWidget* window)
    : Sheet{window}, m_counter{counter}, m_clock{clock}, m_pages{new QStackedLayout}, m_inputPage{nullptr}, m_input{new PaymentInput}, m_side{new PaymentSide},
      m_notice{new PaymentNotice}, m_result{new PaymentResult}, m_print{new CheckLine{tr("Print the receipt")}}, m_other{new ActionButton{{}}},
      m_cancel{new ActionButton{{}}}, m_primary{new ActionButton{{}}}
{
    setObjectName(u"pay"_s);
    build();
    connectAll();
    takeMeasures();
}

PaymentSheet::~PaymentSheet()
{
    if (isOpen()) letGo();
}

void PaymentSheet::build()
{
    m_inputPage = new TwoParts{m_input, m_side};
    auto* body = new QWidget;
    body->setLayout(m_pages);
    for (QWidget* page : {m_inputPage, static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_result)}) m_pages->addWidget(page);
    setBody(body);
    m_print->setObjectName(u"pay.print"_s);
    m_print->setChecked(true);
    m_other->setObjectName(u"pay.other"_s);
    m_cancel->setObjectName(u"pay.cancel"_s);
    m_primary->setObjectName(u"pay.book"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setCentered(true);
    addFootLeft(m_print);
    addFoot(m_other);
    addFoot(m_cancel);
    setPrimary(m_primary);
}

void PaymentSheet::connectAll()
{
    connect(m_input, &PaymentInput::changed, this, [this] {
        askGiven(false);
        m_side->setDraft(m_input->draft());
        showFoot();
    });
    connect(m_side, &PaymentSide::amountEntered, m_input, &PaymentInput::setAmount);
    connect(m_side, &PaymentSide::amountDone, this, [this] {   // on to what is still missing
        if (m_input->draft().amount.isPositive() && m_input->draft().lack() != PaymentDraft::Lack::Nothing) m_input->focusFirst();
    });
    connect(m_side, &PaymentSide::wholeWanted, this, [this] {
        m_input->setAmount(m_input->draft().open);
        m_input->focusFirst();
    });
    connect(&m_notice->form(), &ReasonForm::changed, this, &PaymentSheet::showFoot);
    connect(&m_notice->taken(), &TakenForm::changed, this, &PaymentSheet::showFoot);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &PaymentSheet::primaryClicked);
    connect(m_other, &ActionButton::clicked, this, &PaymentSheet::otherClicked);
    connect(this, &Sheet::closed, this, &PaymentSheet::letGo);
    const auto key = [this](const QString& action, auto&& what) { connect(new ActionShortcut{action, this}, &QShortcut::activated, this, what); };
    const auto choose = [this](CounterMethod method) {
        if (m_state == State::Input || m_state == State::Opening) m_input->setMethod(method);
    };
    key(u"payment.cash"_s, [choose] { choose(CounterMethod::Cash); });
    key(u"payment.card"_s, [this, choose] {
        if (offersTaken()) askTaken();
        else choose(CounterMethod::Card);
    });
    key(u"refresh"_s, [this] { if (m_state == State::UnderWay || m_state == State::Locked) look(); });
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &PaymentSheet::waited);
}

void PaymentSheet::setTraining(bool training)
{
    m_training = training;
}

void PaymentSheet::setPrinter(const QString& note, bool warning)
{
    m_print->setNote(note, warning);
}

void PaymentSheet::pay(const domain::OpenItem& item, const QString& hook)
{
    if (isOpen()) return;
    m_hook = hook;
    m_row = {};
    m_item = item;
    open();
    begin();
}

// A fresh payment of the invoice: also for the rest, after a part has been booked.
void PaymentSheet::begin()
{
    m_payment = domain::PaymentId::fresh();
    m_force = m_taken = false;
    m_asked = {};
    m_forceReason.clear();
    QStringList who{m_item.customer, tr("invoice %1").arg(m_item.number)};
    if (!m_hook.isEmpty()) who += tr("hook %1").arg(m_hook);
    who.removeAll({});
    setHead(m_item.plate, tr("Pay"), who.join(u" · "_s));
    m_side->reset();
    m_side->setTraining(m_training);
    m_side->setItem(m_item, m_clock.now());
    enter(State::Opening);
    m_input->start(m_item.open(), m_training, m_clock.now().local().date());
    look();
}

void PaymentSheet::look()
{
    m_held = m_looking = true;
    m_counter.open(m_item.id, [self = QPointer{this}, run = ++m_run](const Result<domain::OpenItem>& answer) {
        if (self && self->isOpen() && run == self->m_run) self->looked(answer);
    });
    if (m_state == State::Locked || m_state == State::UnderWay) m_notice->setLive(tr("Asking the portal …"));
    showFoot();
}

void PaymentSheet::looked(const Result<domain::OpenItem>& answer)
{
    m_looking = false;
    if (!answer) return refused(answer.error());
    adopt(answer.value());
    // What came while the answer was on its way: the look's own entry is in both, so only later news asks once more.
    if (m_row.invoice != m_item.id || m_row.seq <= m_item.seq) return;
    if (!m_row.open.isPositive()) showSettled({});
    else if (m_row.open != m_item.open() || (flightOf(m_row) != flightOf(m_item) && !m_force)) look();
}

PaymentSheet::Flight PaymentSheet::flightOf(const domain::OpenItem& item)
{
    using S = domain::RequestState;
    const auto* live = item.liveRequest();
    if (!live || live->portal.isEmpty()) return Flight::None;
    if (live->state == S::Authorized) return Flight::UnderWay;
    if (live->state == S::InFlight) return live->why == u"silent" ? Flight::Unclear : Flight::UnderWay;
    return live->state == S::Creating || live->state == S::CreateUnknown ? Flight::Unclear : Flight::None;
}

PaymentSheet::Flight PaymentSheet::flightOf(const domain::BoardRow& row)
{
    if (row.reason == u"running.online" || row.reason == u"running.authorized") return Flight::UnderWay;
    return row.reason.startsWith(u"unknown."_s) || row.reason == u"running.creating" ? Flight::Unclear : Flight::None;
}

void PaymentSheet::adopt(const domain::OpenItem& item)
{
    const bool more = item.paid != m_item.paid && m_state != State::Opening;
    const auto came = domain::subtract(item.paid, m_item.paid).valueOr(item.paid);
    m_item = item;
    m_error = {};
    m_side->setItem(item, m_clock.now());
    if (m_input->draft().amount.isPositive()) m_asked = m_input->draft().amount;
    m_input->setOpen(item.open());
    if (!item.open().isPositive()) return showSettled({});
    const bool old = item.liveRequest() && item.truthElsewhere() && m_clock.now().ms - item.truthAt.ms > limits::kFreshMs;
    if (more && came.isPositive()) m_side->setNotice(tr("%1 have just been paid otherwise").arg(moneyText(came)));
    else if (m_force) m_side->setNotice(tr("Booked without the portal's answer: an online payment may still come and becomes a task."));
    else m_side->setNotice(old ? tr("The portal does not answer. As of %1.").arg(AgeText::age(item.truthAt, m_clock.now())) : QString{});
    if (flightOf(item) != Flight::None && !m_force) {
        if (m_state != State::UnderWay) m_waitsSince = m_clock.now();
        enter(State::UnderWay);
    } else {
        enter(State::Input);
    }
}

void PaymentSheet::itemChanged(const domain::BoardRow& row)
{
    if (!isOpen() || row.invoice != m_item.id || row.seq < m_row.seq) return;
    const bool flies = flightOf(row) != flightOf(m_row);   // against the last row: only a change asks again, so that no answer asks for the next
    m_row = row;
    if (m_looking) return;   // the answer is on its way and knows more
    switch (m_state) {
    case State::Opening:
    case State::Booking:
    case State::Done:
    case State::Settled:
    case State::Failed: return;
    case State::Locked: return look();
    case State::Input:
    case State::UnderWay:
    case State::Silent: break;
    }
    if (!row.open.isPositive()) return showSettled({});
    if (row.open != m_item.open() || (flies && !m_force && m_state != State::Silent)) look();
}

void PaymentSheet::book(bool slipShared)
{
    const auto& draft = m_input->draft();
    if (draft.lack() != PaymentDraft::Lack::Nothing) return;
    if (draft.givesTooMuch() && !m_asksGiven) return askGiven(true);
    services::CounterRequest request;
    request.method = draft.method;
    request.amount = draft.amount;
    if (draft.method == CounterMethod::Cash) request.tendered = draft.tendered;
    request.receiptNumber = draft.receipt;
    request.force = m_force;
    request.forceReason = m_forceReason;
    request.slipShared = slipShared;
    send(request);
}

void PaymentSheet::paid(const Result<services::CounterReceipt>& answer)
{
    if (!answer) return refused(answer.error());
    m_held = false;   // the booking has given the lock back
    m_receipt = answer.value();
    m_result->say(m_receipt, m_taken ? m_notice->taken().draft() : m_input->draft(), m_training);
    enter(State::Done);
    Q_EMIT booked(m_receipt, m_print->isChecked());
}

void PaymentSheet::refused(const Error& error)
{
    m_error = error;
    const auto& code = error.code;
    if (m_taken && code != u"pay.booked_already") {   // the form stays as it was filled in
        enter(State::Settled);
        m_notice->setLive(Wording::failure(error));
        m_notice->taken().firstField()->setFocus(Qt::OtherFocusReason);
    } else if (code == u"pay.locked") {
        m_held = false;
        enter(State::Locked);
    } else if (code == u"pay.already_settled" || code == u"pay.paid_online" || code == u"pay.booked_already" || code == u"pay.nothing_asked"
               || (code == u"pay.exceeds_open" && m_input->draft().method == CounterMethod::Card)) {   // the card may have been charged by now
        showSettled(code);
    } else if (code == u"pay.online_under_way" || code == u"pay.unknown") {
        m_waitsSince = m_clock.now();
        enter(State::UnderWay);
    } else if (code == u"pay.portal_silent") {
        enter(State::Silent);
    } else if (code == u"pay.exceeds_open" || code == u"pay.tendered" || code == u"pay.receipt_needed" || code == u"pay.amount"
               || code == u"pay.receipt_known" || code == u"pay.receipt_here") {
        enter(State::Input);
        m_side->setNotice(Wording::failure(error));
        if (code == u"pay.exceeds_open") look();
    } else {
        enter(State::Failed);
    }
}

void PaymentSheet::enter(State state)
{
    const bool other = state != m_state;
    m_state = state;
    const bool input = state == State::Opening || state == State::Input || (state == State::Booking && !m_taken);
    const bool notice = !input && state != State::Done;
    setDismissible(state != State::Booking);
    m_inputPage->setEnabled(state != State::Booking);
    m_notice->setEnabled(state != State::Booking);
    m_print->setVisible(input || (m_taken && state != State::Done));
    if (notice && (other || state == State::UnderWay) && state != State::Settled) showNotice(m_error);
    m_pages->setCurrentIndex(input ? 0 : notice ? 1 : 2);
    if (waitsOnline()) m_seconds.start();
    else m_seconds.stop();
    showFoot();
    if (!other) return;
    rest();
    if (input && state != State::Booking) m_input->focusFirst();
    else if (state != State::Booking) m_primary->setFocus(Qt::OtherFocusReason);
}

bool PaymentSheet::waitsOnline() const
{
    return m_state == State::UnderWay;
}

void PaymentSheet::showNotice(const Error& error)
{
    switch (m_state) {
    case State::Locked:
        m_notice->say(Look::Notice, tr("Another desk is taking this payment"),
                      tr("%1 has this invoice open for payment. As soon as it is closed there, it goes on here.").arg(error.detail));
        return;
    case State::UnderWay: {
        if (m_notice->asksReason()) return;   // somebody is writing; what changed shows in the live line
        const bool unclear = flightOf(m_item) == Flight::Unclear || error.code == u"pay.unknown";
        if (unclear) m_notice->say(Look::Unknown, tr("Unclear whether it was paid online"), tr("The portal has not answered. Ask again before any money is taken."));
        else m_notice->say(Look::Running, tr("The customer is paying online just now"), tr("Wait for the portal's answer; otherwise the customer may pay twice."));
        return waited();
    }
    case State::Silent:
        m_notice->say(Look::Unknown, tr("The portal does not answer"),
                      tr("The payment link could not be closed, so it could still be paid. Nothing has been booked yet. Try again, or book with a reason."));
        return;
    case State::Failed: m_notice->say(Look::Refused, tr("This did not work"), Wording::failure(error)); return;
    case State::Settled:
    case State::Opening:
    case State::Input:
    case State::Booking:
    case State::Done: return;
    }
}

void PaymentSheet::waited()
{
    const auto ms = m_clock.now().ms - m_waitsSince.ms;
    const auto reason = Wording::reason(m_row.invoice == m_item.id ? m_row.reason : QString{}, m_row.reasonDetail);
    const auto seconds = tr("Waiting for %1 s").arg(qMax(qint64{0}, ms / 1000));
    const auto late = ms > kWaitMs ? tr("that is long: look at the customer's phone") : QString{};
    QStringList parts{seconds, reason, late};
    parts.removeAll({});
    m_notice->setLive(parts.join(u" · "_s));
}

void PaymentSheet::primaryClicked()
{
    if (resting()) return;   // the second half of a double click meant what stood there before
    switch (m_state) {
    case State::Input: return book();
    case State::Done:
        if (!m_receipt.openAfter.isPositive()) return close();
        m_item.paid = domain::add(m_item.paid, m_receipt.amount).valueOr(m_item.paid);
        return begin();
    case State::Locked:
    case State::UnderWay: return look();
    case State::Failed:
        enter(State::Opening);
        return look();
    case State::Silent: return book();
    case State::Settled:
        if (m_notice->asksTaken()) return bookTaken();
        if (m_settledCode != u"pay.exceeds_open") return close();
        enter(State::Opening);
        return look();
    case State::Opening:
    case State::Booking: return;
    }
}

void PaymentSheet::otherClicked()
{
    if (resting()) return;
    if (m_state == State::Done) return Q_EMIT receiptRequested(m_receipt);
    if (m_state == State::Input) return m_asksGiven ? m_input->clearGiven() : book(true);
    if (m_state == State::Settled) return m_notice->asksTaken() ? bookTaken(true) : askTaken();
    if (!m_notice->asksReason()) {
        m_notice->setReasons({tr("Customer has broken it off on the phone"), tr("Portal disturbed, no payment seen by the customer"), tr("Another reason")},
                             tr("Take money anyway"), tr("If the online payment comes after all, it becomes a task."));
        showFoot();
        return;
    }
    if (!m_notice->form().complete()) return;
    m_force = true;
    m_forceReason = m_notice->form().reason();
    m_notice->hideReasons();
    if (m_state == State::Silent) return book();
    adopt(m_item);
}

void PaymentSheet::showFoot()
{
    const auto& draft = m_input->draft();
    const auto offer = [](ActionButton* button, const QString& text, const QString& icon, const QString& key) {
        button->setText(text);
        button->setIconName(icon);
        button->setKeyHint(key);
        button->setAvailable(true);
        button->show();
    };
    m_other->hide();
    m_other->setKind(ActionButton::Kind::Plain);
    offer(m_cancel, tr("Cancel"), {}, u"Esc"_s);
    switch (m_state) {
    case State::Opening:
        offer(m_primary, tr("Asking the portal …"), u"refresh"_s, {});
        m_primary->setAvailable(false, tr("The portal is being asked first"));
        return;
    case State::Input: {
        offer(m_primary, PaymentWords::action(draft), u"check"_s, tr("Enter"));
        const auto lack = PaymentWords::lack(draft);
        m_primary->setAvailable(lack.isEmpty(), lack);
        if (!showAsksGiven() && asksShared(draft)) offer(m_other, tr("One slip for several invoices"), u"card"_s, {});
        return;
    }
    case State::Booking:
        offer(m_primary, tr("Booking …"), u"check"_s, {});
        m_primary->setAvailable(false, tr("Is being booked"));
        m_cancel->setAvailable(false, tr("Is being booked"));
        return;
    case State::Done:
        offer(m_other, tr("Show the receipt"), u"file"_s, {});
        m_other->setAvailable(!m_receipt.pdf.isEmpty(), tr("There is no receipt"));
        if (m_receipt.openAfter.isPositive()) {
            offer(m_cancel, tr("Done"), {}, u"Esc"_s);
            offer(m_primary, tr("Take the rest, %1").arg(moneyText(m_receipt.openAfter)), u"cash"_s, tr("Enter"));
        } else {
            m_cancel->hide();
            offer(m_primary, tr("Done"), u"check"_s, tr("Enter"));
        }
        return;
    case State::Settled:
        if (m_notice->asksTaken()) {
            const auto taken = m_notice->taken().draft();
            offer(m_primary, PaymentWords::action(taken), u"check"_s, tr("Enter"));
            if (asksShared(taken)) offer(m_other, tr("One slip for several invoices"), u"card"_s, {});
            return m_primary->setAvailable(taken.lack() == PaymentDraft::Lack::Nothing, PaymentWords::lack(taken));
        }
        if (offersTaken()) {
            offer(m_other, tr("Money has been taken already"), u"card"_s, {});
            m_other->setKeyAction(u"payment.card"_s);
        }
        m_cancel->hide();
        offer(m_primary, tr("Understood"), u"check"_s, tr("Enter"));
        return;
    case State::Locked:
        offer(m_primary, tr("Try again"), u"refresh"_s, {});
        return m_primary->setKeyAction(u"refresh"_s);
    case State::Failed: return offer(m_primary, tr("Try again"), u"refresh"_s, {});
    case State::UnderWay:
    case State::Silent: break;
    }
    const bool silent = m_state == State::Silent, asks = m_notice->asksReason();
    offer(m_primary, silent ? tr("Try again") : tr("Ask again"), u"refresh"_s, {});
    if (!silent) m_primary->setKeyAction(u"refresh"_s);
    offer(m_other, asks && silent ? tr("Book %1 anyway").arg(moneyText(draft.amount)) : tr("Take money anyway"), {}, {});
    m_other->setKind(ActionButton::Kind::Danger);
    if (asks) m_other->setAvailable(m_notice->form().complete(), tr("Choose a reason and write at least %1 characters").arg(limits::kOverrideReasonMin));
}

void PaymentSheet::letGo()
{
    ++m_run;
    m_looking = false;
    m_seconds.stop();
    if (m_held && m_state != State::Booking) m_counter.close(m_item.id);   // a booking under way ends by itself
    m_held = false;
}

void PaymentSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enters = m_state == State::Input || m_state == State::Opening;
    if (enters && m_input->takeKey(*event)) {
        m_input->focusFirst();
        return event->accept();
    }
    Sheet::keyPressEvent(event);
}

void PaymentSheet::resizeEvent(QResizeEvent* event)
{
    Sheet::resizeEvent(event);
    takeMeasures();
}

void PaymentSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

void PaymentSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    for (auto* button : {m_other, m_cancel, m_primary}) button->setFixedHeight(theme.px(48));
    m_primary->setMinimumWidth(qMin(theme.px(280), width() / 3));   // with big letters the foot has to hold its words too
    const bool low = height() < theme.px(kLowWindow);
    m_input->setLow(low);
    m_side->setLow(low);
    m_notice->setLow(low);
}

} // namespace tresen::ui
