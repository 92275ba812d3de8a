#include "ui/request/request_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/request/sheet_preview.h"
#include <QHBoxLayout>
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
    column->addSpacing(10);
    return value;
}

} // namespace

RequestSheet::RequestSheet(services::Requests& requests, const services::InvoiceView& view, const QString& printerName, QWidget* window)
    : Sheet{window}, m_requests{requests}, m_view{view}, m_language{u"de"_s}, m_printer{new PdfPrinter{printerName, this}}
{
    connect(m_printer, &PdfPrinter::said, this, [this](const QString& text) { m_message->setText(text); });
    setObjectName(u"request"_s);
    setHead(view.row.plate, tr("Payment request"), u"%1 · %2"_s.arg(view.row.customer, tr("Invoice %1").arg(view.row.number)));
    auto* body = new QWidget;
    auto* row = new QHBoxLayout{body};
    const auto& theme = themeOf(this);
    row->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    row->setSpacing(theme.px(32));
    m_preview = new SheetPreview;
    m_preview->setHint(tr("The sheet is shown here as soon as it is made. Nothing is printed before every code on it has been read back."));
    row->addWidget(m_preview, 5);
    row->addWidget(makeFacts(), 4);
    setBody(body);

    m_cancel = new ActionButton{tr("Close")};
    m_cancel->setKeyHint(tr("Esc"));
    m_cancel->setObjectName(u"request.close"_s);
    connect(m_cancel, &QPushButton::clicked, this, &RequestSheet::close);
    m_withdraw = new ActionButton{tr("Withdraw request")};
    m_withdraw->setKind(ActionButton::Kind::Danger);
    m_withdraw->setObjectName(u"request.withdraw"_s);
    connect(m_withdraw, &QPushButton::clicked, this, &RequestSheet::withdraw);
    m_save = new ActionButton{tr("Save as PDF")};
    m_save->setIconName(u"download"_s);
    m_save->setObjectName(u"request.save"_s);
    connect(m_save, &QPushButton::clicked, this, [this] { m_printer->save(m_pdf, m_view.row.number); });
    m_copy = new ActionButton{tr("Make a copy")};
    m_copy->setIconName(u"printer"_s);
    m_copy->setObjectName(u"request.copy"_s);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_printAfterIssue = true; issue(); });
    m_primaryButton = new ActionButton{tr("Create request")};
    m_primaryButton->setKind(ActionButton::Kind::Primary);
    m_primaryButton->setCentered(true);
    m_primaryButton->setKeyHint(tr("Enter"));
    m_primaryButton->setObjectName(u"request.primary"_s);
    connect(m_primaryButton, &QPushButton::clicked, this, [this] {
        if (!m_pdf.isEmpty() && !m_fromDisk) return print();
        m_printAfterIssue = m_fromDisk;
        issue();
    });
    addFoot(m_withdraw);
    addFootStretch();
    addFoot(m_cancel);
    addFoot(m_save);
    addFoot(m_copy);
    setPrimary(m_primaryButton);
    const auto* live = view.item.liveRequest();
    if (live && live->copies > 0 && live->amount == view.item.open()) loadLastSheet();
    showState();
}

QWidget* RequestSheet::makeFacts()
{
    auto* facts = new QWidget;
    auto* column = new QVBoxLayout{facts};
    column->setContentsMargins({});
    column->setSpacing(2);
    m_amount = fact(column, tr("Asked for"), type::amount);
    m_codes = fact(column, tr("Codes on the sheet"), type::rowStrong);
    m_link = fact(column, tr("Pay page"), type::row);
    auto* caption = new FigureLabel{type::smallMedium, &Theme::text2};
    caption->setText(tr("Language of the owner"));
    column->addWidget(caption);
    auto* languages = new QHBoxLayout;
    m_german = new ActionButton{tr("German")};
    m_english = new ActionButton{tr("English")};
    m_german->setObjectName(u"request.german"_s);
    m_english->setObjectName(u"request.english"_s);
    for (auto* button : {m_german, m_english}) {
        languages->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_language = button == m_german ? u"de"_s : u"en"_s;
            showState();
        });
    }
    languages->addStretch();
    column->addSpacing(4);
    column->addLayout(languages);
    column->addSpacing(16);
    m_message = new FigureLabel{type::row, &Theme::text};
    m_message->setWrapped();
    m_message->setObjectName(u"request.message"_s);
    column->addWidget(m_message);
    column->addStretch();
    return facts;
}

void RequestSheet::showState()
{
    const auto* live = m_view.item.liveRequest();
    m_amount->setText(moneyText(live ? live->amount : m_view.item.open()));
    m_german->setChosen(m_language == u"de");
    m_english->setChosen(m_language == u"en");
    m_link->setText(live && !live->url.isEmpty() ? live->url : tr("none yet"));
    if (m_codes->text().isEmpty()) m_codes->setText(live ? live->deskCode : tr("none yet"));
    const bool made = !m_pdf.isEmpty();
    m_primaryButton->setText(!made ? tr("Create request") : m_fromDisk ? tr("Print a copy") : tr("Print"));
    m_primaryButton->setIconName(made ? u"printer"_s : u"check"_s);
    m_copy->setVisible(made && !m_fromDisk);
    m_save->setAvailable(made, tr("no sheet yet"));
    m_withdraw->setAvailable(live != nullptr, tr("no request yet"));
}

void RequestSheet::setBusy(bool busy)
{
    if (busy) m_focusReturns = m_primaryButton->hasFocus();   // a button that is switched off loses the focus, to the cross of all things
    m_primaryButton->setAvailable(!busy, tr("one moment"));
    if (!busy && std::exchange(m_focusReturns, false)) m_primaryButton->setFocus(Qt::OtherFocusReason);
    if (busy) m_message->setText(tr("The portal is asked, the sheet is drawn and its codes are read back …"));
}

void RequestSheet::showError(const Error& error)
{
    setBusy(false);
    m_message->setText(Wording::failure(error));
    showState();
    Q_EMIT failed(error);
}

void RequestSheet::issue()
{
    setBusy(true);
    m_requests.issue(m_view.row.invoice, {m_language}, [guard = QPointer{this}, this](const Result<services::IssuedRequest>& issuedRequest) {
        if (!guard) return;
        if (!issuedRequest) return showError(issuedRequest.error());
        const auto& r = issuedRequest.value();
        m_pdf = r.pdf;
        m_fromDisk = false;
        m_preview->setPdf(m_pdf);
        m_codes->setText(tr("%1 · all read back").arg(r.deskCode));
        domain::PayRequest shown;   // what showState() needs of it, until the board brings the whole
        shown.id = r.request;
        shown.amount = r.amount;
        shown.url = r.url;
        shown.deskCode = r.deskCode;
        shown.state = domain::RequestState::Open;
        m_view.item.requests.push_back(shown);
        m_message->setText(r.copy > 0 ? tr("Sheet %1, copy %2. The codes have been read back.").arg(r.number).arg(r.copy)
                                      : tr("Sheet %1 is ready. The codes have been read back.").arg(r.number));
        setBusy(false);
        showState();
        Q_EMIT issued(r);
        if (std::exchange(m_printAfterIssue, false)) print();
    });
}

void RequestSheet::loadLastSheet()
{
    m_requests.lastSheet(m_view.row.invoice, [guard = QPointer{this}, this](const Result<QByteArray>& pdf) {
        if (!guard) return;
        if (!pdf) return m_message->setText(tr("The sheet was made at another desk. A copy can be made here."));
        m_pdf = pdf.value();
        m_fromDisk = true;
        m_preview->setPdf(m_pdf);
        m_message->setText(tr("This sheet has been printed already. Printing it again makes a numbered copy."));
        showState();
    });
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
        close();
    });
}

} // namespace tresen::ui
