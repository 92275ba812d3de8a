#include "ui/intake/entry_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::EntryField;

namespace tresen::ui {
namespace {

constexpr int kLowEntry = 720;   // logical pixels of window height: below, everything stands closer

struct EntryLabel {
    EntryField field;
    const char* name;    // of the object
    const char* text;
    int row, column;     // of the form
};
// In rows of three: with fields for a finger all of them stand on a low screen, too.
constexpr std::array kEntryLabels{
    EntryLabel{EntryField::Number, "number", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Invoice number"), 0, 0},
    EntryLabel{EntryField::IssueDate, "date", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Invoice date"), 0, 1},
    EntryLabel{EntryField::DueDate, "due", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "To be paid by"), 0, 2},
    EntryLabel{EntryField::Amount, "amount", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Amount to pay, VAT included"), 1, 0},
    EntryLabel{EntryField::Plate, "plate", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Plate"), 1, 1},
    EntryLabel{EntryField::Vin, "vin", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "VIN, 17 characters"), 1, 2},
    EntryLabel{EntryField::Model, "model", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Vehicle"), 2, 0},
    EntryLabel{EntryField::OrderRef, "order", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Order number"), 2, 1},
    EntryLabel{EntryField::CustomerId, "customer_id", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Customer number"), 2, 2},
    EntryLabel{EntryField::Customer, "customer", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Customer"), 3, 0},
    EntryLabel{EntryField::Street, "street", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Street and number"), 3, 1},
    EntryLabel{EntryField::Email, "email", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Mail address"), 3, 2},
    EntryLabel{EntryField::Postcode, "postcode", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Postcode"), 4, 0},
    EntryLabel{EntryField::City, "city", QT_TRANSLATE_NOOP("tresen::ui::EntrySheet", "Town"), 4, 1}};

// As the desk shows it, and as people write it in a hurry.
QDate typedDate(const QString& typed)
{
    const auto text = typed.simplified();
    constexpr int kCentury = 100, kOurs = 2000;
    for (const auto* format : {"d.M.yyyy", "d.M.yy", "yyyy-MM-dd", "d/M/yyyy", "ddMMyyyy"}) {
        const auto date = QDate::fromString(text, QString::fromLatin1(format));
        if (date.isValid()) return date.year() < kOurs ? date.addYears(kCentury) : date;
    }
    return {};
}

QString dateText(QDate date) { return date.isValid() ? date.toString(u"dd.MM.yyyy"_s) : QString{}; }

} // namespace

EntrySheet::EntrySheet(const services::IntakeLook& look, const QString& file, QDate today, QWidget* window)
    : Sheet{window}, m_look{look}, m_file{file}, m_today{today}, m_body{new QWidget}, m_grid{new QGridLayout}, m_intro{new FigureLabel{type::fine, &Theme::text2, m_body}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_document{new ActionButton{tr("Open the document")}}, m_cancel{new ActionButton{tr("Cancel")}},
      m_use{new ActionButton{tr("Use it like this")}}
{
    setObjectName(u"entry"_s);
    setWidthPx(880);
    const bool byHand = m_look.read == domain::Invoice{};
    setHead(m_look.entry.plate, byHand ? tr("Type in an invoice") : tr("Put an invoice right"), file.isEmpty() ? tr("from paper") : QFileInfo{file}.fileName());
    build();
    m_document->setVisible(!file.isEmpty());
    m_intro->setText(file.isEmpty() ? tr("Type in what stands on the paper. Keep it: the program has no picture of it.") : byHand && m_look.isRow ? tr("The row was refused. What could be read of it is filled in: complete it from the paper.")
                     : byHand ? tr("The file holds no data that can be read. What its pages seem to say is filled in: compare it with the paper.")
                            : tr("Number, date and amount stay as the file says them; everything else can be put right."));
    fill();
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_use, &ActionButton::clicked, this, &EntrySheet::use);
    connect(m_document, &ActionButton::clicked, this, [this] { Q_EMIT documentRequested(m_file, m_look.sha256); });
    takeMeasures();
    check();
}

void EntrySheet::build()
{
    m_intro->setWrapped();
    m_message->setWrapped();
    m_message->setObjectName(u"entry.message"_s);
    QWidget* last = nullptr;
    for (const auto& what : kEntryLabels) {
        auto* label = new FigureLabel{type::fineStrong, &Theme::text, m_body};
        auto* edit = new QLineEdit{m_body};
        label->setText(tr(what.text));
        label->setBuddy(edit);
        edit->setObjectName(u"entry."_s + QString::fromLatin1(what.name));
        edit->setAccessibleName(label->text());
        edit->setMaxLength(what.field == EntryField::Number ? domain::kMaxEntryNumber : domain::kMaxEntryText);
        m_grid->addWidget(label, 2 * what.row, what.column);
        m_grid->addWidget(edit, 2 * what.row + 1, what.column);
        if (last) setTabOrder(last, edit);
        last = edit;
        m_fields.push_back({what.field, label, edit});
        connect(edit, &QLineEdit::textChanged, this, &EntrySheet::check);
    }
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_intro);
    column->addLayout(m_grid);
    column->addWidget(m_message);
    column->addStretch();
    setBody(m_body);
    m_document->setObjectName(u"entry.document"_s);
    m_document->setIconName(u"file"_s);
    m_cancel->setObjectName(u"entry.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_use->setObjectName(u"entry.use"_s);
    m_use->setKind(ActionButton::Kind::Primary);
    m_use->setKeyHint(tr("Enter"));
    m_use->setCentered(true);
    addFootLeft(m_document);
    addFoot(m_cancel);
    setPrimary(m_use);
}

QString EntrySheet::shown(EntryField field) const
{
    const auto& e = m_look.entry;
    switch (field) {
    case EntryField::Number: return e.number;
    case EntryField::OrderRef: return e.orderRef;
    case EntryField::IssueDate: return dateText(e.issueDate);
    case EntryField::DueDate: return dateText(e.dueDate);
    case EntryField::Amount: return e.amount ? moneyText(*e.amount) : QString{};
    case EntryField::CustomerId: return e.customerId;
    case EntryField::Customer: return e.customer;
    case EntryField::Email: return e.email;
    case EntryField::Street: return e.street;
    case EntryField::Postcode: return e.postcode;
    case EntryField::City: return e.city;
    case EntryField::Plate: return e.plate;
    case EntryField::Vin: return e.vin;
    case EntryField::Model: return e.model;
    }
    Q_UNREACHABLE();
}

void EntrySheet::fill()
{
    for (const auto& field : m_fields) {
        field.edit->setText(shown(field.field));
        field.edit->setCursorPosition(0);
        const bool open = domain::mayEnter(m_look.read, field.field);
        field.edit->setReadOnly(!open);
        field.edit->setEnabled(open);
        if (!open) field.edit->setToolTip(tr("Stands in the file. If it is wrong, the workshop system has to issue it anew."));
    }
}

QLineEdit* EntrySheet::edit(EntryField field) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& f) { return f.field == field; });
    return found->edit;
}

QLineEdit* EntrySheet::firstField() const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [](const Field& f) { return f.edit->isEnabled() && f.edit->text().isEmpty(); });
    return found == m_fields.end() ? edit(EntryField::Plate) : found->edit;
}

domain::InvoiceEntry EntrySheet::entry() const
{
    const auto text = [&](EntryField field) { return edit(field)->text().simplified(); };
    domain::InvoiceEntry out = m_look.entry;
    out.number = text(EntryField::Number);
    out.orderRef = text(EntryField::OrderRef);
    out.customerId = text(EntryField::CustomerId);
    out.customer = text(EntryField::Customer);
    out.email = text(EntryField::Email);
    out.street = text(EntryField::Street);
    out.postcode = text(EntryField::Postcode);
    out.city = text(EntryField::City);
    out.plate = text(EntryField::Plate);
    out.vin = text(EntryField::Vin);
    out.model = text(EntryField::Model);
    if (edit(EntryField::IssueDate)->isEnabled()) out.issueDate = typedDate(text(EntryField::IssueDate));
    if (edit(EntryField::DueDate)->isEnabled()) out.dueDate = typedDate(text(EntryField::DueDate));
    if (edit(EntryField::Amount)->isEnabled()) {
        const auto amount = parseTyped(text(EntryField::Amount));
        out.amount = amount ? std::optional{amount.value()} : std::nullopt;
    }
    return out;
}

void EntrySheet::check()
{
    const auto due = edit(EntryField::DueDate)->text().simplified();
    auto typed = entry();
    const bool unreadable = !due.isEmpty() && !typed.dueDate.isValid();
    const auto entered = domain::laidOver(m_look.read, typed, m_today);
    const auto why = unreadable ? Wording::failure({Fault::Refused, u"entry.due"_s, {}}) : entered ? QString{} : Wording::failure(entered.error());
    m_message->setText(why);
    m_use->setAvailable(why.isEmpty(), tr("something is missing"));
}

void EntrySheet::use()
{
    if (resting()) return;
    const auto typed = entry();
    if (!domain::laidOver(m_look.read, typed, m_today)) return;
    close();
    Q_EMIT entered(typed);
}

void EntrySheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    m_body->layout()->setSpacing(theme.px(12));
    m_grid->setHorizontalSpacing(theme.px(24));
    m_grid->setVerticalSpacing(theme.px(4));
    const bool low = height() < theme.px(kLowEntry);
    for (const auto& field : m_fields) {
        int row = 0, column = 0, rows = 0, columns = 0;
        m_grid->getItemPosition(m_grid->indexOf(field.label), &row, &column, &rows, &columns);
        keepAbove(*field.label, row == 0 ? 0 : theme.px(low ? 5 : 10));
        field.edit->setFixedHeight(theme.px(44));
        field.edit->setFont(theme.font(type::field));
    }
}

void EntrySheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
