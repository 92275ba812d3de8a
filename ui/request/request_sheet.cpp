#include "ui/request/request_sheet.h"
#include "app/domain/mail_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/key_map.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/request/mail_part.h"
#include "ui/request/sheet_preview.h"
#include "ui/request/test_band.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

FigureLabel* fact(QVBoxLayout* column, const QString& caption, FontRole role)
{
    auto* head = new FigureLabel{type::smallMedium, &Theme::text2};
    head->setText(caption);
    auto* value = new FigureLabel{role, &Theme::text};
    value->setElided(true);
    column->addWidget(head);
    column->addWidget(value);
    return value;
}

} // namespace

RequestSheet::RequestSheet(services::Requests& requests, services::Mails& mails, const services::Settings& settings, const Clock& clock, const services::InvoiceView& view, QWidget* window)
    : Sheet{window}, m_requests{requests}, m_mails{mails}, m_settings{settings}, m_clock{clock}, m_view{view}, m_language{domain::ownerLanguageOr(domain::languageOfOwner(view.item)).code},
      m_printer{new PdfPrinter{settings.value(u"printer.name"_s), this}}
{
    setObjectName(u"request"_s);
    setHead(view.row.plate, tr("Payment request"), u"%1 · %2"_s.arg(view.row.customer, tr("Invoice %1").arg(view.row.number)));
    auto* body = new QWidget;
    auto* row = new QHBoxLayout{body};
    const auto& theme = themeOf(this);
    row->setContentsMargins(theme.px(32), theme.px(16), theme.px(32), theme.px(16));
    row->setSpacing(theme.px(32));
    m_preview = new SheetPreview;
    m_preview->setHint(tr("The sheet is shown here as soon as it is made. Nothing is printed before every code on it has been read back."));
    row->addWidget(m_preview, 4);
    row->addWidget(makeFacts(), 5);
    setBody(body);
    makeFoot();
    connectAll();
    m_mail->setAddress(view.item.email);
    const auto* live = view.item.liveRequest();
    if (live && live->part) m_part->setText(amountText(live->amount));
    m_part->setVisible(live && live->part);
    if (live && live->copies > 0 && sheetStands()) loadLastSheet();
    showState();
}

void RequestSheet::makeFoot()
{
    m_cancel = new ActionButton{tr("Close")};
    m_cancel->setKeyHint(tr("Esc"));
    m_cancel->setObjectName(u"request.close"_s);
    m_withdraw = new ActionButton{tr("Withdraw request")};
    m_withdraw->setKind(ActionButton::Kind::Danger);
    m_withdraw->setObjectName(u"request.withdraw"_s);
    m_save = new ActionButton{tr("Save as PDF")};
    m_save->setIconName(u"download"_s);
    m_save->setObjectName(u"request.save"_s);
    m_copy = new ActionButton{tr("Make a copy")};
    m_copy->setIconName(u"printer"_s);
    m_copy->setObjectName(u"request.copy"_s);
    m_primaryButton = new ActionButton{tr("Create request")};
    m_primaryButton->setKind(ActionButton::Kind::Primary);
    m_primaryButton->setCentered(true);
    m_primaryButton->setKeyHint(tr("Enter"));
    m_primaryButton->setObjectName(u"request.primary"_s);
    addFootLeft(m_withdraw);
    addFoot(m_cancel);
    addFoot(m_save);
    addFoot(m_copy);
    setPrimary(m_primaryButton);
}

void RequestSheet::connectAll()
{
    connect(m_printer, &PdfPrinter::working, m_message, &QLabel::setText);
    connect(m_printer, &PdfPrinter::said, m_message, &QLabel::setText);
    connect(m_cancel, &QPushButton::clicked, this, &RequestSheet::close);
    connect(m_withdraw, &QPushButton::clicked, this, &RequestSheet::withdraw);
    connect(m_save, &QPushButton::clicked, this, [this] { m_printer->save(m_pdf, m_view.row.number); });
    connect(new ActionShortcut{u"print"_s, this}, &QShortcut::activated, this, [this] {
        if (!resting()) printNow();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { issue(Then::Print); });
    connect(m_primaryButton, &QPushButton::clicked, this, [this] {
        if (!m_pdf.isEmpty() && !m_fromDisk && sheetStands()) return print();
        issue(m_fromDisk && sheetStands() ? Then::Print : Then::Nothing);
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        m_part->setVisible(m_part->isHidden());
        if (m_part->isHidden()) m_part->clear();
        else m_part->setFocus(Qt::OtherFocusReason);
        showState();
    });
    connect(m_part, &QLineEdit::textChanged, this, &RequestSheet::showState);
    connect(m_mail, &MailPart::sendClicked, this, &RequestSheet::mail);
    // In the field of the address Enter sends it there, and the button at the foot no longer says that Enter is its own.
    connect(m_mail, &MailPart::fieldFocused, this, [this](bool focused) { m_primaryButton->setKeyHint(focused ? QString{} : tr("Enter")); });
    connect(m_mail, &MailPart::againClicked, this, &RequestSheet::mailAgain);
    connect(m_languages, &QComboBox::activated, this, [this] {
        m_language = m_languages->currentData().toString();
        showState();
    });
}

QWidget* RequestSheet::makeAmount()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_amount = fact(words, tr("Asked for"), type::amount);
    m_amount->setObjectName(u"request.amount"_s);
    m_part = new QLineEdit;
    m_part->setObjectName(u"request.part"_s);
    m_part->setAccessibleName(tr("Another amount"));
    m_part->setPlaceholderText(tr("amount"));
    m_part->setMaxLength(20);
    m_part->setAlignment(Qt::AlignRight);
    m_part->setFixedHeight(themeOf(this).px(44));
    m_part->setFixedWidth(themeOf(this).px(120));
    m_part->setFont(themeOf(this).font(type::field));
    m_other = new ActionButton{tr("Ask for another amount")};
    m_other->setObjectName(u"request.other_amount"_s);
    row->addLayout(words, 1);
    row->addWidget(m_part);
    row->addWidget(m_other);
    return box;
}

QHBoxLayout* RequestSheet::makeLanguages()
{
    auto* row = new QHBoxLayout;
    auto* caption = new FigureLabel{type::smallMedium, &Theme::text2};
    caption->setText(tr("Language of the owner"));
    row->addWidget(caption, 1);
    m_languages = new CalmComboBox;
    m_languages->setObjectName(u"request.language"_s);
    m_languages->setAccessibleName(tr("Language of the owner"));
    m_languages->setFont(themeOf(this).font(type::field));
    m_languages->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto& one : domain::ownerLanguages()) m_languages->addItem(one.name, one.code);   // each in its own words
    row->addWidget(m_languages);
    return row;
}

QWidget* RequestSheet::makeFacts()
{
    const auto& theme = themeOf(this);
    auto* facts = new QWidget;
    auto* column = new QVBoxLayout{facts};
    column->setContentsMargins({});
    column->setSpacing(theme.px(12));
    m_band = new TestBand;
    column->addWidget(m_band);
    column->addWidget(makeAmount());
    m_amountWhy = new FigureLabel{type::fineMedium, &Theme::text};
    m_amountWhy->setObjectName(u"request.amount_why"_s);
    column->addWidget(m_amountWhy);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(theme.px(24));
    auto *codes = new QVBoxLayout, *link = new QVBoxLayout;
    for (auto* one : {codes, link}) {
        one->setSpacing(0);
        pair->addLayout(one, 1);
    }
    m_codes = fact(codes, tr("Codes on the sheet"), type::rowStrong);
    m_link = fact(link, tr("Pay page"), type::row);
    column->addLayout(pair);
    column->addLayout(makeLanguages());
    m_mail = new MailPart;
    column->addWidget(m_mail);
    m_message = new FigureLabel{type::row, &Theme::text};
    m_message->setWrapped();
    m_message->setObjectName(u"request.message"_s);
    column->addWidget(m_message);
    column->addStretch();
    return facts;
}

void RequestSheet::setView(const services::InvoiceView& view)
{
    if (view.row.invoice != m_view.row.invoice || view.item.seq < m_view.item.seq) return;
    m_view = view;
    // What became of the mail stands in its own line now.
    const auto& mails = m_view.item.mails;
    const bool waits = !mails.empty() && (mails.back().state == domain::MailState::Queued || mails.back().state == domain::MailState::Sending || mails.back().state == domain::MailState::Deferred);
    if (m_saysMail && !waits) {
        m_saysMail = false;
        m_message->clear();
    }
    showState();
}

QWidget* RequestSheet::firstField() const
{
    return m_primaryButton;
}

std::optional<domain::Money> RequestSheet::partAmount() const
{
    if (m_part->isHidden() || m_part->text().trimmed().isEmpty()) return std::nullopt;
    const auto open = m_view.item.open();
    const auto read = parseTyped(m_part->text(), QLocale{}, open.currency());
    if (!read || read.value() == open) return std::nullopt;
    return read.value();
}

bool RequestSheet::amountStands() const
{
    if (m_part->isHidden() || m_part->text().trimmed().isEmpty()) return true;
    const auto open = m_view.item.open();
    const auto read = parseTyped(m_part->text(), QLocale{}, open.currency());
    return read && read.value().isPositive() && read.value().inCents() <= open.inCents();
}

bool RequestSheet::sheetStands() const
{
    const auto* live = m_view.item.liveRequest();
    return live && live->amount == partAmount().value_or(m_view.item.open()) && (m_pdf.isEmpty() || m_sheetLanguage == m_language);
}

void RequestSheet::showAmount()
{
    const auto* live = m_view.item.liveRequest();
    const auto part = partAmount();
    m_amount->setText(moneyText(part && amountStands() ? *part : live && m_part->isHidden() ? live->amount : m_view.item.open()));
    m_other->setText(m_part->isHidden() ? tr("Ask for another amount") : tr("Ask for all of it"));
    m_amountWhy->setVisible(!amountStands());
    m_amountWhy->setInk(themeOf(this).red.word);
    m_amountWhy->setText(tr("At most %1 can be asked for").arg(moneyText(m_view.item.open())));
}

// Of the link that stands, or else of the one that would be made.
void RequestSheet::showBand()
{
    const auto* live = m_view.item.liveRequest();
    const auto policy = m_settings.policy();
    m_band->setVisible(live ? !live->portal.isEmpty() && live->mode == domain::PortalMode::Test : policy.portalTest && !policy.portal.isEmpty());
}

void RequestSheet::showState()
{
    const auto* live = m_view.item.liveRequest();
    showAmount();
    showBand();
    m_languages->setCurrentIndex(m_languages->findData(m_language));
    m_link->setText(live && !live->url.isEmpty() ? live->url : tr("none yet"));
    if (m_codes->text().isEmpty()) m_codes->setText(live ? live->deskCode : tr("none yet"));
    const bool made = !m_pdf.isEmpty() && sheetStands();
    m_primaryButton->setText(!made ? tr("Create request") : m_fromDisk ? tr("Print a copy") : tr("Print"));
    m_primaryButton->setIconName(made ? u"printer"_s : u"check"_s);
    m_primaryButton->setAvailable(!m_busy && amountStands(), m_busy ? tr("one moment") : tr("this amount cannot be asked for"));
    m_copy->setVisible(made && !m_fromDisk);
    m_save->setAvailable(made, tr("no sheet yet"));
    m_withdraw->setAvailable(live != nullptr && !m_busy, m_busy ? tr("one moment") : tr("no request yet"));
    m_mail->setMails(m_view.item.mails, m_clock.now());
    const bool server = m_settings.policy().mail;
    m_mail->setAvailable(server && !m_busy && amountStands(), !server ? tr("no mail server is set up") : m_busy ? tr("one moment") : tr("this amount cannot be asked for"));
}

void RequestSheet::setBusy(bool busy)
{
    if (auto* focused = QApplication::focusWidget(); busy && focused && isAncestorOf(focused)) m_focusReturns = focused;
    m_busy = busy;
    showState();
    if (busy || !m_focusReturns) return;
    if (m_focusReturns->isEnabled()) m_focusReturns->setFocus(Qt::OtherFocusReason);
    m_focusReturns.clear();
}

void RequestSheet::showError(const Error& error)
{
    setBusy(false);
    m_message->setText(Wording::failure(error));
    Q_EMIT failed(error);
}

void RequestSheet::issue(Then then)
{
    setBusy(true);
    m_message->setText(tr("The portal is asked, the sheet is drawn and its codes are read back …"));
    m_requests.issue(m_view.row.invoice, {m_language, {}, partAmount()}, [guard = QPointer{this}, this, then, language = m_language](const Result<services::IssuedRequest>& answer) {
        if (!guard) return;
        if (!answer) return showError(answer.error());
        m_sheetLanguage = language;
        taken(answer.value(), then);
    });
}

void RequestSheet::taken(const services::IssuedRequest& r, Then then)
{
    m_pdf = r.pdf;
    m_fromDisk = false;
    m_preview->setPdf(m_pdf);
    m_codes->setText(tr("%1 · all read back").arg(r.deskCode));
    if (!m_view.item.findRequest(r.request)) {
        domain::PayRequest shown;   // what showState() needs of it, until the whole comes
        shown.id = r.request;
        shown.amount = r.amount;
        shown.url = r.url;
        shown.deskCode = r.deskCode;
        shown.state = domain::RequestState::Open;
        m_view.item.requests.push_back(shown);
    }
    m_message->setText(r.copy > 0 ? tr("Sheet %1, copy %2. The codes have been read back.").arg(r.number).arg(r.copy)
                                  : tr("Sheet %1 is ready. The codes have been read back.").arg(r.number));
    setBusy(false);
    Q_EMIT issued(r);
    if (then == Then::Print) print();
    if (then == Then::Mail) sendMail(r.request);
}

// The mail carries the sheet: without one that asks for this amount it is made first.
void RequestSheet::mail()
{
    if (resting() || m_busy) return;
    const auto* live = m_view.item.liveRequest();
    if (m_pdf.isEmpty() || !live || !sheetStands()) return issue(Then::Mail);
    sendMail(live->id);
}

void RequestSheet::sendMail(const domain::RequestId& request)
{
    setBusy(true);
    const auto to = m_mail->address();
    m_mails.sendRequest(m_view.row.invoice, request, to, m_language, [guard = QPointer{this}, this, to](const Result<domain::MailId>& queued) {
        if (!guard) return;
        if (!queued) return showError(queued.error());
        m_saysMail = true;
        m_message->setText(tr("The request goes to %1. What becomes of it stands here.").arg(to));
        setBusy(false);
        Q_EMIT mailQueued(queued.value(), to);
    });
}

void RequestSheet::mailAgain(const domain::MailId& mail)
{
    const auto* old = m_view.item.findMail(mail);
    if (!old) return;
    setBusy(true);
    // A request follows the address in the field, when it has been put right there.
    const auto to = old->kind == domain::MailKind::Request && domain::isMailAddress(m_mail->address()) ? m_mail->address() : old->to;
    m_mails.again(m_view.row.invoice, mail, to, [guard = QPointer{this}, this, to](const Result<Ok>& queued) {
        if (!guard) return;
        if (!queued) return showError(queued.error());
        m_message->setText(tr("It goes once more to %1.").arg(to));
        setBusy(false);
    });
}

void RequestSheet::loadLastSheet()
{
    m_requests.lastSheet(m_view.row.invoice, [guard = QPointer{this}, this](const Result<QByteArray>& pdf) {
        if (!guard) return;
        if (!pdf && pdf.error().code == u"request.payee_changed") return showError(pdf.error());
        if (!pdf) return m_message->setText(tr("The sheet was made at another desk. A copy can be made here."));
        m_pdf = pdf.value();
        m_sheetLanguage = m_language;   // it does not say; another choice makes another sheet
        m_fromDisk = true;
        m_preview->setPdf(m_pdf);
        m_message->setText(tr("This sheet exists already. Printing it again makes a numbered copy."));
        showState();
    });
}

void RequestSheet::printNow()
{
    if (m_busy || !m_primaryButton->isEnabled()) return;
    if (!m_pdf.isEmpty() && !m_fromDisk && sheetStands()) return print();
    issue(Then::Print);
}

void RequestSheet::print()
{
    m_printer->print(m_pdf, tr("Payment request %1").arg(m_view.row.number));
}

void RequestSheet::withdraw()
{
    m_withdraw->setAvailable(false, tr("one moment"));
    m_requests.withdraw(m_view.row.invoice, [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (!guard) return;
        if (!done) return showError(done.error());
        Q_EMIT withdrawn();
        close();
    });
}

} // namespace tresen::ui
